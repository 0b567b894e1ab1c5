package dev.sextant.local.venue.kraken.account;

/** A count that falls with time and refuses what would take it above its most. */
public final class Counter {

    private final double most;
    private final double decayPerSecond;
    private double level;
    private long atMs;

    Counter(double most, double decayPerSecond) {
        this.most = most;
        this.decayPerSecond = decayPerSecond;
    }

    /** Counts, or refuses with these words and counts nothing. */
    public void add(double cost, long nowMs, String words) {
        double now = level(nowMs);
        if (cost > 0 && now + cost > most) {
            throw new Refusal(words);
        }
        level = now + cost;
        atMs = Math.max(atMs, nowMs);
    }

    /** Where it stands. */
    double level(long nowMs) {
        return Math.max(0, level - decayPerSecond * Math.max(0, nowMs - atMs) / 1_000);
    }
}
