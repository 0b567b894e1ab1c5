package dev.sextant.local.poller;

import static dev.sextant.local.poller.ScriptedFunction.ok;
import static dev.sextant.local.poller.ScriptedFunction.throwsOn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.platform.stream.BatchResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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

    @Test
    @Timeout(20)
    void onItsOwnThreadAKeyIsHandledWhileAnotherIs() throws Exception {
        CountDownLatch second = new CountDownLatch(1);
        List<String> ended = new CopyOnWriteArrayList<>();
        bench.put("a", "1");
        bench.put("a", "2");
        var all = bench.put("b", "3");
        try (EventSourceMapping mapping =
                bench.mapping(bench.config().batches(1, 0).parallel(2), records -> {
                    String text = new String(records.getFirst().data(), StandardCharsets.UTF_8);
                    if (text.equals("1")) {
                        await(second);
                    }
                    ended.add(text);
                    if (text.equals("3")) {
                        second.countDown();
                    }
                    return new BatchResult.Done();
                })) {
            mapping.start();
            assertTrue(mapping.awaitProcessed(all, Duration.ofSeconds(10)));
            assertEquals(List.of("3", "1", "2"), ended, "the first of a key goes on when another key is through");
        }
    }

    @Test
    @Timeout(20)
    void whoIsClosedWaitsForTheCallsUnderWay() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        var record = bench.put("a", "1");
        EventSourceMapping mapping = bench.mapping(bench.config().parallel(2), records -> {
            begun.countDown();
            await(mayEnd);
            return new BatchResult.Done();
        });
        mapping.start();
        await(begun);
        Thread closing = Thread.ofVirtual().start(mapping::close);
        mayEnd.countDown();
        closing.join();
        assertTrue(mapping.hasProcessed(record));
    }

    @Test
    void keysAreWhatTheMappingSays() throws Exception {
        function.answers(throwsOn("x"));
        bench.put("a", "x");
        bench.put("a", "p");
        bench.run(bench.mapping(
                bench.config()
                        .onError(ErrorHandling.NEVER_GIVES_UP)
                        .parallel(2)
                        .lanesBy(record -> new String(record.data(), StandardCharsets.UTF_8)),
                function));
        assertEquals("p", handledOf("p"), "of the same partition key, and yet in another lane");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(10, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private String handledOf(String letters) {
        return function.calls.stream()
                .flatMapToInt(String::chars)
                .filter(letter -> letters.indexOf(letter) >= 0)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
