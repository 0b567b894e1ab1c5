package dev.sextant.local.poller;

import dev.sextant.domain.time.EpochClock;
import dev.sextant.platform.stream.BatchHandler;
import dev.sextant.platform.stream.BatchResult;
import dev.sextant.platform.stream.RetryPolicy;
import dev.sextant.platform.stream.StreamRecord;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Some keys of a shard, in order: makes one call at a time and decides what a failure means. Only the calls may run on other
 * threads; all else is done by the thread that steps it.
 */
final class Lane {

    /** Halving a batch is no reason to wait. Lambda's own pauses are not documented. */
    private static final long AFTER_HALVING_MS = 20;
    /** Five retries take 7.75 seconds: records outlast a short failure of what their function needs. */
    private static final RetryPolicy BETWEEN_RETRIES = new RetryPolicy(1, 250, 8_000);

    private final MappingConfig config;
    private final BatchHandler handler;
    private final FailedBatches failedBatches;
    private final Progress progress;
    private final MappingListener listener;
    private final EpochClock clock;
    private final Consumer<String> reached;
    private final Calls calls;

    private final ShardBuffer buffer;
    /** Batches to call with, in order; more than one only while a failed batch is being halved. */
    private final Deque<ShardBatch> due = new ArrayDeque<>();

    private long retryAtMs;
    private @Nullable UnderWay underWay;

    /** A call that has been made and not been looked at since. */
    private record UnderWay(ShardBatch batch, long startedMs, CompletableFuture<BatchResult> result) {}

    /** Where calls run, and who is to know that one has ended on another thread. */
    record Calls(Executor on, Runnable onEnd) {}

    /** @param reached is told the last of this lane's records that is done, passed over or put aside */
    Lane(
            MappingConfig config,
            BatchHandler handler,
            FailedBatches failedBatches,
            Progress progress,
            MappingListener listener,
            EpochClock clock,
            Calls calls,
            Consumer<String> reached) {
        this.config = config;
        this.handler = handler;
        this.failedBatches = failedBatches;
        this.progress = progress;
        this.listener = listener;
        this.clock = clock;
        this.calls = calls;
        this.reached = reached;
        this.buffer = new ShardBuffer(config);
    }

    void add(List<StreamRecord> records, long nowMs) {
        buffer.add(records, nowMs);
    }

    /** Another record would bring its next call nearer. */
    boolean isHungry() {
        return due.isEmpty() && !buffer.holdsFullBatch();
    }

    /** Nothing waits here and nothing is under way. */
    boolean isIdle() {
        return due.isEmpty() && buffer.isEmpty();
    }

    /** When the oldest record that is not done came into the stream; now at the tip. */
    long oldestArrivalMs(long nowMs) {
        if (!due.isEmpty()) {
            return due.getFirst().records().getFirst().arrivedAtMs();
        }
        return buffer.isEmpty() ? nowMs : buffer.oldest().arrivedAtMs();
    }

    /**
     * Makes at most one call, or takes in how one ended.
     *
     * @return records handed over or put aside
     */
    int step(long nowMs) {
        UnderWay made = underWay;
        if (made != null) {
            return made.result().isDone() ? end(made) : 0;
        }
        if (due.isEmpty()) {
            cut(nowMs);
        }
        if (due.isEmpty() || nowMs < retryAtMs) {
            return 0;
        }
        return attempt(due.getFirst(), nowMs);
    }

    private void cut(long nowMs) {
        if (!buffer.isDue(nowMs)) {
            return;
        }
        ShardBatch batch = buffer.cut(nowMs);
        if (batch.records().isEmpty()) {
            reached.accept(batch.through());
        } else {
            due.addLast(batch);
        }
    }

