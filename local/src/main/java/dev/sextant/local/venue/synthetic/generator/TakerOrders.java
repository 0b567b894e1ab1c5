package dev.sextant.local.venue.synthetic.generator;

import dev.sextant.local.venue.capture.RawTrade;
import dev.sextant.local.venue.synthetic.chance.Draws;
import java.util.function.Consumer;

/** Lets taker orders walk the book: each level they take is a price, each maker there a trade. */
final class TakerOrders {

    private static final double LEVEL_LOG_DEVIATION = 1.3;
    private static final double MEAN_OF_LEVEL = StrictMath.exp(LEVEL_LOG_DEVIATION * LEVEL_LOG_DEVIATION / 2);
    private static final double GAP_BPS = 0.045;
    private static final double MORE_MAKERS = 1.3;
    private static final int MOST_LEVELS = 180;
    private static final double LARGEST_IN_MEDIANS = 2_000;

    private final SymbolProfile profile;
    private final Quotes quotes;
    private final Draws draws;
    private final Consumer<RawTrade> trades;
    private long tradeId;

    TakerOrders(SymbolProfile profile, Quotes quotes, Draws draws, Consumer<RawTrade> trades) {
        this.profile = profile;
        this.quotes = quotes;
        this.draws = draws;
        this.trades = trades;
    }

    /** A size as they come. */
    long drawSteps() {
        double qty = draws.lognormal(profile.medianOrderQty(), profile.orderLogDeviation());
        return quotes.steps(Math.min(qty, LARGEST_IN_MEDIANS * profile.medianOrderQty()));
    }

    /**
     * Executes an order. True when it took the best level whole, so that the book is another.
     *
     * @param wildness volatility against the usual: the wilder, the thinner the book
     */
    boolean execute(long timeMs, boolean buys, long orderSteps, double wildness) {
        long missing = orderSteps;
        long price = quotes.best(buys);
        long there = quotes.bestSteps(buys);
        double meanGap = Math.max(0, gapTicks() - 1) * wildness;
        double medianLevel = profile.depthQtyPerBps() * gapBps() / MEAN_OF_LEVEL / Math.max(0.3, wildness);
        int levels = 1;
        while (missing >= there && levels < MOST_LEVELS) {
            print(timeMs, buys, price, there);
            missing -= there;
            price += (buys ? 1 : -1) * (1L + draws.geometric(meanGap));
            there = quotes.steps(draws.lognormal(medianLevel, LEVEL_LOG_DEVIATION));
            levels++;
        }
        if (missing > 0) {
            print(timeMs, buys, price, missing);
        }
        quotes.walked(buys, price, Math.max(1, there - missing));
        return levels > 1;
    }

    private double gapTicks() {
        return gapBps() / tickBps();
    }

    private double gapBps() {
        return Math.max(GAP_BPS, tickBps());
    }

    private double tickBps() {
        return 1e4 * Units.decimal(profile.instrument().price().tickE8()) / quotes.mid();
    }

    private void print(long timeMs, boolean buys, long price, long steps) {
        long left = steps;
        for (int more = draws.geometric(MORE_MAKERS); more > 0 && left > 1; more--) {
            long part = 1L + draws.below((int) Math.min(Integer.MAX_VALUE, left - 1));
            trade(timeMs, buys, price, part);
            left -= part;
        }
        if (left > 0) {
            trade(timeMs, buys, price, left);
        }
    }

    private void trade(long timeMs, boolean buys, long price, long steps) {
        trades.accept(new RawTrade(++tradeId, quotes.priceE8(price), quotes.qtyE8(steps), timeMs, timeMs, !buys));
    }
}
