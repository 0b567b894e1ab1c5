package dev.sextant.local.venue.synthetic.generator;

import dev.sextant.local.venue.synthetic.chance.Draws;
import dev.sextant.local.venue.synthetic.chance.MeanReverting;

/** One symbol's share of the weather, and what is its own, second by second. */
final class Mood {

    private static final int MINUTE = 60;
    private static final double SECONDS_PER_HOUR = 3_600;
    private static final double COMMON_FLOW = 0.75;
    private static final double OWN_FLOW = StrictMath.sqrt(1 - COMMON_FLOW * COMMON_FLOW);
    private static final double TREND = 0.13;
    private static final double GUST = 0.18;
    private static final double PUSH = 0.25;
    private static final double LEAD_MEMORY_S = 25;
    /** Makes the mean of the squared volatility what the profile says; the mean of the activity likewise. */
    private static final double VOLATILITY_NORM = 0.7;

    private static final double ACTIVITY_NORM = 0.7;
    private static final double MOST_ORDERS_PER_S = 12;

    private final SymbolProfile profile;
    private final MeanReverting ownVolatility;
    private final MeanReverting ownActivity;
    private final MeanReverting ownTrend;
    private final MeanReverting ownGust;
    private double logVolatility;
    private double volatilityBps;
    private double ordersPerSecond;
    private double flow;
    private double leadingFlow;

    Mood(SymbolProfile profile, long seed) {
        this.profile = profile;
        Draws draws = new Draws(seed, profile.symbol() + "/mood");
        ownVolatility = new MeanReverting(45 * MINUTE, draws);
        ownActivity = new MeanReverting(30 * MINUTE, draws);
        ownTrend = new MeanReverting(25 * MINUTE, draws);
        ownGust = new MeanReverting(80, draws);
    }

    void second(long secondMs, Weather weather) {
        ownVolatility.step();
        ownActivity.step();
        ownTrend.step();
        ownGust.step();
        logVolatility = weather.logVolatility() + 0.15 * ownVolatility.value();
        volatilityBps = profile.hourlyVolatilityBps()
                / StrictMath.sqrt(SECONDS_PER_HOUR)
                * VOLATILITY_NORM
                * DayShape.move(secondMs)
                * StrictMath.exp(logVolatility);
        double activity = profile.ordersPerSecond()
                * ACTIVITY_NORM
                * DayShape.volume(secondMs)
                * StrictMath.exp(1.05 * logVolatility + 0.45 * ownActivity.value());
        ordersPerSecond = Math.min(MOST_ORDERS_PER_S, activity);
        flow = TREND * (COMMON_FLOW * weather.trend() + OWN_FLOW * ownTrend.value())
                + GUST * (COMMON_FLOW * weather.gust() + OWN_FLOW * ownGust.value())
                + PUSH * weather.push();
        leadingFlow += (flow - leadingFlow) / LEAD_MEMORY_S;
    }

    /** Deviation of a second's return, basis points. */
    double volatilityBps() {
        return volatilityBps;
    }

    /** The same against the profile's. */
    double wildness() {
        return volatilityBps * StrictMath.sqrt(SECONDS_PER_HOUR) / profile.hourlyVolatilityBps();
    }

    /** Taker orders expected in a second, those that follow from others left aside. */
    double ordersPerSecond() {
        return ordersPerSecond;
    }

    /** Where taker orders lean: 0 evenly, positive to the buying side. */
    double flow() {
        return flow;
    }

    /** The flow of the last while, by which the price follows it. */
    double leadingFlow() {
        return leadingFlow;
    }
}
