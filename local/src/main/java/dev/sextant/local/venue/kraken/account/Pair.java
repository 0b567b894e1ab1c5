package dev.sextant.local.venue.kraken.account;

import java.math.BigDecimal;

/**
 * A pair with its rules.
 *
 * @param priceDigits decimals of a price
 * @param quantityDigits decimals of a quantity
 * @param quantityMin least quantity of an order, in base
 * @param costMin least price × quantity of an order, in quote
 */
public record Pair(
        VenueAsset base,
        VenueAsset quote,
        int priceDigits,
        int quantityDigits,
        BigDecimal quantityMin,
        BigDecimal costMin) {

    /** Decimals of price × quantity as the pair tells them. */
    public static final int COST_DIGITS = 8;

    /** On the socket: {@code BTC/USD}. */
    public String symbol() {
        return base.name() + "/" + quote.name();
    }

    /** In orders: {@code XBTUSD}. */
    public String altname() {
        return base.altname() + quote.altname();
    }

    /** In answers: {@code XXBTZUSD}. */
    public String id() {
        return base.old() && quote.old() ? base.id() + quote.id() : altname();
    }

    /** On the first version of the socket: {@code XBT/USD}. */
    public String wsname() {
        return base.altname() + "/" + quote.altname();
    }

    /** Step of a price. */
    public BigDecimal tick() {
        return BigDecimal.ONE.movePointLeft(priceDigits);
    }
}
