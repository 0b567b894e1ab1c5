package dev.sextant.simulation.lane;

import java.util.function.LongSupplier;

/** A process's nonces: its clock in microseconds, and never one that it has given already. */
final class Nonces {

    private static final long US = 1_000;

    private final LongSupplier clockMs;
    private long last;

    Nonces(LongSupplier clockMs) {
        this.clockMs = clockMs;
    }

    long next() {
        last = Math.max(clockMs.getAsLong() * US, last + 1);
        return last;
    }
}
