package dev.sextant.domain.portfolio;

import dev.sextant.domain.money.Decimals;
import dev.sextant.domain.order.Fill;
import dev.sextant.domain.order.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * A position as the fold of its fills, in the order they were booked. Adding moves cost in; reducing takes it out in
 * proportion, so that the profit realised over a round trip is exactly the cash that moved (average-cost method). The
 * database folds the same way in {@code portfolio.apply_fill}; the reconciler folds again with this class and compares.
 *
 * @param signedQty base units, positive when long
 * @param cost what the open quantity cost, quote units, signed like the quantity; zero when flat
 * @param realisedPnl quote units, before fees
 * @param fees paid in the account's currency; negative after rebates. Those in another asset are in its balance alone
 * @param fills executions folded so far
 */
public record Position(BigDecimal signedQty, BigDecimal cost, BigDecimal realisedPnl, BigDecimal fees, long fills) {

    public static final Position FLAT =
            new Position(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, 0);

    private static final int COST_DECIMALS = 8;

    /** Every amount in its normal form, so that equal positions are equal values. */
    public Position {
        signedQty = Decimals.normal(signedQty);
        cost = Decimals.normal(cost);
        realisedPnl = Decimals.normal(realisedPnl);
        fees = Decimals.normal(fees);
        boolean costWithoutQuantity = signedQty.signum() == 0 && cost.signum() != 0;
        if (costWithoutQuantity || signedQty.signum() * cost.signum() < 0) {
            throw new IllegalArgumentException("a position of " + signedQty.toPlainString() + " can't have cost "
                    + cost.toPlainString() + "; the cost has the quantity's sign and is 0 when flat");
        }
    }

    /** Folds a whole list, oldest first; fees in {@code currency} are counted. */
    public static Position of(List<Fill> fills, String currency) {
        Position position = FLAT;
        for (Fill fill : fills) {
            position = position.after(fill, currency);
        }
        return position;
    }

    /**
     * The position once {@code fill} is booked. A fill larger than an opposite position closes it and opens the rest.
     *
     * @param currency the account's, in which fees are counted
     */
    public Position after(Fill fill, String currency) {
        BigDecimal quantity = fill.quantity().value();
        BigDecimal bought = fill.side() == Side.BUY ? quantity : quantity.negate();
        BigDecimal price = fill.price().value();
        BigDecimal closed = closedBy(bought);
        BigDecimal costOut = costOf(closed);
        BigDecimal opened = bought.add(closed);
        return new Position(
                signedQty.add(bought),
                cost.subtract(costOut).add(opened.multiply(price)),
                realisedPnl.add(closed.multiply(price).subtract(costOut)),
                fees.add(fill.feeIn(currency)),
                fills + 1);
    }

    /** What the position is worth against its cost at {@code price}, quote units, before fees. */
    public BigDecimal unrealisedPnl(BigDecimal price) {
        return Decimals.normal(signedQty.multiply(price).subtract(cost));
    }

    /** Every amount on one line, for messages. */
    public String inWords() {
        return "quantity " + signedQty.toPlainString() + ", cost " + cost.toPlainString() + ", realised "
                + realisedPnl.toPlainString() + ", fees " + fees.toPlainString() + ", " + fills + " fills";
    }

    /** How much of this position a trade of {@code bought} takes away, signed like the position. */
    private BigDecimal closedBy(BigDecimal bought) {
        if (signedQty.signum() * bought.signum() >= 0) {
            return BigDecimal.ZERO;
        }
        return signedQty.abs().compareTo(bought.abs()) <= 0 ? signedQty : bought.negate();
    }

    /** The cost of a part: in proportion, half up at eight decimals; all of it when everything goes. */
    private BigDecimal costOf(BigDecimal closed) {
        if (closed.signum() == 0 || closed.compareTo(signedQty) == 0) {
            return closed.signum() == 0 ? BigDecimal.ZERO : cost;
        }
        return cost.multiply(closed).divide(signedQty, COST_DECIMALS, RoundingMode.HALF_UP);
    }
}
