package dev.sextant.domain.event;

import java.math.BigDecimal;

/**
 * How much of the risk per trade a score earns. The score bands belong to the strategy's file; the shipped ones are
 * light 75–84, standard 85–94, heavy 95–100.
 */
public enum Tier {
    LIGHT("0.5"),
    STANDARD("1.0"),
    HEAVY("1.5");

    private final BigDecimal riskShare;

    Tier(String riskShare) {
        this.riskShare = new BigDecimal(riskShare);
    }

    /** Multiplier on the risk per trade. */
    public BigDecimal riskShare() {
        return riskShare;
    }

    /** The stored name: {@code light}, {@code standard}, {@code heavy}. */
    public String wireName() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
