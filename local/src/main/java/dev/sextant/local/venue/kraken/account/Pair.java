package dev.sextant.local.venue.kraken.account;

import java.math.BigDecimal;

/**
 * A pair with its rules.
 *
 * @param digits how many decimals its amounts have
 * @param tick what a price is a multiple of
 * @param step what a quantity is a multiple of
 * @param quantityMin least quantity of an order, in base
 * @param costMin least price × quantity of an order, in quote
 */
public record Pair(
        VenueAsset base,
        VenueAsset quote,
        Digits digits,
        BigDecimal tick,
        BigDecimal step,
        BigDecimal quantityMin,
        BigDecimal costMin) {

    /** Decimals of a price, of a quantity, and of price × quantity as the pair tells them. */
    public record Digits(int price, int quantity, int cost) {}

    /** A pair whose prices and quantities may end with any digit. */
    public static Pair of(
            VenueAsset base, VenueAsset quote, Digits digits, BigDecimal quantityMin, BigDecimal costMin) {
        BigDecimal tick = BigDecimal.ONE.movePointLeft(digits.price());
        BigDecimal step = BigDecimal.ONE.movePointLeft(digits.quantity());
        return new Pair(base, quote, digits, tick, step, quantityMin, costMin);
    }

    /** Decimals of a price. */
    public int priceDigits() {
        return digits.price();
    }

    /** Decimals of a quantity. */
    public int quantityDigits() {
        return digits.quantity();
    }

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
}
