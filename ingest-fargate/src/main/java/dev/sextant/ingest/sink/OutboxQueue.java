package dev.sextant.ingest.sink;

import dev.sextant.domain.market.Frame;
import dev.sextant.ingest.spill.Spill;
import dev.sextant.ingest.spill.SpillFigures;
import dev.sextant.ingest.spill.Taken;
import dev.sextant.ingest.store.GapNotes;
import dev.sextant.platform.stream.CorruptRecordException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/**
 * What waits to be sent, in one order: the oldest in memory, then those on disk, then those that the disk did not take.
 * Thread-safe: one thread adds, another takes.
 */
public final class OutboxQueue implements AutoCloseable {

    /** Records read back from disk at once. */
    private static final int REFILL = 500;

    private final int capacity;
    private final Spill spill;
    private final SpillLosses losses;
    private final Deque<OutboxEntry> head = new ArrayDeque<>();
    private final Deque<OutboxEntry> tail = new ArrayDeque<>();
    private List<OutboxEntry> taken = List.of();

    /** @param capacity records in memory, beyond which the disk is used; a soft limit */
    public OutboxQueue(int capacity, Spill spill, GapNotes gaps) {
        this.capacity = capacity;
        this.spill = spill;
        this.losses = new SpillLosses(gaps);
    }

    synchronized void add(OutboxEntry entry) {
        if (entry instanceof OutboxEntry.OnMarket(Frame frame)) {
            losses.accepted(frame);
        }
        if (tail.isEmpty() && spill.isEmpty() && head.size() + taken.size() < capacity) {
            head.addLast(entry);
        } else {
            tail.addLast(entry);
            toDisk();
        }
    }

    private void toDisk() {
        while (!tail.isEmpty() && spill.hasRoom() && spill.offer(OutboxCodec.encode(tail.getFirst()))) {
            tail.removeFirst();
        }
    }

    /**
     * Takes the next entries: ticks alone, or up to {@code max} market records. They are {@link #sent} or {@link #putBack}
     * before the next ones are taken.
     */
    synchronized List<OutboxEntry> take(int max) {
        refill();
        List<OutboxEntry> run = new ArrayList<>();
        while (run.size() < max && head.peekFirst() instanceof OutboxEntry.OnMarket(var market)) {
            run.add(head.removeFirst());
            if (market instanceof Frame frame) {
                losses.leaving(frame);
            }
        }
        if (run.isEmpty() && !head.isEmpty()) {
            run.add(head.removeFirst());
        }
        taken = run;
        return run;
    }

    private void refill() {
        while (head.isEmpty() && !spill.isEmpty()) {
            spill.take(REFILL).forEach(this::refill);
        }
        if (head.isEmpty()) {
            head.addAll(tail);
            tail.clear();
        } else {
            toDisk();
        }
    }

    private void refill(Taken next) {
        switch (next) {
            case Taken.Whole(byte[] payload) -> {
                try {
                    head.addLast(OutboxCodec.decode(payload));
                } catch (CorruptRecordException e) {
                    losses.lost(1, String.valueOf(e.getMessage()));
                }
            }
            case Taken.Lost(long records, String reason) -> losses.lost(records, reason);
        }
    }

    /** What was taken is durable. */
    synchronized void sent() {
        taken = List.of();
        if (head.isEmpty()) {
            spill.sent();
        }
    }

    /** What was taken and is not durable goes to the front again. */
    synchronized void putBack(List<? extends OutboxEntry> unsent) {
        taken = List.of();
        unsent.reversed().forEach(head::addFirst);
    }

    /** Records waiting, those under way among them. */
    synchronized long size() {
        return head.size() + taken.size() + spill.figures().records() + tail.size();
    }

    /** Those in memory. */
    public synchronized int inMemory() {
        return head.size() + taken.size() + tail.size();
    }

    /** The reader must not add more: memory is full and the disk takes nothing. */
    synchronized boolean full() {
        return inMemory() >= capacity && !spill.hasRoom();
    }

    public synchronized SpillFigures spilled() {
        return spill.figures();
    }

    /** Spilled records that the disk has lost. */
    public synchronized long lost() {
        return losses.records();
    }

    /** Leaves to the next run, on disk, what could not be sent. */
    @Override
    public synchronized void close() {
        spill.leaveInFront(Stream.concat(taken.stream(), head.stream())
                .map(OutboxCodec::encode)
                .toList());
        toDisk();
        spill.close();
    }
}
