package dev.sextant.domain.time;

/**
 * A source of time in epoch milliseconds. The desk has two: the <em>market clock</em>, slaved to the venue (or to the
 * venue server in a replay), which drives everything that trades; and the <em>wall clock</em> for leases and sessions.
 */
@FunctionalInterface
public interface EpochClock {

    /** Now, in milliseconds since 1970-01-01T00:00Z. */
    long nowMs();
}
