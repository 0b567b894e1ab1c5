package dev.sextant.local.venue.synthetic.generator;

import dev.sextant.local.venue.synthetic.chance.Draws;
import dev.sextant.local.venue.synthetic.chance.MeanReverting;

/** What the spot product costs at Coinbase: a premium that lasts for days, and leans with the flow. */
final class Coinbase {

    private static final double MEMORY_S = 40 * 3_600;
    private static final double USUAL_BPS = 3;
    private static final double DEVIATION_BPS = 7;
    private static final double FAST_DEVIATION_BPS = 1.2;
    private static final double FLOW_BPS = 6;

    private final MeanReverting slow;
    private final MeanReverting fast;

    Coinbase(Draws draws) {
        slow = new MeanReverting(MEMORY_S, draws);
        fast = new MeanReverting(120, draws);
    }

    void second() {
        slow.step();
        fast.step();
    }

    /** In units of 10⁻⁸ USD, given the perpetual's price in USDT. */
    long midE8(double price, double usdtUsd, double flow) {
        double bps = USUAL_BPS + DEVIATION_BPS * slow.value() + FAST_DEVIATION_BPS * fast.value() + FLOW_BPS * flow;
        return Units.e8(price * usdtUsd * (1 + bps / 1e4));
    }
}
