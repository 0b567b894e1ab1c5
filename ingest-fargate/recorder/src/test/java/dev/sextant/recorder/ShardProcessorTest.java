package dev.sextant.recorder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.ingest.recorder.MemoryTradeStore;
import dev.sextant.ingest.recorder.Recorder;
import dev.sextant.ingest.recorder.RecorderHandler;
import dev.sextant.platform.stream.BatchHandler;
import dev.sextant.platform.stream.BatchResult;
import dev.sextant.platform.telemetry.EmfMetrics;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.kinesis.lifecycle.events.InitializationInput;
import software.amazon.kinesis.lifecycle.events.LeaseLostInput;
import software.amazon.kinesis.lifecycle.events.ProcessRecordsInput;
import software.amazon.kinesis.lifecycle.events.ShardEndedInput;
import software.amazon.kinesis.lifecycle.events.ShutdownRequestedInput;
import software.amazon.kinesis.retrieval.KinesisClientRecord;
import software.amazon.kinesis.retrieval.kpl.ExtendedSequenceNumber;

/** What becomes of a shard's records when everything around the recorder fails. */
class ShardProcessorTest {

    private static final byte[] DATA = {'S', 'x', 1};

    private final ScriptedHandler handler = new ScriptedHandler();
    private final FakeCheckpointer leases = new FakeCheckpointer();
    private final List<Long> pausesMs = new ArrayList<>();
    private final List<String> metrics = new ArrayList<>();
    private int pausesUntilStop = Integer.MAX_VALUE;
    private long nowMs;

    private ShardProcessor processor(BatchHandler to) {
        ShardProcessor processor = new ShardProcessor(
                to,
                new EmfMetrics("recorder", metrics::add, () -> nowMs),
                lengthMs -> {
                    pausesMs.add(lengthMs);
                    return pausesMs.size() >= pausesUntilStop;
                },
                () -> nowMs);
        processor.initialize(InitializationInput.builder()
                .shardId("shardId-000000000000")
                .extendedSequenceNumber(ExtendedSequenceNumber.TRIM_HORIZON)
                .build());
        return processor;
    }

    private final ShardProcessor shard = processor(handler);

    private ProcessRecordsInput records(String... sequenceNumbers) {
        return ProcessRecordsInput.builder()
                .records(Arrays.stream(sequenceNumbers)
                        .map(number -> record(number, DATA))
                        .toList())
                .checkpointer(leases)
                .millisBehindLatest(7L)
                .build();
    }

    private static KinesisClientRecord record(String number, byte[] data) {
        return KinesisClientRecord.builder()
                .sequenceNumber(number)
                .partitionKey("BTCUSDT")
                .data(ByteBuffer.wrap(data).asReadOnlyBuffer())
                .approximateArrivalTimestamp(Instant.ofEpochMilli(5))
                .build();
    }

    private void seconds(long more) {
        nowMs += more * 1_000;
    }

    private void shutDown() {
        shard.shutdownRequested(
                ShutdownRequestedInput.builder().checkpointer(leases).build());
    }

    private void endShard() {
        shard.shardEnded(ShardEndedInput.builder().checkpointer(leases).build());
    }

    @Test
    void whatIsStoredIsCheckpointedAtMostEachTenSecondsAndWhenAskedToEnd() {
        shard.processRecords(records("1", "2"));
        seconds(5);
        shard.processRecords(records("3"));
        assertEquals(List.of("2"), leases.written);
        seconds(5);
        shard.processRecords(records("4"));
        seconds(1);
        shard.processRecords(records("5"));
        assertEquals(List.of("2", "4"), leases.written);
        shutDown();
        assertEquals(List.of("2", "4", "5"), leases.written);
        assertEquals(List.of(List.of("1", "2"), List.of("3"), List.of("4"), List.of("5")), handler.calls);
    }

    @Test
    void anEmptyReadTellsHowFarBehindItIsAndWritesNothing() {
        shard.processRecords(records());
        assertEquals(List.of(), leases.written);
        assertEquals(List.of(), handler.calls);
        assertEquals(1, metrics.size());
        assertTrue(metrics.getFirst().contains("\"BehindMs\":7"), metrics.getFirst());
    }

