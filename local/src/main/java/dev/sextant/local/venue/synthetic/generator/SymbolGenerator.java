package dev.sextant.local.venue.synthetic.generator;

import dev.sextant.local.venue.capture.AggTradeRuns;
import dev.sextant.local.venue.capture.RawTrade;
import dev.sextant.local.venue.capture.TimedAggTrade;
import dev.sextant.local.venue.synthetic.SyntheticLiquidations.Liquidation;
import dev.sextant.local.venue.synthetic.chance.Draws;
import dev.sextant.venues.sim.order.Side;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One symbol's market. A fair price moves by news and, with a delay, by the flow; taker orders come in bursts, lean with
 * the flow and chase the fair price; quotes follow what they take, and return to the fair price.
 */
final class SymbolGenerator {

    static final int STEP_MS = 100;

    private static final double STEP_S = 0.1;
    private static final double ROOT_STEP_S = StrictMath.sqrt(STEP_S);
    private static final double BPS = 1e-4;
    private static final double CHASE = 1.2;
    private static final double LEAD = 0.04;
    private static final double HERD = 0.22;
    private static final double HERD_MEMORY_S = 8;
    private static final double HERD_NORM = StrictMath.sqrt(2 / HERD_MEMORY_S);
    private static final double LASTING_IMPACT = 0.12;
    private static final double REQUOTE = 0.06;
    private static final double REQUOTE_AFTER_TRADES = 0.45;

    private final int index;
    private final SymbolProfile profile;
    private final Consumer<GeneratedEvent> out;
    private final Draws own;
    private final Draws orders;
    private final Mood mood;
    private final Arrivals arrivals;
    private final Quotes quotes;
    private final Ladder ladder;
    private final TakerOrders takers;
    private final AggTradeRuns runs;
    private final FeedGaps gaps;
    private final Liquidations liquidations;
    private final Readings readings;
    private Liquidations.@Nullable Due due;
    private double fair;
    /** The return of the last while, deviation about 1: what rises is bought. */
    private double herd;

    private long lastPriceE8;

    SymbolGenerator(int index, SymbolProfile profile, long seed, long beginMs, Consumer<GeneratedEvent> out) {
        String name = profile.symbol().name();
        this.index = index;
        this.profile = profile;
        this.out = out;
        this.fair = profile.openingPrice();
        this.lastPriceE8 = Units.e8(fair);
        this.own = new Draws(seed, name + "/own");
        this.orders = new Draws(seed, name + "/orders");
        this.mood = new Mood(profile, seed);
        this.arrivals = new Arrivals(new Draws(seed, name + "/arrivals"));
        this.quotes = new Quotes(profile, new Draws(seed, name + "/quotes"), fair);
        this.ladder = new Ladder(profile, quotes, new Draws(seed, name + "/ladder"));
        this.takers = new TakerOrders(profile, quotes, new Draws(seed, name + "/takers"), this::onTrade);
        this.gaps = new FeedGaps(new Draws(seed, name + "/gaps"), beginMs);
        this.runs = new AggTradeRuns(1, this::onAggregate);
        this.liquidations = new Liquidations(profile, new Draws(seed, name + "/liquidations"));
        this.readings = new Readings(profile, seed);
    }

    private void onTrade(RawTrade trade) {
        lastPriceE8 = trade.priceE8();
        out.accept(new GeneratedEvent.Single(index, trade));
        runs.add(trade);
    }

    private void onAggregate(TimedAggTrade trade) {
        out.accept(new GeneratedEvent.Aggregate(index, trade, !gaps.loses(trade.eventTimeMs())));
    }

    /** The second that begins. */
    void begin(long secondMs, Weather weather) {
        mood.second(secondMs, weather);
        due = liquidations.second(secondMs, fair).orElse(null);
    }

    /** Goes on by a tenth of a second, up to and including {@code endMs}. */
    void step(long endMs, double news) {
        moveFairPrice(news);
        double pull = (fair / quotes.mid() - 1) / BPS / mood.volatilityBps();
        double lean = StrictMath.tanh(mood.flow() + CHASE * pull + HERD * herd);
        int count = arrivals.step(mood.ordersPerSecond() * STEP_S);
        for (long timeMs : moments(count, endMs)) {
            take(timeMs, orders.chance((1 + lean) / 2), takers.drawSteps());
        }
        liquidate(endMs);
        if (own.chance(count > 0 ? REQUOTE_AFTER_TRADES : REQUOTE) && quotes.moveTo(fair)) {
            quoted(endMs);
        }
        runs.passTime(endMs);
    }

    private void moveFairPrice(double news) {
        double share = profile.newsShare();
        double noise = share * news + StrictMath.sqrt(1 - share * share) * own.gaussian();
        double move = ROOT_STEP_S * noise + STEP_S * LEAD * mood.leadingFlow();
        fair *= 1 + BPS * mood.volatilityBps() * move;
        herd += HERD_NORM * move - herd * STEP_S / HERD_MEMORY_S;
    }

    private long[] moments(int count, long endMs) {
        long[] moments = new long[count];
        for (int i = 0; i < count; i++) {
            moments[i] = endMs - orders.below(STEP_MS);
        }
        Arrays.sort(moments);
        return moments;
    }

    private void take(long timeMs, boolean buys, long steps) {
        double before = quotes.mid();
        boolean walked = takers.execute(timeMs, buys, steps, mood.wildness());
        quoted(timeMs);
        if (walked && quotes.close(buys)) {
            quoted(timeMs);
        }
        fair += LASTING_IMPACT * (quotes.mid() - before);
    }

    private void quoted(long timeMs) {
        out.accept(new GeneratedEvent.Quoted(index, quotes.top(timeMs)));
    }

    private void liquidate(long endMs) {
        if (due == null || due.timeMs() != endMs) {
            return;
        }
        boolean buys = due.side() == Side.BUY;
        long qtyE8 = quotes.qtyE8(due.steps());
        out.accept(new GeneratedEvent.Forced(
                index, new Liquidation(endMs, due.side(), qtyE8), quotes.priceE8(quotes.best(buys))));
        readings.liquidated(Units.decimal(qtyE8));
        take(endMs, buys, due.steps());
    }

    /** The second that ends. */
    void end(long secondMs, double usdtUsd) {
        out.accept(new GeneratedEvent.Ladder(index, ladder.second(secondMs), ladder.snapshot(secondMs)));
        out.accept(new GeneratedEvent.Second(
                index, readings.second(secondMs, fair, mood.leadingFlow(), lastPriceE8, usdtUsd)));
    }
}
