package dev.sextant.arbitrage.price;

/** The walk down the ladders of a cycle's legs, level by level while they pay, in doubles. */
final class LadderWalk {

    private static final double NOTHING_LEFT = 1e-12;

    private final Passage passage;
    private final double[] left;

    /** What a unit of each leg's asset takes of the one given. */
    private final double[] inverses;

    /** The leg whose level was used up last. */
    private int ended;

    LadderWalk(Passage passage) {
        this.passage = passage;
        this.left = new double[passage.legs.length];
        this.inverses = new double[passage.legs.length];
    }

    /** How much of the start asset goes in, at most so much; the levels are those it ends at. */
    double down(long cap) {
        double in = 0;
        for (int i = 0; i < passage.count; i++) {
            reach(i, 0);
        }
        while (in < cap && passage.ratesExceed()) {
            double most = narrowest();
            in += most;
            take(most);
            int next = ++passage.levels[ended];
            if (!passage.legs[ended].reaches(next)) {
                break;
            }
            reach(ended, next);
        }
        return Math.min(in, (double) cap);
    }

    private void reach(int leg, int level) {
        passage.levels[leg] = level;
        passage.rates[leg] = passage.legs[leg].rate(level);
        inverses[leg] = 1 / passage.rates[leg];
        left[leg] = passage.legs[leg].levelIn(level);
    }

    /** How much more of the start asset goes in until one of the levels is used up: that of the leg {@link #ended}. */
    private double narrowest() {
        double most = Double.MAX_VALUE;
        double needed = 1;
        for (int i = 0; i < passage.count; i++) {
            double room = left[i] * needed;
            if (room < most) {
                most = room;
                ended = i;
            }
            needed *= inverses[i];
        }
        return most;
    }

    private void take(double amount) {
        double passed = amount;
        for (int i = 0; i < passage.count; i++) {
            left[i] = Math.max(NOTHING_LEFT, left[i] - passed);
            passed *= passage.rates[i];
        }
    }

    /** The level at which it ended, of the leg whose level was used up last. */
    int level() {
        return passage.levels[ended];
    }

    /** Whether the quantity passed since would pay if that leg reached this level. */
    boolean paysWith(int level) {
        passage.levels[ended] = level;
        return passage.exceeds();
    }

    /**
     * The least quantity of leg 1 that reaches the level at which it ended: what that level's leg needs for one lot of it,
     * told back from leg to leg; or {@link Leg#NONE} when a book ends there.
     */
    long tooMuch() {
        int level = level();
        if (!passage.legs[ended].reaches(level)) {
            return Leg.NONE;
        }
        long quantity = passage.legs[ended].beyond(level);
        for (int i = ended - 1; i >= 0 && quantity > 0; i--) {
            quantity = passage.needed(i, quantity);
        }
        return quantity;
    }
}
