package dev.sextant.local.venue.kraken;

import dev.sextant.local.venue.kraken.account.Pair;
import dev.sextant.local.venue.kraken.account.VenueAsset;
import java.math.BigDecimal;

/**
 * A pair of the made-up market.
 *
 * @param symbol as {@code BTC/USD}
 * @param base its base asset's place among the assets
 * @param quote its quote asset's place
 * @param priceDigits decimals of a price
 */
record MadePair(String symbol, int base, int quote, int priceDigits) {

    /** Decimals of a quantity, of every pair. */
    static final int QUANTITY_DIGITS = 8;

    private static final int COST_DIGITS = 8;

    /** Least quantity of an order, of every pair. */
    static final BigDecimal QUANTITY_MIN = new BigDecimal("0.0001");

    /** Least price × quantity of an order, of every pair. */
    static final BigDecimal COST_MIN = new BigDecimal("0.00002");

    /** As orders are checked against it. */
    Pair rules() {
        return Pair.of(
                VenueAsset.of(MadeMarket.asset(base)),
                VenueAsset.of(MadeMarket.asset(quote)),
                new Pair.Digits(priceDigits, QUANTITY_DIGITS, COST_DIGITS),
                QUANTITY_MIN,
                COST_MIN);
    }
}
