package dev.sextant.planning;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.plan.CyclePlan;

/**
 * Who trades, and by what.
 *
 * @param currency the account's currency, in which its limits are
 * @param strategy the strategy's name; it must be registered for the lane
 * @param lane where its plans are carried out
 * @param maxBookAgeMs how old the book of a leg may be when its plan is reserved, milliseconds, above 0
 * @param goodForMs how long after the decision leg 1 may be sent, milliseconds, above 0
 */
public record PlanSettings(
        Account account,
        String currency,
        String strategy,
        String strategyVersion,
        CyclePlan.Lane lane,
        long maxBookAgeMs,
        long goodForMs) {

    /** As plans, orders and instruments name the venue. */
    public static final String VENUE = "KRAKEN";

    /** The strategy's name and version where nobody says another. */
    public static final String STRATEGY = "triangles";

    public static final String VERSION = "triangles@1";

    public PlanSettings {
        if (maxBookAgeMs < 1 || goodForMs < 1) {
            throw new IllegalArgumentException(
                    "maxBookAgeMs is " + maxBookAgeMs + " and goodForMs " + goodForMs + ", expected both above 0");
        }
    }
}