    private int attempt(ShardBatch batch, long nowMs) {
        int tooOld = (int) batch.records().stream()
                .takeWhile(record -> config.onError().isTooOld(nowMs - record.arrivedAtMs()))
                .count();
        if (tooOld > 0) {
            return giveUp(batch, tooOld, FailedBatches.Condition.RECORD_AGE_EXCEEDED, "none: too old", nowMs);
        }
        UnderWay made =
                new UnderWay(batch, nowMs, CompletableFuture.supplyAsync(() -> call(batch.records()), calls.on()));
        if (made.result().isDone()) {
            return end(made);
        }
        underWay = made;
        var _ = made.result().thenRun(calls.onEnd());
        return 0;
    }

    private int end(UnderWay made) {
        underWay = null;
        ShardBatch batch = made.batch();
        BatchResult result = made.result().join();
        listener.onBatch(config.name(), batch.records(), result, clock.nowMs() - made.startedMs());
        return switch (result) {
            case BatchResult.Done _ -> done(batch);
            case BatchResult.FailedAt failed -> failedAt(batch, failed, made.startedMs());
            case BatchResult.Failed failed -> failed(batch, failed.why(), made.startedMs());
        };
    }

    /** Waits for the call that is under way, if one is, and takes in how it ended. */
    void settle() {
        UnderWay made = underWay;
        if (made != null) {
            var _ = end(made);
        }
    }

    private BatchResult call(List<StreamRecord> records) {
        try {
            return handler.handle(records);
        } catch (Throwable e) {
            // As with Lambda, whatever a function throws, errors included, is a failed call and no end of the mapping.
            return new BatchResult.Failed(String.valueOf(e));
        } finally {
            // An interrupt that a function leaves behind is not meant for this thread: stopping never interrupts.
            boolean _ = Thread.interrupted();
        }
    }

    private int done(ShardBatch batch) {
        due.removeFirst();
        retryAtMs = 0;
        progress.handled();
        reached.accept(batch.through());
        return batch.records().size();
    }

    /** The records before the failed one are done, and the retries of the others are counted from here. */
    private int failedAt(ShardBatch batch, BatchResult.FailedAt failed, long nowMs) {
        int index = batch.indexOf(failed.sequenceNumber());
        String why = "the function failed at record " + failed.sequenceNumber();
        if (index <= 0) {
            return failed(batch, why, nowMs);
        }
        done(batch.head(index));
        ShardBatch rest = batch.tail(index).afterRetries(0);
        due.addFirst(rest);
        if (config.onError().bisect()) {
            progress.failed(why);
            retryAtMs = nowMs + AFTER_HALVING_MS;
        } else {
            failed(rest, why, nowMs);
        }
        return batch.records().size();
    }

    private int failed(ShardBatch batch, String why, long nowMs) {
        progress.failed(why);
        int size = batch.records().size();
        if (config.onError().bisect() && size > 1) {
            due.removeFirst();
            due.addFirst(batch.tail(size / 2));
            due.addFirst(batch.head(size / 2));
            retryAtMs = nowMs + AFTER_HALVING_MS;
        } else if (config.onError().isExhausted(batch.retries())) {
            return giveUp(batch, size, FailedBatches.Condition.RETRY_ATTEMPTS_EXHAUSTED, why, nowMs);
        } else {
            due.removeFirst();
            due.addFirst(batch.afterRetries(batch.retries() + 1));
            retryAtMs = nowMs + BETWEEN_RETRIES.pauseMs(batch.retries() + 1);
        }
        return size;
    }

    private int giveUp(ShardBatch batch, int count, FailedBatches.Condition condition, String why, long nowMs) {
        boolean whole = count == batch.records().size();
        ShardBatch lost = whole ? batch : batch.head(count);
        int calls = batch.retries() + (condition == FailedBatches.Condition.RECORD_AGE_EXCEEDED ? 0 : 1);
        // If the file can't be written this throws, and the batch stays first in line: nothing is dropped unseen.
        Path file = failedBatches.keep(lost.records(), condition, calls, why, nowMs);
        listener.onGivenUp(config.name(), lost.records(), file);
        progress.givenUp(count);
        done(lost);
        if (!whole) {
            due.addFirst(batch.tail(count));
        }
        return count;
    }
}
