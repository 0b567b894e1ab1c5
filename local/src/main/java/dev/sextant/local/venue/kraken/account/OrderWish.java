package dev.sextant.local.venue.kraken.account;

import dev.sextant.domain.order.Side;
import java.math.BigDecimal;
import java.util.OptionalLong;

/**
 * A limit order as it was asked for, its fields already read.
 *
 * @param clientOrderId empty for none
 * @param immediate true when what doesn't trade at once is canceled
 * @param feeInBase true when its fees are paid in the base asset
 * @param deadlineMs after which the engine refuses it
 */
public record OrderWish(
        Pair pair,
        String clientOrderId,
        Side side,
        BigDecimal quantity,
        BigDecimal limit,
        boolean immediate,
        boolean feeInBase,
        OptionalLong deadlineMs) {

    /** The asset an order of this kind gives away. */
    VenueAsset spent() {
        return side == Side.BUY ? pair.quote() : pair.base();
    }

    VenueAsset feeAsset() {
        return feeInBase ? pair.base() : pair.quote();
    }

    /** {@code buy 1.25 XBTUSD @ limit 37500.0} */
    public String words() {
        return (side == Side.BUY ? "buy " : "sell ")
                + quantity.setScale(pair.quantityDigits()).toPlainString() + " " + pair.altname() + " @ limit "
                + limit.setScale(pair.priceDigits()).toPlainString();
    }
}
