package dev.sextant.local.poller;

import static dev.sextant.local.poller.ScriptedFunction.nothing;
import static dev.sextant.local.poller.ScriptedFunction.nullList;
import static dev.sextant.local.poller.ScriptedFunction.ok;
import static dev.sextant.local.poller.ScriptedFunction.reports;
import static dev.sextant.local.poller.ScriptedFunction.reportsId;
import static dev.sextant.local.poller.ScriptedFunction.throwsOn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What AWS documents of Kinesis event-source mappings ("Using AWS Lambda with Amazon Kinesis", sections on batching, error
 * handling and batch item failures), one row a rule: the records, the settings, the function, the calls it gets, and what
 * is put aside.
 */
class EventSourceMappingRulesTest {

    private static final ErrorHandling TWICE = new ErrorHandling(false, 2, -1);
    private static final ErrorHandling HALVES_NO_RETRY = new ErrorHandling(true, 0, -1);
    private static final ErrorHandling HALVES_TWO_RETRIES = new ErrorHandling(true, 2, -1);

    @TempDir
    Path folder;

    static Stream<Arguments> rules() {
        return Stream.of(
                rule("a call gets at most the batch size", "abcde", 2, TWICE, ok(), "ab cd e", ""),
                rule("no response is success", "ab", 10, TWICE, nothing(), "ab", ""),
                rule("a null list is success", "ab", 10, TWICE, nullList(), "ab", ""),
                rule("an exception fails the whole batch", "axb", 10, TWICE, throwsOn("x"), "axb axb axb", "axb"),
                rule(
                        "later records wait for the failed batch",
                        "axbc",
                        3,
                        TWICE,
                        throwsOn("x"),
                        "axb axb axb c",
                        "axb"),
                rule(
                        "no retry when none is allowed",
                        "x",
                        10,
                        new ErrorHandling(false, 0, -1),
                        throwsOn("x"),
                        "x",
                        "x"),
                rule("an empty identifier fails the whole batch", "ab", 10, TWICE, reportsId(""), "ab ab ab", "ab"),
                rule("a null identifier fails the whole batch", "ab", 10, TWICE, reportsId(null), "ab ab ab", "ab"),
                rule("an unknown identifier fails the whole batch", "ab", 10, TWICE, reportsId("17"), "ab ab ab", "ab"),
                rule("the retry starts at the reported record", "abxc", 10, TWICE, reports("x"), "abxc xc xc", "xc"),
                rule(
                        "the lowest of several reported records counts",
                        "abxyc",
                        10,
                        TWICE,
                        reports("yx"),
                        "abxyc xyc xyc",
                        "xyc"),
                rule(
                        "progress starts the retries anew",
                        "axbycz",
                        10,
                        new ErrorHandling(false, 1, -1),
                        (letters, event) -> reports(letters.substring(1)).to(letters, event),
                        "axbycz xbycz bycz ycz cz z",
                        ""),
                rule(
                        "halving isolates a bad record and does not use up retries",
                        "abxd",
                        10,
                        HALVES_NO_RETRY,
                        throwsOn("x"),
                        "abxd ab xd x d",
                        "x"),
                rule(
                        "a bad record alone is retried",
                        "abxd",
                        10,
                        HALVES_TWO_RETRIES,
                        throwsOn("x"),
                        "abxd ab xd x x x d",
                        "x"),
                rule(
                        "with both, the batch is split at the reported record",
                        "abxde",
                        10,
                        HALVES_NO_RETRY,
                        reports("x"),
                        "abxde xde x de",
                        "x"),
                rule(
                        "halves are handled in order",
                        "xabcy",
                        10,
                        HALVES_NO_RETRY,
                        (letters, event) ->
                                throwsOn(letters.contains("x") ? "x" : "y").to(letters, event),
                        "xabcy xa x a bcy b cy c y",
                        "x y"));
    }

    private static Arguments rule(
            String name,
            String records,
            int batchSize,
            ErrorHandling onError,
            ScriptedFunction.Answer answer,
            String calls,
            String givenUp) {
        return Arguments.of(name, records, batchSize, onError, answer, calls, givenUp);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void theFunctionIsCalledAsDocumented(
            String name,
            String records,
            int batchSize,
            ErrorHandling onError,
            ScriptedFunction.Answer answer,
            String calls,
            String givenUp)
            throws Exception {
        MappingBench bench = new MappingBench(folder);
        ScriptedFunction function = new ScriptedFunction(answer);
        var receipt = bench.put(records);
        try (EventSourceMapping mapping =
                bench.mapping(bench.config().batches(batchSize, 0).onError(onError), function)) {
            bench.run(mapping);

            assertEquals(List.of(calls.split(" ")), function.calls, name);
            assertEquals(givenUp, String.join(" ", bench.givenUp), name);
            assertTrue(mapping.hasProcessed(receipt), name);
        }
    }
}
