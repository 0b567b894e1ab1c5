package dev.sextant.venues.kraken.feed;

/**
 * A book message as numbers, written by {@link BookScanner} or {@link BookScaler} and used again for each message:
 * whoever wants to keep something copies it. Has a meaning only after one that was read whole. One thread.
 */
public final class ScannedBook {

    private final Levels bids = new Levels();
    private final Levels asks = new Levels();
    private int pair;
    private boolean snapshot;
    private long checksum;
    private long timeMicros;

    void clear() {
        bids.clear();
        asks.clear();
        pair = ScannedPairs.UNKNOWN;
        timeMicros = WireTime.NONE;
    }

    void setPair(int pair) {
        this.pair = pair;
    }

    void setSnapshot(boolean snapshot) {
        this.snapshot = snapshot;
    }

    void setChecksum(long checksum) {
        this.checksum = checksum;
    }

    void setTimeMicros(long timeMicros) {
        this.timeMicros = timeMicros;
    }

    /** The pair's number in {@link ScannedPairs}. */
    public int pair() {
        return pair;
    }

    /** True when the book begins anew with this message, false when it is changed by it. */
    public boolean isSnapshot() {
        return snapshot;
    }

    /** CRC-32 of the ten best levels of each side once the message is applied. */
    public long checksum() {
        return checksum;
    }

    /** Epoch microseconds, 0 when the message has none. */
    public long timeMicros() {
        return timeMicros;
    }

    /** Levels of the buyers. */
    public Levels bids() {
        return bids;
    }

    /** Levels of the sellers. */
    public Levels asks() {
        return asks;
    }
}
