package dev.sextant.local.venue.synthetic.generator;

import dev.sextant.local.venue.synthetic.SyntheticFunding;
import dev.sextant.local.venue.synthetic.chance.Draws;
import dev.sextant.local.venue.synthetic.chance.MeanReverting;

/**
 * The perpetual's premium over its index, and the funding rate that follows from it by the venue's rule: the mean premium
 * of the interval, pulled by at most 5 bps towards the interest of 1 bps.
 */
final class Funding {

    private static final double INTEREST_BPS = 1;
    private static final double CLAMP_BPS = 5;
    private static final double MOST_BPS = 30;
    private static final double LOWEST_BPS = -6;
    private static final double HIGHEST_BPS = 12;
    private static final double MEDIAN_ABOVE_BPS = 3.4;
    private static final double LOG_DEVIATION = 0.9;
    private static final double FAST_DEVIATION_BPS = 0.7;
    private static final double MEMORY_S = 38 * 3_600;

    private final MeanReverting slow;
    private final MeanReverting fast;
    private double sumBps;
    private long seconds;

    Funding(Draws draws) {
        slow = new MeanReverting(MEMORY_S, draws);
        fast = new MeanReverting(20, draws);
    }

    /** Goes on by a second; true when the interval ends with it. */
    boolean second(long secondMs) {
        slow.step();
        fast.step();
        if (startsInterval(secondMs - 1_000)) {
            sumBps = 0;
            seconds = 0;
        }
        sumBps += premiumBps();
        seconds++;
        return startsInterval(secondMs);
    }

    private static boolean startsInterval(long timeMs) {
        return timeMs % SyntheticFunding.INTERVAL_MS == 0;
    }

    double premiumBps() {
        double lasting = LOWEST_BPS + MEDIAN_ABOVE_BPS * StrictMath.exp(LOG_DEVIATION * slow.value());
        return Math.min(HIGHEST_BPS, lasting) + FAST_DEVIATION_BPS * fast.value();
    }

    /** The rate as it would be settled now, a fraction in units of 10⁻⁸. */
    long rateE8() {
        double mean = sumBps / seconds;
        double rate = mean + Math.clamp(INTEREST_BPS - mean, -CLAMP_BPS, CLAMP_BPS);
        return Math.round(Math.clamp(rate, -MOST_BPS, MOST_BPS) * 10_000);
    }
}
