package dev.sextant.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every target: the whole corpus, then mutations of it up to a number of inputs, always the same. */
class ShortFuzzTest {

    private static final long INPUTS = 20_000;
    private static final long INPUTS_ON_DISK = 2_000;
    private static final long SEED = 1;

    @TempDir
    private Path findings;

    static Stream<FuzzTarget> targets() {
        return Targets.all().stream();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void nothingBreaks(FuzzTarget target) throws IOException {
        FuzzReport report = run(target, target.name().endsWith("-file") ? INPUTS_ON_DISK : INPUTS);

        assertEquals(
                List.of(), report.findings(), "see them with fuzz/run.sh " + target.name() + " " + INPUTS + " " + SEED);
        assertTrue(report.accepted() > 0, "nothing was accepted, so nothing but refusals was tried");
        assertTrue(report.refused() > 0, "nothing was refused, so nothing broken was tried");
    }

    private FuzzReport run(FuzzTarget target, long inputs) throws IOException {
        Findings written = new Findings(findings);
        List<byte[]> seeds = new Corpus(Path.of("corpus")).seeds(target.name());
        return new FuzzRun(target, written, Watchdog.start(written)).run(seeds, inputs, SEED, Duration.ofMinutes(5));
    }
}
