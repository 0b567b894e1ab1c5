package dev.sextant.ingest.spill;

/** What comes back out of a spill, in order. */
public sealed interface Taken {

    /** A record as it was put in. */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    record Whole(byte[] payload) implements Taken {}

    /**
     * Records that stood here and are no more.
     *
     * @param reason names the file
     */
    record Lost(long records, String reason) implements Taken {}
}
