package dev.sextant.domain.market;

/**
 * What a venue says of a spot pair, in whole numbers of its last digits, as a {@link CycleFrame} carries it. Ranges are those
 * of the graph it is read into.
 *
 * @param pair the venue's name
 * @param base the asset that is bought and sold
 * @param quote the asset it is paid with
 * @param pricePrecision decimals of a price, 0 to 18
 * @param quantityPrecision decimals of a quantity, 0 to 12
 * @param costPrecision decimals of what is paid, 0 to 12
 * @param tick what a limit is a multiple of, in units of 10^−pricePrecision, above 0
 * @param lot what a quantity is a multiple of, in units of 10^−quantityPrecision, above 0
 * @param minQuantity the least quantity of an order, 0 or more
 * @param minCost the least price × quantity, in units of 10^−costPrecision, 0 or more
 * @param feePpm the taker's fee in millionths, 0 to 100,000
 * @param feeInBase whether it is taken from the base asset
 */
public record PairRules(
        Symbol pair,
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

    public PairRules {
        if (base.isEmpty() || base.equals(quote)) {
            throw new IllegalArgumentException(pair + " is of '" + base + "' and '" + quote + "', expected two assets");
        }
        range(pair, "pricePrecision", pricePrecision, 0, 18);
        range(pair, "quantityPrecision", quantityPrecision, 0, 12);
        range(pair, "costPrecision", costPrecision, 0, 12);
        range(pair, "tick", tick, 1, Long.MAX_VALUE);
        range(pair, "lot", lot, 1, Long.MAX_VALUE);
        range(pair, "minQuantity", minQuantity, 0, Long.MAX_VALUE);
        range(pair, "minCost", minCost, 0, Long.MAX_VALUE);
        range(pair, "feePpm", feePpm, 0, 100_000);
    }

    private static void range(Symbol pair, String field, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    pair + ": " + field + " " + value + ", expected " + least + " to " + most);
        }
    }
}
