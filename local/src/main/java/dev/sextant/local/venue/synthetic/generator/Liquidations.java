package dev.sextant.local.venue.synthetic.generator;

import dev.sextant.local.venue.synthetic.chance.Draws;
import dev.sextant.venues.sim.order.Side;
import java.util.Optional;

/** Positions closed by force: a few an hour, and many while the price runs; at most one a second, as the venue tells them. */
final class Liquidations {

    /**
     * One that is due.
     *
     * @param side SELL when a long falls
     * @param steps its quantity
     */
    record Due(long timeMs, Side side, long steps) {}

    private static final int LOOK_BACK_S = 60;
    private static final int MOMENTS = 10;
    private static final double IDLE_PER_S = 2.5 / 3_600;
    private static final double RUN_SCALE = 0.006;
    private static final double RUN_POWER = 2.5;
    private static final double MOST_PER_S = 0.5;
    private static final double MEDIAN_QUOTE = 1_500;
    private static final double LOG_DEVIATION = 2.4;
    private static final double LARGEST_QUOTE = 3_000_000;
    private static final double AGAINST_THE_RUN = 0.05;

    private final SymbolProfile profile;
    private final Draws draws;
    private final double[] logPrices = new double[LOOK_BACK_S];
    private long seconds;

    Liquidations(SymbolProfile profile, Draws draws) {
        this.profile = profile;
        this.draws = draws;
    }

    /** The one of the second that begins now, at the end of one of its tenths. */
    Optional<Due> second(long secondMs, double price) {
        double run = run(price);
        double above = Math.max(0, Math.abs(run) - 1);
        double perSecond = Math.min(MOST_PER_S, IDLE_PER_S + RUN_SCALE * StrictMath.pow(above, RUN_POWER));
        if (!draws.chance(perSecond)) {
            return Optional.empty();
        }
        boolean longFalls = run < 0 != draws.chance(above > 0 ? AGAINST_THE_RUN : 0.5);
        double quote = Math.min(LARGEST_QUOTE, draws.lognormal(MEDIAN_QUOTE, LOG_DEVIATION));
        double step = Units.decimal(profile.instrument().lot().stepE8());
        return Optional.of(new Due(
                secondMs + SymbolGenerator.STEP_MS * (1L + draws.below(MOMENTS)),
                longFalls ? Side.SELL : Side.BUY,
                Math.max(1, (long) (quote / price / step))));
    }

    /** The last minute's return in deviations of an ordinary minute's. */
    private double run(double price) {
        int slot = (int) (seconds % LOOK_BACK_S);
        double now = StrictMath.log(price);
        double before = seconds < LOOK_BACK_S ? now : logPrices[slot];
        logPrices[slot] = now;
        seconds++;
        return 1e4 * (now - before) / (profile.hourlyVolatilityBps() / StrictMath.sqrt(LOOK_BACK_S));
    }
}
