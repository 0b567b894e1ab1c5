package dev.sextant.direct;

import dev.sextant.domain.event.Account;

/**
 * Who trades, and by what.
 *
 * @param currency the account's currency, in which its limits are
 * @param strategy the strategy's name; it must be registered for the direct lane
 * @param maxBookAgeMs how old the book of a leg may be when its plan is reserved
 * @param goodForMs how long after the decision leg 1 may be sent
 */
public record LaneSettings(
        Account account, String currency, String strategy, String strategyVersion, long maxBookAgeMs, long goodForMs) {

    /** As plans, orders and instruments name the venue. */
    public static final String VENUE = "KRAKEN";

    public LaneSettings {
        if (maxBookAgeMs < 1 || goodForMs < 1) {
            throw new IllegalArgumentException(
                    "maxBookAgeMs is " + maxBookAgeMs + " and goodForMs " + goodForMs + ", expected both above 0");
        }
    }
}
