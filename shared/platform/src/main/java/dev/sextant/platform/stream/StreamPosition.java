package dev.sextant.platform.stream;

/** Where in a shard reading starts. */
public sealed interface StreamPosition {

    /** The oldest record kept. */
    record TrimHorizon() implements StreamPosition {}

    /** What arrives from now on. */
    record Latest() implements StreamPosition {}

    /**
     * What arrived at or after a wall-clock time in epoch milliseconds. The local emulator does not answer until there is
     * such a record, so the desk's mappings don't start like this.
     */
    record AtTime(long arrivedAtMs) implements StreamPosition {}

    /** The record after this one: a checkpoint. */
    record After(String sequenceNumber) implements StreamPosition {}
}
