package dev.sextant.fuzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fuzzer finds what is planted, makes it small, and does the same again with the same seed. */
class FuzzRunTest {

    private static final List<byte[]> SEEDS =
            List.of("{\"a\":12,\"b\":[\"x\",\"y\"]}".getBytes(StandardCharsets.UTF_8));

    @TempDir
    private Path folder;

    @Test
    void aPlantedBugIsFoundAndItsInputIsAsShortAsItGets() throws IOException {
        FuzzReport report = run(
                input -> {
                    if (new String(input, StandardCharsets.ISO_8859_1).contains("NaN")) {
                        throw new NumberFormatException("not for you");
                    }
                    return new Verdict.Accepted("fine");
                },
                20_000);

        assertEquals(1, report.findings().size());
        assertArrayEquals(
                "NaN".getBytes(StandardCharsets.UTF_8),
                Files.readAllBytes(report.findings().getFirst()));
        String told = Files.readString(Path.of(report.findings().getFirst() + ".txt"));
        assertTrue(told.startsWith("fuzz/run.sh replay planted "), told);
        assertTrue(told.contains("java.lang.NumberFormatException: not for you"), told);
    }

    @Test
    void aMessageWithoutEndIsAFinding() throws IOException {
        FuzzReport report = run(input -> new Verdict.Refused("no: " + "x".repeat(input.length * 10)), 1_000);

        assertEquals(1, report.findings().size());
    }

    @Test
    void allocatingWithoutBoundIsAFinding() throws IOException {
        FuzzReport report = run(
                input -> {
                    byte[] claimed = new byte[input.length > 30 ? 8 << 20 : 1];
                    return new Verdict.Accepted("one of " + Math.min(claimed.length, 2));
                },
                1_000);

        assertEquals(1, report.findings().size());
        assertEquals(31, Files.size(report.findings().getFirst()));
    }

    @Test
    void whatTakesANewPathIsMutatedFurther() throws IOException {
        FuzzReport report = run(
                input -> {
                    int depth = 0;
                    for (byte b : input) {
                        depth += b == '[' ? 1 : 0;
                    }
                    return new Verdict.Accepted("depth " + Math.min(depth, 4));
                },
                5_000);

        assertTrue(report.pool() >= 4, report.row());
    }

    @Test
    void theSameSeedGivesTheSameInputs() throws IOException {
        assertEquals(inputs(), inputs());
    }

    private List<String> inputs() throws IOException {
        List<String> seen = new ArrayList<>();
        run(
                input -> {
                    seen.add(new String(input, StandardCharsets.ISO_8859_1));
                    return new Verdict.Accepted("length " + input.length % 10);
                },
                2_000);
        return seen;
    }

    private FuzzReport run(Function<byte[], Verdict> parser, long inputs) throws IOException {
        FuzzTarget target = new FuzzTarget() {
            @Override
            public String name() {
                return "planted";
            }

            @Override
            public Verdict check(byte[] input) {
                return parser.apply(input);
            }
        };
        Findings findings = new Findings(folder);
        return new FuzzRun(target, findings, Watchdog.start(findings)).run(SEEDS, inputs, 7, Duration.ofMinutes(1));
    }
}
