package dev.sextant.ingest.opportunity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Changes from the thread of the books to the one that writes. Offering never waits: when the database has taken nothing
 * for long, changes are dropped and counted.
 */
final class ChangeQueue {

    private final BlockingQueue<Change> waiting;
    private final AtomicLong dropped = new AtomicLong();

    ChangeQueue(int capacity) {
        waiting = new ArrayBlockingQueue<>(capacity);
    }

    void offer(Change change) {
        if (!waiting.offer(change)) {
            dropped.incrementAndGet();
        }
    }

    /** How many changes were lost so far. */
    long dropped() {
        return dropped.get();
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** What has come, after waiting for something; of several states of an opportunity only the last one. */
    List<Change> take(int most, long waitMs) throws InterruptedException {
        Change first = waiting.poll(waitMs, TimeUnit.MILLISECONDS);
        if (first == null) {
            return List.of();
        }
        List<Change> changes = new ArrayList<>();
        changes.add(first);
        waiting.drainTo(changes, most - 1);
        return newest(changes);
    }

    private static List<Change> newest(List<Change> changes) {
        Map<String, Change> states = new LinkedHashMap<>();
        List<Change> verdicts = new ArrayList<>();
        for (Change change : changes) {
            if (change instanceof Change.Known) {
                states.put(change.opportunityId(), change);
            } else {
                verdicts.add(change);
            }
        }
        List<Change> newest = new ArrayList<>(states.values());
        newest.addAll(verdicts);
        return newest;
    }
}
