package dev.sextant.simulation.kernel;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.function.Supplier;

/** A running hash of everything that happened, and, when asked for, the last of it in words. */
public final class Trace {

    private static final long PRIME = 0x100000001b3L;

    private final int kept;
    private final Deque<String> lines = new ArrayDeque<>();
    private long hash = 0xcbf29ce484222325L;
    private long steps;

    /** @param kept how many of the last lines to keep; 0 keeps the hash alone */
    public Trace(int kept) {
        this.kept = kept;
    }

    void note(long atMs, String what) {
        hash = (hash ^ atMs) * PRIME;
        hash = (hash ^ what.hashCode()) * PRIME;
        steps++;
        say(atMs, () -> what);
    }

    /** Words for people; they are no part of the hash. */
    void say(long atMs, Supplier<String> what) {
        if (kept > 0) {
            lines.add(Instant.ofEpochMilli(atMs) + " " + what.get());
            if (lines.size() > kept) {
                lines.remove();
            }
        }
    }

    /** Equal for two runs that did the same. */
    public long hash() {
        return hash;
    }

    public long steps() {
        return steps;
    }

    public Collection<String> lines() {
        return Collections.unmodifiableCollection(lines);
    }
}
