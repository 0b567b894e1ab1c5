package dev.sextant.simulation.feed;

import dev.sextant.domain.event.DecisionRecord;
import dev.sextant.domain.event.PrivateStreamAlive;
import dev.sextant.ingest.lease.TickGate;
import dev.sextant.simulation.fault.FaultClass;
import dev.sextant.simulation.fault.Faults;
import dev.sextant.simulation.kernel.Fate;
import dev.sextant.simulation.kernel.Kernel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * An ingest's records on their way to the stream: in order, again until the stream has answered, ticks only under the
 * lease they were made under. A put that hangs arrives all the same, up to a minute later.
 */
final class SimOutbox {

    private static final long TIMEOUT_MS = 5_000;
    private static final long AGAIN_MS = 500;
    private static final long HANGS_MS = 60_000;
    private static final long NO_TICK = -1;

    private record Entry(List<? extends DecisionRecord> records, long term) {

        boolean isTick() {
            return term != NO_TICK;
        }
    }

    private final Site site;
    private final Kernel kernel;
    private final Faults faults;
    private final TickGate gate;
    private final long epoch;
    private final Consumer<Runnable> awake;
    private final Runnable tickLeaves;
    private final Deque<Entry> queue = new ArrayDeque<>();
    private boolean sending;
    private boolean closed;

    /**
     * @param awake runs something once the ingest is awake
     * @param tickLeaves told before a tick is put
     */
    SimOutbox(Site site, TickGate gate, long epoch, Consumer<Runnable> awake, Runnable tickLeaves) {
        this.site = site;
        this.kernel = site.kernel();
        this.faults = site.faults();
        this.gate = gate;
        this.epoch = epoch;
        this.awake = awake;
        this.tickLeaves = tickLeaves;
    }

    void addPrivate(List<? extends DecisionRecord> records) {
        if (!records.isEmpty()) {
            add(new Entry(records, NO_TICK));
        }
    }

    void addTick(DecisionRecord tick) {
        add(new Entry(List.of(tick), gate.term()));
    }

    private void add(Entry entry) {
        queue.addLast(entry);
        flush();
    }

    void close() {
        closed = true;
    }

    private void flush() {
        while (!sending && !closed && !queue.isEmpty()) {
            Entry next = queue.getFirst();
            if (next.isTick() && (next.term() == TickGate.CLOSED || gate.term() != next.term())) {
                queue.removeFirst();
            } else {
                put(next);
            }
        }
    }

    private void put(Entry next) {
        if (next.isTick()) {
            tickLeaves.run();
        }
        sending = true;
        Fate fate = faults.stream();
        boolean hangs = faults.strikes(FaultClass.INGESTS, 0.02);
        long outMs = hangs ? kernel.between(TIMEOUT_MS, HANGS_MS) : fate.outMs();
        boolean answered = fate.answered() && outMs + fate.backMs() <= TIMEOUT_MS;
        if (fate.reached() && answered) {
            kernel.after(outMs, () -> {
                arrive(next);
                awake.accept(this::done);
            });
            return;
        }
        if (fate.reached()) {
            kernel.after(outMs, () -> arrive(next));
        }
        kernel.after(TIMEOUT_MS + AGAIN_MS, () -> awake.accept(this::again));
    }

    private void arrive(Entry entry) {
        for (DecisionRecord record : entry.records()) {
            site.stream().accept(record);
            if (record instanceof PrivateStreamAlive alive) {
                site.witness().aliveTold(alive.aliveAtMs());
            }
        }
        if (entry.isTick()) {
            site.witness().tickArrives(epoch, site.store().leases().heldBy(kernel.nowMs()));
        }
    }

    private void done() {
        queue.pollFirst();
        again();
    }

    private void again() {
        sending = false;
        flush();
    }
}
