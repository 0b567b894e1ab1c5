package dev.sextant.local.poller;

import static dev.sextant.local.poller.ScriptedFunction.ok;
import static dev.sextant.local.poller.ScriptedFunction.throwsOn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several calls at once and shard: "Lambda still ensures in-order processing at the partition-key level". */
class ParallelCallsTest {

    @TempDir
    private Path folder;

    private MappingBench bench;
    private ScriptedFunction function;

    @BeforeEach
    void aStreamOfOneShard() {
        bench = new MappingBench(folder);
        function = new ScriptedFunction(ok());
    }

    @Test
    void eachKeyKeepsItsOrderInOneCallAtATime() throws Exception {
        bench.put("a", "abc");
        bench.put("b", "xyz");
        bench.run(bench.mapping(bench.config().batches(2, 0).parallel(2), function));

        assertEquals("abc", handledOf("abc"));
        assertEquals("xyz", handledOf("xyz"));
        assertEquals(4, function.calls.size());
    }

    @Test
    void aKeyThatIsStuckDoesNotHoldUpTheOthers() throws Exception {
        function.answers(throwsOn("x"));
        bench.put("a", "x");
        var others = bench.put("b", "pqr");
        EventSourceMapping mapping = bench.mapping(
                bench.config().onError(ErrorHandling.NEVER_GIVES_UP).parallel(2), function);
        bench.run(mapping);

        assertEquals("pqr", handledOf("pqr"));
        assertFalse(mapping.hasProcessed(others), "the mark stays before what is stuck");

        function.answers(ok());
        bench.nowMs += 10_000;
        bench.run(mapping);
        assertTrue(mapping.hasProcessed(others));
    }

    @Test
    void afterAKillWhatStandsBehindTheHoleComesAgain() throws Exception {
        function.answers(throwsOn("x"));
        bench.put("b", "p");
        bench.put("a", "x");
        bench.put("b", "q");
        MappingConfig config =
                bench.config().onError(ErrorHandling.NEVER_GIVES_UP).parallel(2);
        bench.mapping(config, function).pollOnce();

        function.answers(ok());
        function.calls.clear();
        bench.run(bench.mapping(config, function));
        assertEquals(List.of("q", "x"), function.calls.stream().sorted().toList());
    }

    @Test
    void aKeyThatIsStuckDoesNotFillTheMemoryWithTheOthers() throws Exception {
        function.answers(throwsOn("x"));
        bench.put("a", "x");
        for (int i = 0; i < 50; i++) {
            bench.put("b", "p".repeat(100));
        }
        EventSourceMapping mapping = bench.mapping(
                bench.config().onError(ErrorHandling.NEVER_GIVES_UP).parallel(2), function);
        bench.run(mapping);

        assertTrue(mapping.status().recordsSeen() <= 3_000, () -> mapping.status() + " were read");
    }

    private String handledOf(String letters) {
        return function.calls.stream()
                .flatMapToInt(String::chars)
                .filter(letter -> letters.indexOf(letter) >= 0)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
