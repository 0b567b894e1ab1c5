package dev.sextant.local.venue.kraken;

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
}
