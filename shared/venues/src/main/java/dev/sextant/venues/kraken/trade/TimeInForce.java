package dev.sextant.venues.kraken.trade;

import java.util.Locale;

/** How long a limit order may rest. */
public enum TimeInForce {
    /** Until it is cancelled. */
    GTC,
    /** What doesn't trade at once is cancelled. */
    IOC;

    /** As the socket writes it; REST takes the constant's name. */
    public String onSocket() {
        return name().toLowerCase(Locale.ROOT);
    }
}