    @Test
    void aBatchThatFailsComesAgainWithLongerPausesUntilItIsStoredAndNothingIsCheckpointedBefore() {
        handler.thenThrows()
                .then(_ -> new BatchResult.Failed("full"))
                .thenThrows()
                .thenThrows()
                .thenThrows()
                .thenThrows()
                .thenThrows();
        shard.processRecords(records("1", "2"));
        assertEquals(8, handler.calls.size());
        assertTrue(handler.calls.stream().allMatch(List.of("1", "2")::equals));
        assertEquals(List.of(250L, 500L, 1_000L, 2_000L, 4_000L, 8_000L, 10_000L), pausesMs);
        assertEquals(List.of("2"), leases.written);
        assertEquals(
                7,
                metrics.stream()
                        .filter(line -> line.contains("\"BatchFailures\":1"))
                        .count());
    }

    @Test
    void ofABatchThatFailsInTheMiddleOnlyTheRestComesAgain() {
        handler.then(_ -> new BatchResult.FailedAt("3")).then(_ -> new BatchResult.FailedAt("3"));
        shard.processRecords(records("1", "2", "3", "4"));
        assertEquals(List.of(List.of("1", "2", "3", "4"), List.of("3", "4"), List.of("3", "4")), handler.calls);
        assertEquals(List.of("4"), leases.written);
    }

    @Test
    void whenTheLeaseIsLostWhileABatchFailsItIsLeftAndNothingMoreIsTakenOrWritten() {
        handler.thenThrows().then(_ -> {
            leases.loseLease();
            throw new IllegalStateException("the database is away");
        });
        shard.processRecords(records("1"));
        assertEquals(List.of("1"), leases.prepared, "asked once while the lease was held");
        assertEquals(1, pausesMs.size());
        shard.processRecords(records("2"));
        shard.leaseLost(LeaseLostInput.builder().build());
        assertEquals(2, handler.calls.size());
        assertEquals(List.of(), leases.written);
    }

    @Test
    void whenTheProcessEndsWhileABatchFailsOnlyWhatIsStoredIsCheckpointed() {
        shard.processRecords(records("1"));
        seconds(1);
        handler.thenThrows().thenThrows().thenThrows();
        pausesUntilStop = 2;
        shard.processRecords(records("2"));
        shard.processRecords(records("3"));
        shutDown();
        assertEquals(List.of(List.of("1"), List.of("2"), List.of("2")), handler.calls);
        assertEquals(List.of("1", "1"), leases.written);
    }

    @Test
    void anInterruptionIsARequestToEnd() {
        handler.then(_ -> {
            throw new InterruptedException();
        });
        pausesUntilStop = 1;
        shard.processRecords(records("1"));
        assertTrue(Thread.interrupted());
        assertEquals(List.of(), leases.written);
    }

    @Test
    void anErrorThatFliesThroughLeavesEverythingAfterItUntouched() {
        handler.then(_ -> {
            throw new LinkageError("as scripted");
        });
        try {
            shard.processRecords(records("1"));
        } catch (LinkageError e) {
            assertEquals("as scripted", e.getMessage());
        }
        shard.processRecords(records("2"));
        shutDown();
        assertEquals(List.of(List.of("1")), handler.calls);
        assertEquals(List.of(), leases.written);
    }

    @Test
    void aLeaseTableThatDoesNotAnswerHoldsNothingUpAndTheNextCheckpointCoversIt() {
        leases.throttle(1);
        shard.processRecords(records("1"));
        seconds(10);
        shard.processRecords(records("2"));
        assertEquals(List.of("2"), leases.written);
    }

    @Test
    void aLeaseLostAtTheCheckpointEndsTheReading() {
        leases.loseLease();
        shard.processRecords(records("1"));
        shard.processRecords(records("2"));
        assertEquals(List.of(List.of("1")), handler.calls);
    }

    @Test
    void theEndOfAShardIsWrittenHoweverOftenItTakes() {
        shard.processRecords(records("1"));
        leases.throttle(2);
        endShard();
        assertEquals(List.of("1", FakeCheckpointer.END), leases.written);
        assertEquals(2, pausesMs.size());
    }

    @Test
    void theEndOfAShardIsNotWrittenWhenNotAllOfItIsStored() {
        handler.thenThrows();
        pausesUntilStop = 1;
        shard.processRecords(records("1"));
        endShard();
        assertEquals(List.of(), leases.written);
    }

    @Test
    void aRecordThatCanNotBeReadIsKeptWholeAndTheOthersGoOn() {
        List<byte[]> kept = new ArrayList<>();
        ShardProcessor real = processor(new RecorderHandler(
                new Recorder(new MemoryTradeStore(), (_, _, _) -> List.of(), _ -> {}),
                (record, _) -> kept.add(record.data())));
        real.processRecords(records("1", "2"));
        assertEquals(2, kept.size());
        assertArrayEquals(DATA, kept.getFirst());
        assertEquals(List.of("2"), leases.written);
    }
}
