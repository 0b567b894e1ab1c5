package dev.sextant.local.venue.synthetic.generator;

import dev.sextant.local.venue.synthetic.chance.Draws;

/** How many taker orders come in a tenth of a second: a Hawkes process, where each order makes others likelier for a while. */
final class Arrivals {

    /** Orders that follow from one, at once or through others, are this share of all. */
    static final double BRANCHING = 0.7;

    private static final double MEMORY_STEPS = 5;
    private static final double KEPT = StrictMath.exp(-1 / MEMORY_STEPS);
    private static final int MOST = 200;

    private final Draws draws;
    private double excitement;

    Arrivals(Draws draws) {
        this.draws = draws;
    }

    int step(double expected) {
        int count = Math.min(MOST, draws.poisson(expected + excitement));
        excitement = KEPT * excitement + (1 - KEPT) * BRANCHING * count;
        return count;
    }
}
