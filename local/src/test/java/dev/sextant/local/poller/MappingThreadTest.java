package dev.sextant.local.poller;

import static dev.sextant.local.poller.ScriptedFunction.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.platform.stream.Outgoing;
import dev.sextant.platform.stream.PutReceipt;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class MappingThreadTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    private MappingBench bench;
    private ScriptedFunction function;

    @BeforeEach
    void aStreamAndAFunctionThatTakesEverything() {
        bench = new MappingBench(folder);
        function = new ScriptedFunction(ok());
    }

    @Test
    void awaitingReturnsAsSoonAsTheRecordIsProcessed() throws Exception {
        try (EventSourceMapping mapping = bench.mapping(bench.config(), function)) {
            mapping.start();
            PutReceipt receipt = bench.put("abc");

            assertTrue(mapping.awaitProcessed(receipt, PATIENCE));
            assertTrue(mapping.awaitProcessed(
                    receipt.lastSequenceNumbers().values().iterator().next(), PATIENCE));
        }
        assertEquals("abc", String.join("", function.calls));
    }

    @Test
    void awaitingWhatNeverComesEndsWithItsPatience() throws Exception {
        try (EventSourceMapping mapping = bench.mapping(bench.config(), function)) {
            mapping.start();

            assertFalse(mapping.awaitProcessed("1", Duration.ofMillis(20)));
        }
    }

    @Test
    void aWokenMappingDoesNotFinishItsPause() throws Exception {
        try (EventSourceMapping mapping = bench.mapping(bench.config().pollingEvery(3_600_000), function)) {
            PutReceipt first = bench.put("a");
            mapping.start();
            assertTrue(mapping.awaitProcessed(first, PATIENCE));
            PutReceipt second = bench.put("b");
            mapping.wake();

            assertTrue(mapping.awaitProcessed(second, PATIENCE));
        }
    }

    @Test
    void aWriterInThisProcessWakesWhoGetsItsRecords() throws Exception {
        RecordFilter onlyB = data -> data[0] == 'b';
        MappingConfig config = bench.config().pollingEvery(3_600_000).filteredBy(onlyB);
        try (EventSourceMapping mapping = bench.mapping(config, function)) {
            PutReceipt first = bench.put("b");
            mapping.start();
            assertTrue(mapping.awaitProcessed(first, PATIENCE));
            PutReceipt second = bench.put("ab");
            mapping.wakeFor(List.of(new Outgoing("k", new byte[] {'a'}), new Outgoing("k", new byte[] {'b'})));

            assertTrue(mapping.awaitProcessed(second, PATIENCE));
        }
        assertEquals(List.of("b", "b"), function.calls);
    }

    @Test
    void closingLetsTheCallThatIsUnderWayEnd() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch mayLeave = new CountDownLatch(1);
        function.answers((letters, event) -> {
            entered.countDown();
            await(mayLeave);
            return ok().to(letters, event);
        });
        EventSourceMapping mapping = bench.mapping(bench.config().checkpointingEvery(1_000_000_000), function);
        PutReceipt receipt = bench.put("a");
        mapping.start();
        assertTrue(entered.await(10, TimeUnit.SECONDS));

        Thread closing = Thread.ofVirtual().start(mapping::close);
        mayLeave.countDown();
        closing.join();

        assertTrue(mapping.hasProcessed(receipt));
        assertEquals(receipt.lastSequenceNumbers(), bench.checkpoints.load("risk-check"));
    }

    @Test
    void aFunctionThatLeavesAnInterruptBehindDoesNotEndTheMapping() throws Exception {
        function.answers((letters, event) -> {
            Thread.currentThread().interrupt();
            return ok().to(letters, event);
        });
        try (EventSourceMapping mapping = bench.mapping(bench.config(), function)) {
            mapping.start();
            assertTrue(mapping.awaitProcessed(bench.put("a"), PATIENCE));
            assertTrue(mapping.awaitProcessed(bench.put("b"), PATIENCE));
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(10, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
