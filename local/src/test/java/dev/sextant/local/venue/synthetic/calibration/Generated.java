package dev.sextant.local.venue.synthetic.calibration;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.E8;
import dev.sextant.local.venue.synthetic.generator.GeneratedEvent;
import dev.sextant.local.venue.synthetic.generator.MarketGenerator;
import dev.sextant.local.venue.synthetic.generator.MarketPlan;
import dev.sextant.local.venue.synthetic.generator.SecondReading;
import dev.sextant.venues.sim.book.TopOfBook;
import java.util.ArrayList;
import java.util.List;

/** Some hours of one symbol of a generated market, as rows of numbers. */
final class Generated {

    private static final long HOUR_MS = 3_600_000;

    final Tape tape = new Tape(MarketPlan.PLAY_FROM_MS);
    final List<SecondReading> seconds = new ArrayList<>();
    /** Time and quote amount of each, negative when a long fell. */
    final List<double[]> liquidations = new ArrayList<>();

    long quotes;
    long quotesAtOneTick;
    double spreadTicks;
    private final double tick;
    private double mid;

    private Generated(double tick) {
        this.tick = tick;
    }

    /** All symbols of a seed, in the order given, which is sorted. */
    static List<Generated> market(long seed, int hours, List<String> symbols, List<Double> ticks) {
        MarketPlan plan = new MarketPlan(seed, symbols.stream().map(Symbol::new).toList(), 0, hours * HOUR_MS);
        List<Generated> markets = ticks.stream().map(Generated::new).toList();
        MarketGenerator generator = new MarketGenerator(plan);
        while (generator.peek().timeMs() <= plan.endMs()) {
            GeneratedEvent event = generator.next();
            markets.get(event.symbol()).on(event);
        }
        return markets;
    }

    private void on(GeneratedEvent event) {
        boolean played = event.timeMs() > MarketPlan.PLAY_FROM_MS;
        switch (event) {
            case GeneratedEvent.Aggregate aggregate
            when played -> {
                AggTrade trade = aggregate.trade().trade();
                tape.trade(trade.tradeTimeMs(), decimal(trade.signedQtyE8()), (int)
                        (trade.lastTradeId() - trade.firstTradeId() + 1));
            }
            case GeneratedEvent.Quoted quoted -> onTop(quoted.top());
            case GeneratedEvent.Forced forced
            when played -> {
                double quote = decimal(forced.liquidation().qtyE8()) * decimal(forced.priceE8());
                boolean longFell = forced.liquidation().side() == dev.sextant.venues.sim.order.Side.SELL;
                liquidations.add(new double[] {forced.timeMs(), longFell ? -quote : quote});
            }
            case GeneratedEvent.Second second
            when event.timeMs() >= MarketPlan.PLAY_FROM_MS -> {
                tape.mid(mid);
                seconds.add(second.reading());
            }
            default -> {
                // The run-up, single trades and the ladder are not looked at.
            }
        }
    }

    private void onTop(TopOfBook top) {
        double ticks = Math.rint(decimal(top.askPriceE8() - top.bidPriceE8()) / tick);
        quotes++;
        quotesAtOneTick += ticks == 1 ? 1 : 0;
        spreadTicks += ticks;
        mid = (decimal(top.bidPriceE8()) + decimal(top.askPriceE8())) / 2;
    }

    static double decimal(long valueE8) {
        return valueE8 / (double) E8.ONE;
    }

    /** One value a second. */
    double[] readings(java.util.function.ToDoubleFunction<SecondReading> value) {
        return seconds.stream().mapToDouble(value).toArray();
    }

    /** Pieces of {@code length} seconds whose trades a second lie within bounds. */
    List<Tape> pieces(int length, double least, double most) {
        double[] counts = Numbers.sums(tape.counts(), length);
        List<Tape> pieces = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            double rate = counts[i] / length;
            if (rate >= least && rate < most) {
                pieces.add(tape.part(i * length, length));
            }
        }
        return pieces;
    }
}
