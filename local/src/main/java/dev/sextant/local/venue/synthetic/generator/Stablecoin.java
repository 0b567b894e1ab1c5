package dev.sextant.local.venue.synthetic.generator;

import dev.sextant.local.venue.synthetic.chance.Draws;
import dev.sextant.local.venue.synthetic.chance.MeanReverting;

/** What a USDT costs in USD: a little below one, within a few basis points. */
final class Stablecoin {

    private static final double USUAL = 0.99995;
    private static final double DEVIATION = 0.0006;

    private final MeanReverting slow;

    Stablecoin(long seed) {
        slow = new MeanReverting(40 * 3_600, new Draws(seed, "usdt_usd"));
    }

    void second() {
        slow.step();
    }

    double usd() {
        return USUAL + DEVIATION * slow.value();
    }
}
