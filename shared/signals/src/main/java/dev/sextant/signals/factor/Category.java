package dev.sextant.signals.factor;

import java.util.Locale;

/** The seven kinds of evidence a score is made of. */
public enum Category {
    /** Which way takers trade. */
    DIRECTION,
    /** Large trades. */
    CROWDING,
    /** Volatility, and price against its average. */
    ENVIRONMENT,
    /** What accounts and open interest say. */
    CONFIRMATION,
    /** Another venue's price. */
    AUXILIARY,
    /** What holding costs. */
    FUNDING_RATE,
    /** Forced orders. */
    LIQUIDATION;

    /** The name in files and in storage: {@code funding_rate}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
