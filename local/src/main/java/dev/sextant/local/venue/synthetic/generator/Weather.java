package dev.sextant.local.venue.synthetic.generator;

import dev.sextant.local.venue.synthetic.chance.Draws;
import dev.sextant.local.venue.synthetic.chance.MeanReverting;

/**
 * What all symbols share: how wild the market is, where its flow leans, and the news that moves it. Wildness forgets
 * itself over minutes, an hour and half a day at once; now and then a shock makes everything wild and one-sided.
 */
final class Weather {

    static final double STEPS_PER_SECOND = 10;

    private static final int MINUTE = 60;
    private static final int HOUR = 3_600;
    private static final double SHOCK_EVERY_S = 3 * HOUR;
    private static final double SHOCK_MEMORY_S = 200;
    private static final double SMALLEST_SHOCK = 0.4;
    private static final double SHOCK_MORE = 0.45;
    private static final double LARGEST_SHOCK = 1.8;
    private static final double JUMP_EVERY_S = 900;
    private static final double JUMP_SIZE = 9;

    private final Draws shocks;
    private final Draws news;
    private final MeanReverting halfDay;
    private final MeanReverting hour;
    private final MeanReverting minutes;
    private final MeanReverting trend;
    private final MeanReverting gust;
    private double shock;
    private double shockLean;

    Weather(long seed) {
        shocks = new Draws(seed, "shocks");
        news = new Draws(seed, "news");
        Draws moods = new Draws(seed, "moods");
        halfDay = new MeanReverting(12 * HOUR, moods);
        hour = new MeanReverting(HOUR, moods);
        minutes = new MeanReverting(4 * MINUTE, moods);
        trend = new MeanReverting(25 * MINUTE, moods);
        gust = new MeanReverting(80, moods);
    }

    /** Goes on by a second. */
    void second() {
        halfDay.step();
        hour.step();
        minutes.step();
        trend.step();
        gust.step();
        shock *= 1 - 1 / SHOCK_MEMORY_S;
        if (shocks.chance(1 / SHOCK_EVERY_S)) {
            shock = Math.min(LARGEST_SHOCK, shock + SMALLEST_SHOCK + shocks.exponential(SHOCK_MORE));
            shockLean = shocks.chance(0.5 + 0.25 * StrictMath.tanh(trend.value())) ? 1 : -1;
        }
    }

    /** Logarithm of volatility against an ordinary second of the same hour of the day. */
    double logVolatility() {
        return 0.35 * halfDay.value() + 0.3 * hour.value() + 0.25 * minutes.value() + shock;
    }

    /** The lasting part of where taker flow leans, deviation about 1. */
    double trend() {
        return trend.value();
    }

    /** The fleeting part, deviation about 1. */
    double gust() {
        return gust.value();
    }

    /** How far a shock pushes everybody to one side, −1 to 1. */
    double push() {
        return shockLean * Math.min(1, shock);
    }

    /** A tenth of a second's news, deviation 1 but for rare jumps. */
    double news() {
        double jump = news.chance(1 / (JUMP_EVERY_S * STEPS_PER_SECOND)) ? JUMP_SIZE * news.gaussian() : 0;
        return news.gaussian() + jump;
    }
}
