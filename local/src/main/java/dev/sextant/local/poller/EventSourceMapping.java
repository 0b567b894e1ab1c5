package dev.sextant.local.poller;

import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import dev.sextant.domain.time.EpochClock;
import dev.sextant.platform.stream.BatchHandler;
import dev.sextant.platform.stream.Outgoing;
import dev.sextant.platform.stream.PutReceipt;
import dev.sextant.platform.stream.StreamPosition;
import dev.sextant.platform.stream.StreamReader;
import dev.sextant.platform.stream.StreamUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a stream and calls a function with batches of its records, as a Lambda event-source mapping does: in order per
 * shard, at least once, each shard stopping at its first failure until the batch is done or put aside.
 *
 * <p>Runs on a thread of its own between {@link #start} and {@link #close}; or is driven by {@link #pollOnce} with a
 * stepped clock. The shards are those of the moment it is made: re-sharding needs a restart.
 */
public final class EventSourceMapping implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EventSourceMapping.class);
    private static final long OUTAGE_PAUSE_MS = 250;

    private final MappingConfig config;
    private final Progress progress;
    private final List<ShardPoller> shards = new ArrayList<>();
    private final PollerThread thread;
    /** Where the calls of several lanes run at once. */
    private final ExecutorService callers;

    private boolean inOutage;
    private volatile boolean started;

    /**
     * Opens the stream's shards where the checkpoints say.
     *
     * @param wallClock the clock whose time records arrive at
     * @throws StreamUnavailableException when the stream can't be looked at now
     */
    public EventSourceMapping(
            MappingConfig config,
            StreamReader stream,
            BatchHandler handler,
            CheckpointStore checkpoints,
            EpochClock wallClock,
            MappingListener listener)
            throws StreamUnavailableException {
        this.config = config;
        this.callers = Executors.newCachedThreadPool(Thread.ofPlatform()
                .daemon()
                .name("call-" + config.name() + "-", 0)
                .factory());
        this.progress = new Progress(config, checkpoints, wallClock);
        this.thread = new PollerThread("mapping-" + config.name(), this::pollAndPause);
        Lane.Calls calls = new Lane.Calls(this::call, thread::wake);
        FailedBatches failed = new FailedBatches(config.name(), config.onFailureFolder(), stream.streamArn());
        for (String shardId : stream.shardIds()) {
            String last = progress.through(shardId);
            StreamPosition from = last == null ? config.startAt() : new StreamPosition.After(last);
            shards.add(new ShardPoller(
                    shardId,
                    stream.open(shardId, from),
                    config,
                    handler,
                    failed,
                    progress,
                    listener,
                    wallClock,
                    calls));
        }
    }

    /** A mapping of a Lambda function that reports batch item failures. */
    public static EventSourceMapping ofFunction(
            MappingConfig config,
            StreamReader stream,
            Function<KinesisEvent, StreamsEventResponse> function,
            CheckpointStore checkpoints,
            EpochClock wallClock,
            MappingListener listener)
            throws StreamUnavailableException {
        BatchHandler handler = new LambdaHandler(function, stream.streamArn());
        return new EventSourceMapping(config, stream, handler, checkpoints, wallClock, listener);
    }

    /** Starts its thread. */
    public void start() {
        started = true;
        thread.start();
    }

    /** One call at a time needs no other thread, and who steps the mapping wants each call to end in its step. */
    private void call(Runnable call) {
        if (started && config.parallelCalls() > 1) {
            callers.execute(call);
        } else {
            call.run();
        }
    }

    /** Polls at once instead of at the end of the pause. */
    public void wake() {
        thread.wake();
    }

    /** The same if its function gets one of these records: for writers in the same process, once they are written. */
    public void wakeFor(List<Outgoing> written) {
        if (written.stream().map(Outgoing::data).anyMatch(config.filter()::accepts)) {
            wake();
        }
    }

    /** Lets the calls that are under way end, writes the checkpoints and ends the thread. */
    @Override
    public void close() {
        thread.stop();
        shards.forEach(ShardPoller::settle);
        callers.close();
        progress.save();
    }

    /**
     * Steps every shard once: reads what is there and makes at most one call a lane, here. Not while the thread runs.
     *
     * @return records handed over or put aside
     */
    public int pollOnce() {
        int handled = 0;
        for (ShardPoller shard : shards) {
            try {
                handled += shard.step();
                inOutage = false;
            } catch (StreamUnavailableException e) {
                outage(e);
            } catch (RuntimeException e) {
                // A full disk under the checkpoints or the failed batches must not end the mapping: it tries again.
                outage(e);
            }
        }
        if (handled == 0) {
            trySave();
        }
        return handled;
    }

    private void trySave() {
        try {
            if (started) {
                progress.saveIfDue();
            } else {
                progress.save();
            }
        } catch (RuntimeException e) {
            outage(e);
        }
    }

    private void outage(Exception e) {
        progress.failed(String.valueOf(e.getMessage()));
        if (!inOutage) {
            LOG.warn("mapping {} can't go on and keeps trying: {}", config.name(), e.getMessage());
        }
        inOutage = true;
    }

    private long pollAndPause() {
        if (pollOnce() > 0) {
            return 0;
        }
        return inOutage ? Math.max(OUTAGE_PAUSE_MS, config.pollEveryMs()) : config.pollEveryMs();
    }

    /** Where it stands. */
    public MappingStatus status() {
        return progress.status();
    }

    /** True once a record of a stream of one shard, and all before it, are done, passed over or put aside. */
    public boolean hasProcessed(String sequenceNumber) {
        return progress.status().processedThrough().keySet().stream()
                .anyMatch(shardId -> progress.hasProcessed(shardId, sequenceNumber));
    }

    /** True once everything a writer was given a receipt for is done, passed over or put aside. */
    public boolean hasProcessed(PutReceipt receipt) {
        return receipt.lastSequenceNumbers().entrySet().stream()
                .allMatch(last -> progress.hasProcessed(last.getKey(), last.getValue()));
    }

    /**
     * Waits until {@link #hasProcessed(PutReceipt)}.
     *
     * @return false when the time was over first
     */
    public boolean awaitProcessed(PutReceipt receipt, Duration patience) throws InterruptedException {
        return progress.await(() -> hasProcessed(receipt), patience);
    }

    /** Waits until {@link #hasProcessed(String)}. */
    public boolean awaitProcessed(String sequenceNumber, Duration patience) throws InterruptedException {
        return progress.await(() -> hasProcessed(sequenceNumber), patience);
    }
}
