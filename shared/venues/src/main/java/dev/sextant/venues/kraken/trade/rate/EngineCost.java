package dev.sextant.venues.kraken.trade.rate;

/**
 * What an action adds to the trading engine's counter of its pair, in hundred-thousandths of a count. An amendment, an
 * edit or a cancel costs more the younger its order is; an order that is exactly as old as a step counts as older.
 */
public final class EngineCost {

    private static final long FIXED = Tier.UNITS;
    private static final long[][] AMEND = {{5_000, 3}, {10_000, 2}, {15_000, 1}};
    private static final long[][] EDIT = {{5_000, 6}, {10_000, 5}, {15_000, 4}, {45_000, 2}, {90_000, 1}};
    private static final long[][] CANCEL = {{5_000, 8}, {10_000, 6}, {15_000, 5}, {45_000, 4}, {90_000, 2}, {300_000, 1}
    };

    private EngineCost() {}

    /** A new order. */
    public static long add() {
        return FIXED;
    }

    /** A batch of new orders: half a count for each. */
    public static long addBatch(int orders) {
        if (orders < 1) {
            throw new IllegalArgumentException("orders is " + orders + ", expected at least 1");
        }
        return orders * FIXED / 2;
    }

    /** A change in place. */
    public static long amend(long ageMs) {
        return FIXED + byAge(AMEND, ageMs);
    }

    /** A cancel with a new order in its place. */
    public static long edit(long ageMs) {
        return FIXED + byAge(EDIT, ageMs);
    }

    /** A cancel; a batch of cancels costs the sum of them. */
    public static long cancel(long ageMs) {
        return byAge(CANCEL, ageMs);
    }

    private static long byAge(long[][] steps, long ageMs) {
        for (long[] step : steps) {
            if (ageMs < step[0]) {
                return step[1] * Tier.UNITS;
            }
        }
        return 0;
    }
}
