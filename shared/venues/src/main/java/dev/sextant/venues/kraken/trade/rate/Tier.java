package dev.sextant.venues.kraken.trade.rate;

import java.util.Arrays;
import java.util.Locale;

/**
 * Kraken's account levels with their limits. Counts are in hundred-thousandths, so that every published decay is a whole
 * number for each millisecond.
 */
public enum Tier {
    STARTER(60, 100, 60, 15, 33),
    INTERMEDIATE(125, 234, 80, 20, 50),
    PRO(180, 375, 225, 20, 100);

    /** Units of a count of 1. */
    static final long UNITS = 100_000;

    private final int engineThreshold;
    private final long engineDecayPerMs;
    private final int openOrdersPerPair;
    private final int restThreshold;
    private final long restDecayPerMs;

    Tier(int engineThreshold, long engineDecayPerMs, int openOrdersPerPair, int restThreshold, long restDecayPerMs) {
        this.engineThreshold = engineThreshold;
        this.engineDecayPerMs = engineDecayPerMs;
        this.openOrdersPerPair = openOrdersPerPair;
        this.restThreshold = restThreshold;
        this.restDecayPerMs = restDecayPerMs;
    }

    /**
     * The tier of this name, in small letters.
     *
     * @param field where it stands, for the message
     * @throws IllegalArgumentException naming the field when there is none
     */
    public static Tier named(String field, String name) {
        return Arrays.stream(values())
                .filter(tier -> tier.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        field + " is '" + name + "', expected starter, intermediate or pro"));
    }

    /** What the trading engine's counter of a pair may reach. */
    public int engineThreshold() {
        return engineThreshold;
    }

    /** Orders that may be open in a pair at a time. */
    public int openOrdersPerPair() {
        return openOrdersPerPair;
    }

    /** What the counter of private REST calls may reach. */
    public int restThreshold() {
        return restThreshold;
    }

    long engineDecayPerMs() {
        return engineDecayPerMs;
    }

    long restDecayPerMs() {
        return restDecayPerMs;
    }
}
