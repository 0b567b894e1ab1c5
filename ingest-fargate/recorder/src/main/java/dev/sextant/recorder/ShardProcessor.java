package dev.sextant.recorder;

import dev.sextant.platform.stream.BatchHandler;
import dev.sextant.platform.stream.StreamRecord;
import dev.sextant.platform.telemetry.Metrics;
import dev.sextant.venues.http.MonotonicClock;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.kinesis.lifecycle.events.InitializationInput;
import software.amazon.kinesis.lifecycle.events.LeaseLostInput;
import software.amazon.kinesis.lifecycle.events.ProcessRecordsInput;
import software.amazon.kinesis.lifecycle.events.ShardEndedInput;
import software.amazon.kinesis.lifecycle.events.ShutdownRequestedInput;
import software.amazon.kinesis.processor.RecordProcessorCheckpointer;
import software.amazon.kinesis.processor.ShardRecordProcessor;
import software.amazon.kinesis.retrieval.KinesisClientRecord;

/**
 * One shard, while this worker has its lease. The library passes over a batch whose processing throws, and counts as
 * read what it has handed over; so a batch is tried here until it is stored, and only what is stored is checkpointed.
 * Once a batch is left behind, because the lease is lost or the process ends, nothing after it is taken.
 *
 * <p>A checkpoint is written every ten seconds, and at the end: what a crash leaves unwritten is read again, and storing
 * it again changes nothing.
 */
final class ShardProcessor implements ShardRecordProcessor {

    static final long CHECKPOINT_EVERY_MS = 10_000;
    private static final Logger LOG = LoggerFactory.getLogger(ShardProcessor.class);

    private final BatchHandler handler;
    private final Metrics metrics;
    private final Pause pause;
    private final MonotonicClock clock;
    private LeaseTable leases = new LeaseTable("a shard");
    private String shardId = "a shard";
    private @Nullable String storedThrough;
    private long checkpointAtMs;
    /** Everything that was handed over is stored. */
    private boolean unbroken = true;

    ShardProcessor(BatchHandler handler, Metrics metrics, Pause pause, MonotonicClock clock) {
        this.handler = handler;
        this.metrics = metrics;
        this.pause = pause;
        this.clock = clock;
    }

    @Override
    public void initialize(InitializationInput input) {
        shardId = input.shardId();
        leases = new LeaseTable(shardId);
        LOG.info("{}: reading on after {}", shardId, input.extendedSequenceNumber());
    }

    @Override
    public void processRecords(ProcessRecordsInput input) {
        if (!unbroken) {
            return;
        }
        metrics.longest("BehindMs", behindMs(input));
        if (!input.records().isEmpty()) {
            List<StreamRecord> batch =
                    input.records().stream().map(this::record).toList();
            unbroken = false; // also should an error fly out of here
            unbroken = new StubbornStore(handler, metrics, pause, leases).store(batch, input.checkpointer());
            storedThrough = unbroken ? batch.getLast().sequenceNumber() : storedThrough;
        }
        if (clock.nowMs() >= checkpointAtMs) {
            checkpoint(input.checkpointer());
            metrics.flush();
        }
    }

    private static long behindMs(ProcessRecordsInput input) {
        @Nullable Long told = input.millisBehindLatest();
        return told == null ? 0 : told;
    }

    private StreamRecord record(KinesisClientRecord record) {
        ByteBuffer data = record.data().asReadOnlyBuffer();
        byte[] bytes = new byte[data.remaining()];
        data.get(bytes);
        return new StreamRecord(
                shardId,
                record.sequenceNumber(),
                record.partitionKey(),
                bytes,
                record.approximateArrivalTimestamp().toEpochMilli());
    }

    private void checkpoint(RecordProcessorCheckpointer checkpointer) {
        checkpointAtMs = clock.nowMs() + CHECKPOINT_EVERY_MS;
        if (storedThrough != null && leases.checkpoint(checkpointer, storedThrough) == LeaseTable.Answer.LEASE_LOST) {
            unbroken = false;
        }
    }

    @Override
    public void leaseLost(LeaseLostInput input) {
        unbroken = false;
        LOG.info("{}: another worker has it now", shardId);
    }

    /** Whoever reads the shards that follow waits for this checkpoint, so it is tried until it is written. */
    @Override
    public void shardEnded(ShardEndedInput input) {
        if (!unbroken) {
            LOG.warn("{}: ended, but not all of it is stored; whoever has it next goes on", shardId);
            return;
        }
        Backoff backoff = new Backoff(pause);
        while (leases.checkpointEnd(input.checkpointer()) == LeaseTable.Answer.UNAVAILABLE && backoff.another()) {
            LOG.debug("{}: once more", shardId);
        }
    }

    @Override
    public void shutdownRequested(ShutdownRequestedInput input) {
        checkpoint(input.checkpointer());
        metrics.flush();
    }
}
