package dev.sextant.arbitrage.graph;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a venue says of one pair, in whole numbers. Made from the venue's list of instruments and the account's fees by
 * whoever builds a {@link CurrencyGraph}.
 *
 * @param symbol the venue's name, unique
 * @param base the asset that is bought and sold
 * @param quote the asset it is paid with
 * @param pricePrecision decimals of a price, 0 to 18
 * @param quantityPrecision decimals of a quantity, 0 to 12
 * @param costPrecision decimals of what is paid and of fees in the quote asset, 0 to 12
 * @param tick what a limit price is a multiple of, in units of 10^−pricePrecision, above 0
 * @param lot what a quantity is a multiple of, in units of 10^−quantityPrecision, above 0
 * @param minQuantity the least quantity of an order, in units of 10^−quantityPrecision
 * @param minCost the least price × quantity of an order, in units of 10^−costPrecision
 * @param feePpm the taker's fee in millionths, 0 to 100,000 (26 basis points are 2,600)
 * @param feeInBase whether it is taken from the base asset; else from the quote asset
 */
public record MarketRules(
        String symbol,
        String base,
        String quote,
        int pricePrecision,
        int quantityPrecision,
        int costPrecision,
        long tick,
        long lot,
        long minQuantity,
        long minCost,
        int feePpm,
        boolean feeInBase) {

    public MarketRules {
        if (base.equals(quote)) {
            throw new IllegalArgumentException(symbol + ": base and quote are both '" + base + "'");
        }
        range(symbol, "pricePrecision", pricePrecision, 0, 18);
        range(symbol, "quantityPrecision", quantityPrecision, 0, 12);
        range(symbol, "costPrecision", costPrecision, 0, 12);
        range(symbol, "tick", tick, 1, Long.MAX_VALUE);
        range(symbol, "lot", lot, 1, Long.MAX_VALUE);
        range(symbol, "minQuantity", minQuantity, 0, Long.MAX_VALUE);
        range(symbol, "minCost", minCost, 0, Long.MAX_VALUE);
        range(symbol, "feePpm", feePpm, 0, 100_000);
    }

    /**
     * Rules as a venue tells them, in decimals. A cost's precision is kept within what whole numbers of price times
     * quantity can be divided to; minimums between two whole numbers are rounded up.
     *
     * @throws IllegalArgumentException when a value is out of range
     */
    public static MarketRules of(
            String symbol,
            String base,
            String quote,
            Precisions precisions,
            BigDecimal priceIncrement,
            BigDecimal quantityIncrement,
            BigDecimal minQuantity,
            BigDecimal minCost,
            int feePpm) {
        int digits = precisions.price() + precisions.quantity();
        int cost = Math.clamp(precisions.cost(), Math.max(0, digits - 18), 12);
        return new MarketRules(
                symbol,
                base,
                quote,
                precisions.price(),
                precisions.quantity(),
                cost,
                scaled(priceIncrement, precisions.price()),
                scaled(quantityIncrement, precisions.quantity()),
                scaled(minQuantity, precisions.quantity()),
                scaled(minCost, cost),
                feePpm,
                false);
    }

    /** How many decimals prices, quantities and costs of a pair have. */
    public record Precisions(int price, int quantity, int cost) {}

    private static long scaled(BigDecimal value, int precision) {
        BigDecimal units = value.movePointRight(precision).setScale(0, RoundingMode.CEILING);
        return units.min(BigDecimal.valueOf(Long.MAX_VALUE)).longValueExact();
    }

    private static void range(String symbol, String field, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    symbol + ": " + field + " " + value + ", expected " + least + " to " + most);
        }
    }
}
