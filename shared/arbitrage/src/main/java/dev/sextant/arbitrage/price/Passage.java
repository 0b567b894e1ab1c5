package dev.sextant.arbitrage.price;

/**
 * What passes through the legs of one cycle: the quantity each trades, and the level its last lot meets. Filled again for each
 * cycle, so that nothing is allocated; its parts share it while they size one.
 */
final class Passage {

    final Leg[] legs;
    final int[] levels;
    final double[] rates;
    final long[] quantities;

    /** What each quantity is traded for, before fees, once it is trimmed. */
    final long[] costs;

    int count;
    private final Threshold threshold;

    /** @param mostLegs that a cycle has */
    Passage(int mostLegs, Threshold threshold) {
        this.legs = new Leg[mostLegs];
        this.levels = new int[mostLegs];
        this.rates = new double[mostLegs];
        this.quantities = new long[mostLegs];
        this.costs = new long[mostLegs];
        this.threshold = threshold;
    }

    /** Begins with the best levels of a cycle's edges; false when one has no level. */
    boolean begin(Leg[] edges, int[] path) {
        count = path.length;
        boolean all = true;
        for (int i = 0; i < count; i++) {
            legs[i] = edges[path[i]];
            levels[i] = 0;
            legs[i].begin();
            all &= legs[i].reaches(0);
        }
        return all;
    }

    /** Whether the levels multiply to more than the threshold. */
    boolean exceeds() {
        for (int i = 0; i < count; i++) {
            rates[i] = legs[i].rate(levels[i]);
        }
        return ratesExceed();
    }

    /** The same where the rates are those of the levels already. */
    boolean ratesExceed() {
        double product = 1;
        for (int i = 0; i < count; i++) {
            product *= rates[i];
        }
        return threshold.exceeds(product, legs, levels, count);
    }

    /** Whether a quantity of leg 1 passes through the books at levels that multiply to more than the threshold. */
    boolean pays(long quantity) {
        if (!pass(quantity)) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            levels[i] = legs[i].level(quantities[i]);
        }
        return exceeds();
    }

    /** Each leg trades all that the one before it brought; false when a book holds too little. */
    boolean pass(long quantity) {
        quantities[0] = quantity;
        for (int i = 1; i < count; i++) {
            long amount = legs[i - 1].receive(quantities[i - 1]);
            quantities[i] = amount < 0 ? amount : legs[i].most(amount);
            if (quantities[i] < 0) {
                return false;
            }
        }
        return true;
    }

    /** From the last leg back, each gives up what the next one doesn't need; false when a book holds too little. */
    boolean trim() {
        int last = count - 1;
        costs[last] = legs[last].cost(quantities[last]);
        for (int i = last - 1; i >= 0; i--) {
            quantities[i] = toReceive(i, legs[i + 1].spend(quantities[i + 1], costs[i + 1]));
            if (quantities[i] < 0) {
                return false;
            }
            costs[i] = legs[i].cost(quantities[i]);
        }
        return true;
    }

    /** The least quantity of a leg that brings what the next one takes for a quantity; or {@link Leg#NONE}. */
    long needed(int leg, long next) {
        return toReceive(leg, legs[leg + 1].spend(next));
    }

    private long toReceive(int leg, long amount) {
        return amount <= 0 ? Leg.NONE : legs[leg].toReceive(amount);
    }
}
