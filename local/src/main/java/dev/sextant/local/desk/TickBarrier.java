package dev.sextant.local.desk;

import dev.sextant.local.desk.AckServer.Ack;
import dev.sextant.local.poller.EventSourceMapping;
import dev.sextant.platform.stream.PutReceipt;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Waits until everything that a tick caused is done: the ingest's frames and tick are on the streams, the market
 * consumers have processed them, and the decisions consumers have processed all that, including what they wrote
 * themselves. See ADR 4.
 */
final class TickBarrier {

    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final List<EventSourceMapping> marketConsumers;
    private final List<EventSourceMapping> decisionsConsumers;
    private final TrackingWriter decisions;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition acked = lock.newCondition();
    private @Nullable Ack newest;
    private int ingestsGone;
    private volatile boolean stopped;

    TickBarrier(
            List<EventSourceMapping> marketConsumers,
            List<EventSourceMapping> decisionsConsumers,
            TrackingWriter decisions) {
        this.marketConsumers = List.copyOf(marketConsumers);
        this.decisionsConsumers = List.copyOf(decisionsConsumers);
        this.decisions = decisions;
    }

    /** The ingest has put everything up to a tick. */
    void onAck(Ack ack) {
        lock.lock();
        try {
            newest = ack;
            acked.signalAll();
        } finally {
            lock.unlock();
        }
        marketConsumers.forEach(EventSourceMapping::wake);
        decisionsConsumers.forEach(EventSourceMapping::wake);
    }

    /** The ingest has ended and will not acknowledge: who waits for it goes on without. */
    void ingestGone() {
        lock.lock();
        try {
            ingestsGone++;
            acked.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Lets every waiter go: the desk stops. */
    void stop() {
        stopped = true;
        lock.lock();
        try {
            acked.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns when the ingest has done its part of the tick at {@code marketTimeMs}: it has polled and put everything. */
    void awaitIngest(long marketTimeMs) throws InterruptedException {
        awaitAck(marketTimeMs);
    }

    /** Returns when all is quiet after the tick at {@code marketTimeMs}, or the desk stops. */
    void await(long marketTimeMs) throws InterruptedException {
        Ack ack = awaitAck(marketTimeMs);
        if (ack == null) {
            return;
        }
        if (!ack.marketSequence().isEmpty()) {
            for (EventSourceMapping consumer : marketConsumers) {
                awaitSequence(consumer, ack.marketSequence());
            }
        }
        if (!ack.decisionsSequence().isEmpty()) {
            for (EventSourceMapping consumer : decisionsConsumers) {
                awaitSequence(consumer, ack.decisionsSequence());
            }
        }
        settle();
    }

    /** Until a round in which nobody wrote anything new. */
    void settle() throws InterruptedException {
        PutReceipt seen = PutReceipt.NONE;
        PutReceipt written = decisions.total();
        while (!written.equals(seen) && !stopped) {
            seen = written;
            for (EventSourceMapping consumer : decisionsConsumers) {
                consumer.wake();
                while (!stopped && !consumer.awaitProcessed(written, PATIENCE)) {
                    consumer.wake();
                }
            }
            written = decisions.total();
        }
    }

    private void awaitSequence(EventSourceMapping consumer, String sequence) throws InterruptedException {
        while (!stopped && !consumer.awaitProcessed(sequence, PATIENCE)) {
            consumer.wake();
        }
    }

    private @Nullable Ack awaitAck(long marketTimeMs) throws InterruptedException {
        lock.lock();
        try {
            int known = ingestsGone;
            while (!stopped && known == ingestsGone && (newest == null || newest.tickMs() < marketTimeMs)) {
                acked.await();
            }
            return stopped || known != ingestsGone ? null : newest;
        } finally {
            lock.unlock();
        }
    }
}
