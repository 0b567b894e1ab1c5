package dev.sextant.infra.settings;

import java.math.BigDecimal;

/**
 * The limits that the desk's own account begins with. Preparing the database sets them until a person sets one.
 *
 * @param riskPerTrade what a trade of the standard tier may lose, in the account's currency
 * @param maxPositions symbols at once
 * @param maxSymbolNotional held in one symbol
 * @param maxTotalNotional held in all
 * @param maxDailyLossR closed loss of a day that halts, in multiples of {@code riskPerTrade}
 */
public record FirstLimits(
        BigDecimal riskPerTrade,
        int maxPositions,
        BigDecimal maxSymbolNotional,
        BigDecimal maxTotalNotional,
        BigDecimal maxDailyLossR) {

    private static final int MOST_POSITIONS = 100;

    static FirstLimits read(Context in) {
        FirstLimits limits = new FirstLimits(
                in.amount("riskPerTrade", "5"),
                in.number("maxPositions", 2, 1, MOST_POSITIONS),
                in.amount("maxSymbolNotional", "500"),
                in.amount("maxTotalNotional", "1000"),
                in.amount("maxDailyLossR", "3"));
        if (limits.maxSymbolNotional.compareTo(limits.maxTotalNotional) > 0) {
            in.problem(
                    "maxSymbolNotional",
                    limits.maxSymbolNotional.toPlainString(),
                    "at most maxTotalNotional, which is " + limits.maxTotalNotional.toPlainString());
        }
        return limits;
    }
}
