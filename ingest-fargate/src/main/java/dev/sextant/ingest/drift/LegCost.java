package dev.sextant.ingest.drift;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What one filled order lost against the price it was decided at, exact amounts of the quote currency, positive when it
 * went against the desk. {@code latency + fill = total}, to the last digit.
 *
 * @param notional quantity times the price decided at
 * @param latency from the price decided at to the market's when the order was accepted; null when that isn't known
 * @param fill from there to the average fill; null with {@code latency}
 * @param total from the price decided at to the average fill
 * @param fees what was paid for the fills
 */
record LegCost(
        BigDecimal notional,
        @Nullable BigDecimal latency,
        @Nullable BigDecimal fill,
        BigDecimal total,
        BigDecimal fees) {

    private static final BigDecimal BPS = BigDecimal.valueOf(10_000);
    private static final int BPS_DECIMALS = 4;

    /**
     * The cost of a leg.
     *
     * @param buys whether it bought, so that a higher price is worse
     * @param qty filled quantity, positive
     * @param quote Σ price × quantity of its fills
     * @param decidedAt the price it was decided at
     * @param acceptedAt the market's price when it was accepted, or null
     */
    static LegCost of(
            boolean buys,
            BigDecimal qty,
            BigDecimal quote,
            BigDecimal decidedAt,
            @Nullable BigDecimal acceptedAt,
            BigDecimal fees) {
        BigDecimal notional = decidedAt.multiply(qty);
        BigDecimal total = worse(buys, quote.subtract(notional));
        if (acceptedAt == null) {
            return new LegCost(notional, null, null, total, fees);
        }
        BigDecimal atAcceptance = acceptedAt.multiply(qty);
        return new LegCost(
                notional,
                worse(buys, atAcceptance.subtract(notional)),
                worse(buys, quote.subtract(atAcceptance)),
                total,
                fees);
    }

    private static BigDecimal worse(boolean buys, BigDecimal paidMore) {
        return buys ? paidMore : paidMore.negate();
    }

    /** An amount in basis points of the notional, four decimals, halves away from zero. */
    BigDecimal bps(BigDecimal amount) {
        return amount.multiply(BPS).divide(notional, BPS_DECIMALS, RoundingMode.HALF_UP);
    }
}
