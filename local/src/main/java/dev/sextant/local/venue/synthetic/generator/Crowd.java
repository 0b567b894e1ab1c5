package dev.sextant.local.venue.synthetic.generator;

import dev.sextant.local.venue.synthetic.chance.Draws;
import dev.sextant.local.venue.synthetic.chance.MeanReverting;

/**
 * Who is positioned how. Open interest grows while flow runs one way and shrinks by liquidations; the crowd sells what
 * rises and buys what falls, a little.
 */
final class Crowd {

    private static final double HOUR_S = 3_600;
    private static final double DAY_S = 24 * HOUR_S;
    private static final double USUAL_LEAN = 0.16;
    private static final double GROWTH_PER_S = 8e-6;
    private static final double GROWTH_MEMORY_S = 4 * HOUR_S;
    private static final double FADE = 0.3;
    private static final double FADE_MEMORY_S = 12 * HOUR_S;
    private static final int MYRIAD = 10_000;

    private final SymbolProfile profile;
    private final MeanReverting interestSlow;
    private final MeanReverting interestFast;
    private final MeanReverting accountsSlow;
    private final MeanReverting accountsFast;
    private final MeanReverting topPositions;
    private double grown;
    private double faded;
    private double lastLogPrice = Double.NaN;

    Crowd(SymbolProfile profile, Draws draws) {
        this.profile = profile;
        interestSlow = new MeanReverting(3 * DAY_S, draws);
        interestFast = new MeanReverting(2 * HOUR_S, draws);
        accountsSlow = new MeanReverting(6 * DAY_S, draws);
        accountsFast = new MeanReverting(HOUR_S, draws);
        topPositions = new MeanReverting(6 * HOUR_S, draws);
    }

    void second(double price, double flow) {
        interestSlow.step();
        interestFast.step();
        accountsSlow.step();
        accountsFast.step();
        topPositions.step();
        grown += GROWTH_PER_S * (Math.abs(flow) - USUAL_LEAN) - grown / GROWTH_MEMORY_S;
        double logPrice = StrictMath.log(price);
        if (!Double.isNaN(lastLogPrice)) {
            faded += FADE * (logPrice - lastLogPrice);
        }
        faded -= faded / FADE_MEMORY_S;
        lastLogPrice = logPrice;
    }

    void liquidated(double qty) {
        grown -= qty / profile.openInterestQty();
    }

    /** A multiple of the quantity step, units of 10⁻⁸. */
    long openInterestE8() {
        double log = 0.04 * interestSlow.value() + profile.interestChange() * interestFast.value() + grown;
        long e8 = Units.e8(profile.openInterestQty() * StrictMath.exp(log));
        return e8 - e8 % profile.instrument().lot().stepE8();
    }

    int longAccountsPerMyriad() {
        double ratio = profile.longShortRatio()
                * StrictMath.exp(0.15 * accountsSlow.value() + 0.015 * accountsFast.value() - faded);
        return (int) Math.round(MYRIAD * ratio / (1 + ratio));
    }

    int topLongPositionsPerMyriad() {
        double ratio = 1.3 * StrictMath.exp(0.15 * topPositions.value());
        return (int) Math.round(MYRIAD * ratio / (1 + ratio));
    }
}
