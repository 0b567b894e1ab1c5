package dev.sextant.domain.plan;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.Price;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.Side;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What the venue says of a pair, as it was when a plan was made. Used by {@link PlanSequencer} to size an order from what is
 * held.
 *
 * @param base the asset that is bought and sold
 * @param quote the asset it is paid with, and that fees are taken from
 * @param tick what a limit is a multiple of, above 0
 * @param step what a quantity is a multiple of, above 0
 * @param minQuantity the least quantity of an order
 * @param minCost the least price × quantity of an order, in quote
 * @param feeRate the taker's fee as a share of price × quantity, 0 to 0.1
 */
public record PairTerms(
        Symbol pair,
        String base,
        String quote,
        BigDecimal tick,
        BigDecimal step,
        BigDecimal minQuantity,
        BigDecimal minCost,
        BigDecimal feeRate) {

    public PairTerms {
        positive(pair, "tick", tick);
        positive(pair, "step", step);
        if (feeRate.signum() < 0 || feeRate.compareTo(new BigDecimal("0.1")) > 0) {
            throw new IllegalArgumentException(pair + ": feeRate is " + feeRate + ", expected 0 to 0.1");
        }
    }

    private static void positive(Symbol pair, String field, BigDecimal value) {
        if (value.signum() <= 0) {
            throw new IllegalArgumentException(pair + ": " + field + " is " + value + ", expected above 0");
        }
    }

    /** The asset an order of this side gives away. */
    public String gives(Side side) {
        return side == Side.BUY ? quote : base;
    }

    /** The asset an order of this side brings. */
    public String brings(Side side) {
        return side == Side.BUY ? base : quote;
    }

    /**
     * The greatest quantity that an amount of the asset given pays for at a limit, fee included, in whole steps. A buyer's
     * venue holds back price × quantity at the limit, whatever the fills cost in the end.
     *
     * @param held what there is of {@link #gives}, 0 or more
     * @return empty when that is below one of the venue's minimums
     */
    public Optional<Quantity> affordable(Side side, BigDecimal held, Price limit) {
        BigDecimal most = side == Side.SELL
                ? held
                : held.divide(
                        limit.value().multiply(feeRate.add(BigDecimal.ONE)), new MathContext(40, RoundingMode.DOWN));
        BigDecimal quantity = most.divideToIntegralValue(step).multiply(step);
        boolean enough = quantity.signum() > 0
                && quantity.compareTo(minQuantity) >= 0
                && quantity.multiply(limit.value()).compareTo(minCost) >= 0;
        return enough ? Optional.of(new Quantity(quantity)) : Optional.empty();
    }

    /** A price that is worse by a share for whoever takes this side, on the tick: rounded away from the book, above 0. */
    public Price worse(Side side, Price price, BigDecimal share) {
        boolean buys = side == Side.BUY;
        BigDecimal moved = price.value().multiply(BigDecimal.ONE.add(buys ? share : share.negate()));
        BigDecimal ticks = moved.divide(tick, 0, buys ? RoundingMode.CEILING : RoundingMode.FLOOR);
        return new Price(ticks.max(BigDecimal.ONE).multiply(tick));
    }
}
