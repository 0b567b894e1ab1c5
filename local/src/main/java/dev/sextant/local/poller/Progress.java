package dev.sextant.local.poller;

import dev.sextant.domain.time.EpochClock;
import dev.sextant.platform.stream.SequenceOrder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** What a mapping has done, for those who watch or wait on other threads; and when its checkpoints are written. */
final class Progress {

    private final MappingConfig config;
    private final CheckpointStore checkpoints;
    private final EpochClock clock;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Map<String, String> through;
    private final Map<String, Long> oldestArrivalMs = new HashMap<>();
    private boolean unsaved;
    private long savedAtMs;
    private long recordsSeen;
    private long batches;
    private long errors;
    private long recordsGivenUp;
    private long lastBatchAtMs;
    private @Nullable String lastError;

    Progress(MappingConfig config, CheckpointStore checkpoints, EpochClock clock) {
        this.config = config;
        this.checkpoints = checkpoints;
        this.clock = clock;
        this.through = new TreeMap<>(checkpoints.load(config.name()));
    }

    void read(int records) {
        locked(() -> recordsSeen += records);
    }

    void waiting(String shardId, long arrivalMs) {
        locked(() -> oldestArrivalMs.put(shardId, arrivalMs));
    }

    void handled() {
        locked(() -> {
            batches++;
            lastBatchAtMs = clock.nowMs();
        });
    }

    /** Everything up to here is done, passed over or put aside. */
    void reached(String shardId, String sequenceNumber) {
        locked(() -> {
            through.put(shardId, sequenceNumber);
            unsaved = true;
            moved.signalAll();
        });
        saveIfDue();
    }

    void givenUp(int records) {
        locked(() -> recordsGivenUp += records);
    }

    void failed(String why) {
        locked(() -> {
            errors++;
            lastError = why;
        });
    }

    /** Writes the checkpoints if they have moved and the last write is long enough ago. */
    void saveIfDue() {
        if (clock.nowMs() - savedAtMs >= config.checkpointEveryMs()) {
            save();
        }
    }

    /** Writes the checkpoints if they have moved since the last time. Only the mapping's own thread does this. */
    void save() {
        Map<String, String> snapshot;
        lock.lock();
        try {
            if (!unsaved) {
                return;
            }
            unsaved = false;
            snapshot = Map.copyOf(through);
        } finally {
            lock.unlock();
        }
        checkpoints.save(config.name(), snapshot);
        savedAtMs = clock.nowMs();
    }

    @Nullable
    String through(String shardId) {
        lock.lock();
        try {
            return through.get(shardId);
        } finally {
            lock.unlock();
        }
    }

    boolean hasProcessed(String shardId, String sequenceNumber) {
        String last = through(shardId);
        return last != null && SequenceOrder.INSTANCE.compare(last, sequenceNumber) >= 0;
    }

    boolean await(BooleanSupplier reached, Duration patience) throws InterruptedException {
        lock.lock();
        try {
            long leftNanos = patience.toNanos();
            while (!reached.getAsBoolean()) {
                if (leftNanos <= 0) {
                    return false;
                }
                leftNanos = moved.awaitNanos(leftNanos);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    MappingStatus status() {
        lock.lock();
        try {
            long nowMs = clock.nowMs();
            long lagMs = oldestArrivalMs.values().stream()
                    .mapToLong(arrivalMs -> Math.max(0, nowMs - arrivalMs))
                    .max()
                    .orElse(0);
            return new MappingStatus(
                    Map.copyOf(through), recordsSeen, batches, errors, recordsGivenUp, lagMs, lastBatchAtMs, lastError);
        } finally {
            lock.unlock();
        }
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
    }
}
