package dev.sextant.venues.kraken.feed;

import dev.sextant.domain.market.Symbol;
import java.math.BigDecimal;

/**
 * What Kraken's {@code instrument} channel says of a pair, exact. Prices are told in units of 10^-{@code
 * pricePrecision}, quantities in units of 10^-{@code qtyPrecision}: those are also the precisions of the checksum.
 *
 * @param status whether orders are taken
 * @param priceIncrement the price step, a multiple of the price unit
 * @param qtyIncrement the quantity step, a multiple of the quantity unit
 * @param qtyMin least quantity of an order, in base
 * @param costPrecision decimals of price × quantity
 * @param costMin least price × quantity of an order, in quote
 */
public record PairRules(
        Symbol symbol,
        String base,
        String quote,
        MarketStatus status,
        int pricePrecision,
        int qtyPrecision,
        BigDecimal priceIncrement,
        BigDecimal qtyIncrement,
        BigDecimal qtyMin,
        int costPrecision,
        BigDecimal costMin) {

    /** Most decimals of any value: what fits a long with a digit before the point. */
    public static final int MAX_PRECISION = 18;

    private static final int MAX_ASSET_CHARS = 40;

    /** @throws IllegalArgumentException naming the field that can't be */
    public PairRules {
        asset("base", base);
        asset("quote", quote);
        precision("price_precision", pricePrecision);
        precision("qty_precision", qtyPrecision);
        precision("cost_precision", costPrecision);
        increment("price_increment", priceIncrement, pricePrecision);
        increment("qty_increment", qtyIncrement, qtyPrecision);
        notNegative("qty_min", qtyMin);
        notNegative("cost_min", costMin);
    }

    /** The same rules with another status. */
    public PairRules with(MarketStatus other) {
        return new PairRules(
                symbol,
                base,
                quote,
                other,
                pricePrecision,
                qtyPrecision,
                priceIncrement,
                qtyIncrement,
                qtyMin,
                costPrecision,
                costMin);
    }

    private static void asset(String field, String name) {
        require(
                !name.isBlank() && name.length() <= MAX_ASSET_CHARS,
                field,
                "'" + name.substring(0, Math.min(MAX_ASSET_CHARS, name.length())) + "'",
                "an asset's name of 1 to 40 characters");
    }

    static void precision(String field, int decimals) {
        require(decimals >= 0 && decimals <= MAX_PRECISION, field, decimals, "0 to 18 decimals");
    }

    private static void increment(String field, BigDecimal step, int precision) {
        require(
                step.signum() > 0 && step.stripTrailingZeros().scale() <= precision,
                field,
                step,
                "a positive step with at most " + precision + " decimals");
    }

    private static void notNegative(String field, BigDecimal value) {
        require(value.signum() >= 0, field, value, "0 or more");
    }

    private static void require(boolean holds, String field, Object found, String expected) {
        if (!holds) {
            throw new IllegalArgumentException("field '" + field + "' is " + found + ", expected " + expected);
        }
    }
}
