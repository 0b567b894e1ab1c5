package dev.sextant.local.venue.kraken.account;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/**
 * The account's fees as they are now: by pair where a pair has a table of its own, and by the dollars it has traded for.
 * Guarded by the market's monitor.
 */
public final class FeeSchedule {

    private static final String DOLLAR = "USD";

    private final Map<String, FeeTable> own = new HashMap<>();
    private FeeTable table;
    private BigDecimal volume = BigDecimal.ZERO;

    FeeSchedule(FeeTable table) {
        this.table = table;
    }

    /** The table of a pair. */
    public FeeTable table(Pair pair) {
        return own.getOrDefault(pair.symbol(), table);
    }

    /** What an order of a pair pays now. */
    public Fees of(Pair pair) {
        return table(pair).at(volume).fees();
    }

    /** In US dollars, of the trades that were paid in them. */
    public BigDecimal volume() {
        return volume;
    }

    /** The venue changes what every pair costs that has no table of its own. */
    public void set(FeeTable next) {
        table = next;
    }

    /** The venue gives a pair a table of its own. */
    public void set(String symbol, FeeTable next) {
        own.put(symbol, next);
    }

    void traded(Pair pair, BigDecimal cost) {
        if (pair.quote().name().equals(DOLLAR)) {
            volume = volume.add(cost);
        }
    }
}
