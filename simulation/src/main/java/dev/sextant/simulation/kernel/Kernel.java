package dev.sextant.simulation.kernel;

import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The queue of events and the clock that jumps from one to the next. Not thread-safe: one thread at a time has it. */
public final class Kernel {

    private record Event(long atMs, int tie, long ordinal, Runnable action) implements Comparable<Event> {

        @Override
        public int compareTo(Event other) {
            int byTime = Long.compare(atMs, other.atMs);
            int byTie = byTime != 0 ? byTime : Integer.compare(tie, other.tie);
            return byTie != 0 ? byTie : Long.compare(ordinal, other.ordinal);
        }
    }

    private final PriorityQueue<Event> queue = new PriorityQueue<>();
    private final SplittableRandom chance;
    private final Trace trace;
    private final Thread self = Thread.currentThread();
    private long nowMs;
    private long ordinal;
    private @Nullable Throwable failure;

    /**
     * @param seed decides every draw, also the order of events at the same millisecond
     * @param startMs true time at the beginning, epoch milliseconds
     */
    public Kernel(long seed, long startMs, Trace trace) {
        this.chance = new SplittableRandom(seed);
        this.nowMs = startMs;
        this.trace = trace;
    }

    public long nowMs() {
        return nowMs;
    }

    public Trace trace() {
        return trace;
    }

    /** Notes a step in the trace. */
    public void note(String what) {
        trace.note(nowMs, what);
    }

    /** Adds words to the trace for whoever reads it. */
    public void say(Supplier<String> what) {
        trace.say(nowMs, what);
    }

    /** Does something later; ties at the same millisecond are broken by the seed. */
    public void after(long delayMs, Runnable action) {
        queue.add(new Event(nowMs + Math.max(0, delayMs), chance.nextInt(), ordinal++, action));
    }

    /** True with a probability. */
    public boolean chance(double probability) {
        return probability > 0 && chance.nextDouble() < probability;
    }

    /** From {@code low} to {@code high}, both included. */
    public long between(long low, long high) {
        return chance.nextLong(low, high + 1);
    }

    /** One of a list. */
    public <T> T pick(List<T> from) {
        return from.get(chance.nextInt(from.size()));
    }

    /** Runs every event up to a time, then stands at it. */
    public void runUntil(long endMs) {
        while (true) {
            Event next = queue.peek();
            if (next == null || next.atMs() > endMs) {
                nowMs = Math.max(nowMs, endMs);
                return;
            }
            queue.remove();
            nowMs = Math.max(nowMs, next.atMs());
            next.action().run();
            throwFailure();
        }
    }

    /** True when nothing else happens before a moment, so that whoever runs may go on there at once. */
    boolean nothingUntil(long atMs) {
        Event next = queue.peek();
        return next == null || next.atMs() > atMs;
    }

    /** Goes on to a moment before the next event. */
    void advanceTo(long atMs) {
        nowMs = Math.max(nowMs, atMs);
    }

    Thread thread() {
        return self;
    }

    /** What ended a sandbox and was not its death: a violation, or a defect of the simulation. */
    void failed(Throwable thrown) {
        if (failure == null) {
            failure = thrown;
        }
    }

    private void throwFailure() {
        switch (failure) {
            case null -> {}
            case Error error -> throw error;
            case RuntimeException exception -> throw exception;
            case Throwable other -> throw new IllegalStateException(other);
        }
    }
}
