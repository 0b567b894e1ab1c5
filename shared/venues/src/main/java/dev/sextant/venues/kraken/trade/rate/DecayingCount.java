package dev.sextant.venues.kraken.trade.rate;

/** A count that falls by the same amount each millisecond, never below 0. A clock that goes back stands still. */
final class DecayingCount {

    private final long decayPerMs;
    private long units;
    private long atMs;

    DecayingCount(long decayPerMs, long atMs) {
        this.decayPerMs = decayPerMs;
        this.atMs = atMs;
    }

    long units(long nowMs) {
        if (nowMs > atMs) {
            long msToZero = units / decayPerMs + 1;
            long passedMs = Math.min(nowMs - atMs, msToZero);
            units = Math.max(0, units - passedMs * decayPerMs);
            atMs = nowMs;
        }
        return units;
    }

    void add(long added, long nowMs) {
        units = units(nowMs) + added;
    }

    /** Milliseconds until no more than {@code limit} is left, 0 when that is so now. */
    long msUntil(long limit, long nowMs) {
        long over = units(nowMs) - limit;
        return over <= 0 ? 0 : (over + decayPerMs - 1) / decayPerMs;
    }
}
