package dev.sextant.venues.sim;

import java.util.Comparator;
import java.util.PriorityQueue;

/** Things due at an event time; things due at the same time run in the order they were added. Not thread-safe. */
public final class EventTimeQueue {

    /** Something that is due. */
    @FunctionalInterface
    public interface Action {
        /** Runs it; {@code dueMs} is the time it was due at, which may be ahead of the market clock after a drain. */
        void run(long dueMs);
    }

    private record Due(long dueMs, long sequence, Action action) {}

    private final PriorityQueue<Due> queue =
            new PriorityQueue<>(Comparator.comparingLong(Due::dueMs).thenComparingLong(Due::sequence));
    private long nextSequence;

    /** Adds something due at this event time. */
    public void add(long dueMs, Action action) {
        queue.add(new Due(dueMs, nextSequence++, action));
    }

    /** Whether nothing is due at any time. */
    public boolean isEmpty() {
        return queue.isEmpty();
    }

    /** When the next thing is due, event time in epoch ms; {@link Long#MAX_VALUE} when nothing is. */
    public long nextDueMs() {
        Due next = queue.peek();
        return next == null ? Long.MAX_VALUE : next.dueMs();
    }

    /** Runs everything due before this event time, including what that adds. */
    public void runBefore(long timeMs) {
        for (Due next = queue.peek(); next != null && next.dueMs() < timeMs; next = queue.peek()) {
            queue.remove();
            next.action().run(next.dueMs());
        }
    }

    /** Runs everything at once, in order, including what that adds: for when the clock stands and nobody may wait. */
    public void drain() {
        runBefore(Long.MAX_VALUE);
    }
}
