package dev.sextant.venues.http;

/** A clock for time-outs: never goes back, has no relation to the calendar. */
@FunctionalInterface
public interface MonotonicClock {

    /** Milliseconds since an arbitrary origin. */
    long nowMs();

    /** The machine's. */
    static MonotonicClock system() {
        return () -> System.nanoTime() / 1_000_000;
    }
}
