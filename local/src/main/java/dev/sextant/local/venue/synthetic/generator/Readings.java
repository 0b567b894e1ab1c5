package dev.sextant.local.venue.synthetic.generator;

import dev.sextant.local.venue.synthetic.MarkReading;
import dev.sextant.local.venue.synthetic.SyntheticFunding;
import dev.sextant.local.venue.synthetic.chance.Draws;
import dev.sextant.local.venue.synthetic.chance.MeanReverting;

/** What of one symbol is read rather than streamed: mark, index, funding, positions, Coinbase. All around the same fair price. */
final class Readings {

    private static final double BPS = 1e-4;
    private static final double MARK_DEVIATION_BPS = 0.4;
    private static final double MARK_MEMORY_S = 7;

    private final Funding funding;
    private final Crowd crowd;
    private final Coinbase coinbase;
    private final MeanReverting markNoise;

    Readings(SymbolProfile profile, long seed) {
        String name = profile.symbol().name();
        funding = new Funding(new Draws(seed, name + "/funding"));
        crowd = new Crowd(profile, new Draws(seed, name + "/crowd"));
        coinbase = new Coinbase(new Draws(seed, name + "/coinbase"));
        markNoise = new MeanReverting(MARK_MEMORY_S, new Draws(seed, name + "/mark"));
    }

    void liquidated(double qty) {
        crowd.liquidated(qty);
    }

    /** Goes on by a second and reads everything. */
    SecondReading second(long secondMs, double fair, double flow, long lastPriceE8, double usdtUsd) {
        coinbase.second();
        markNoise.step();
        crowd.second(fair, flow);
        boolean settles = funding.second(secondMs);
        MarkReading mark = new MarkReading(
                Units.e8(fair * (1 + BPS * MARK_DEVIATION_BPS * markNoise.value())),
                Units.e8(fair / (1 + BPS * funding.premiumBps())),
                funding.rateE8(),
                SyntheticFunding.nextAfter(secondMs),
                secondMs);
        return new SecondReading(
                mark,
                lastPriceE8,
                coinbase.midE8(fair, usdtUsd, flow),
                Units.e8(usdtUsd),
                crowd.openInterestE8(),
                crowd.longAccountsPerMyriad(),
                crowd.topLongPositionsPerMyriad(),
                settles ? funding.rateE8() : SecondReading.NOTHING_SETTLED);
    }
}
