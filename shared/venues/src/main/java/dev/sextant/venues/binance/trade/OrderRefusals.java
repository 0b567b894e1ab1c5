package dev.sextant.venues.binance.trade;

import dev.sextant.domain.venue.Placement;
import java.util.Set;

/**
 * What the code of a definite refusal says about the same wish under a new id. For whoever reads the code of a stored
 * order; no code is an error.
 */
public final class OrderRefusals {

    /** Answers to a stop or a target whose trigger the price has reached already. */
    private static final Set<String> LEVEL_PASSED = Set.of("-2021", "-4142");

    private OrderRefusals() {}

    /** True when the order would have triggered at once. */
    public static boolean levelPassed(String code) {
        return LEVEL_PASSED.contains(code);
    }

    /**
     * True when it never left, the venue had no room for it just then, or refused its sender, whose key a person may mend:
     * a new order may well be taken.
     */
    public static boolean retryable(String code) {
        return code.equals(Placement.NOT_SENT)
                || (code.matches("-\\d{1,6}") && ErrorTable.mayPass(Integer.parseInt(code)));
    }
}
