package dev.sextant.venues.binance.market;

import dev.sextant.venues.http.JsonFields;
import dev.sextant.venues.http.MalformedJson;
import java.util.Arrays;
import java.util.List;

/** Price levels of one side of a book, in the order of the message: positive price, quantity of 0 or more. */
public final class PriceLevels {

    private static final int MAX_LEVELS = 5_000;

    private final long[] pricesE8;
    private final long[] qtysE8;

    private PriceLevels(int size) {
        this.pricesE8 = new long[size];
        this.qtysE8 = new long[size];
    }

    /** From alternating price and quantity, units of 10⁻⁸; what tests and generators write. */
    public static PriceLevels of(long... priceAndQtyE8) {
        PriceLevels levels = new PriceLevels(priceAndQtyE8.length / 2);
        for (int i = 0; i < levels.size(); i++) {
            levels.pricesE8[i] = priceAndQtyE8[2 * i];
            levels.qtysE8[i] = priceAndQtyE8[2 * i + 1];
        }
        return levels;
    }

    /** The levels in a field of a message. */
    public static PriceLevels parse(JsonFields fields, String name) throws MalformedJson {
        List<JsonFields.Pair> pairs = fields.pairs(name);
        if (pairs.size() > MAX_LEVELS) {
            throw MalformedJson.field(name, pairs.size() + " levels", "at most " + MAX_LEVELS);
        }
        PriceLevels levels = new PriceLevels(pairs.size());
        for (int i = 0; i < pairs.size(); i++) {
            levels.set(i, name, pairs.get(i));
        }
        return levels;
    }

    private void set(int i, String name, JsonFields.Pair pair) throws MalformedJson {
        pricesE8[i] = JsonFields.e8(name, pair.first());
        qtysE8[i] = JsonFields.e8(name, pair.second());
        if (pricesE8[i] <= 0 || qtysE8[i] < 0) {
            throw MalformedJson.field(name, pair, "a positive price and a quantity of 0 or more");
        }
    }

    /** How many. */
    public int size() {
        return pricesE8.length;
    }

    /** Price of level {@code i}, units of 10⁻⁸. */
    public long priceE8(int i) {
        return pricesE8[i];
    }

    /** Absolute quantity of level {@code i}, units of 10⁻⁸; 0 removes the level. */
    public long qtyE8(int i) {
        return qtysE8[i];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PriceLevels that
                && Arrays.equals(pricesE8, that.pricesE8)
                && Arrays.equals(qtysE8, that.qtysE8);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(pricesE8) + Arrays.hashCode(qtysE8);
    }

    @Override
    public String toString() {
        return size() + " levels";
    }
}
