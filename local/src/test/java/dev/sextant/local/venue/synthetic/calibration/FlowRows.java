package dev.sextant.local.venue.synthetic.calibration;

import dev.sextant.local.venue.capture.SymbolTape;
import dev.sextant.venues.sim.book.TopOfBook;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Trades, sizes, sides, quotes: BTCUSDT's busy minutes against the generated pieces that are as busy. */
final class FlowRows {

    private static final String BUSY = "usdm-btcusdt-20240808.gz";
    private static final int LENGTH_S = 343;

    private FlowRows() {}

    static List<Row> of(Generated btc, Generated eth) {
        SymbolTape recorded = Recorded.busyMinutes();
        Tape busy = Recorded.tape(recorded);
        List<Tape> pieces = btc.pieces(LENGTH_S, 15, 40);
        List<Row> rows = new ArrayList<>();
        rows.addAll(trades(busy, btc.tape, pieces));
        for (int seconds : new int[] {1, 5, 15}) {
            rows.addAll(flow(seconds, busy, pieces));
        }
        rows.addAll(quotes(recorded, btc));
        rows.addAll(ethereum(eth));
        return rows;
    }

    private static double median(List<Tape> pieces, ToDoubleFunction<Tape> value) {
        return Numbers.quantile(pieces.stream().mapToDouble(value).toArray(), 0.5);
    }

    private static List<Row> trades(Tape busy, Tape whole, List<Tape> pieces) {
        double[] recorded = busy.qtys();
        double[] generated = whole.qtys();
        return List.of(
                Row.within("median size", BUSY, q(recorded, 0.5), q(generated, 0.5), 3),
                Row.within("size, 90th percentile", BUSY, q(recorded, 0.9), q(generated, 0.9), 1.7),
                Row.within("size, 99th percentile", BUSY, q(recorded, 0.99), q(generated, 0.99), 1.7),
                Row.within("size, 99.9th percentile", BUSY, q(recorded, 0.999), q(generated, 0.999), 3),
                Row.within("mean size", BUSY, Numbers.mean(recorded), Numbers.mean(generated), 1.5),
                Row.near("share of volume in the largest 1 %", BUSY, largest(recorded), largest(generated), 0.15),
                Row.within("single trades in one", BUSY, busy.singlesPerTrade(), whole.singlesPerTrade(), 1.5),
                Row.near("share in one millisecond with the one before", BUSY, busy.atOnce(), whole.atOnce(), 0.2),
                Row.near("side, correlation with the next trade's", BUSY, side(busy, 1), side(whole, 1), 0.15),
                Row.near("side, with the tenth after", BUSY, side(busy, 10), side(whole, 10), 0.2),
                Row.near("side, with the fiftieth after", BUSY, side(busy, 50), side(whole, 50), 0.2),
                Row.within(
                        "dispersion of the count in a second (busy pieces)",
                        BUSY,
                        Numbers.dispersion(busy.counts()),
                        median(pieces, piece -> Numbers.dispersion(piece.counts())),
                        5));
    }

    private static List<Row> flow(int seconds, Tape busy, List<Tape> pieces) {
        String of = " of " + seconds + " s (busy pieces)";
        FlowStatistics recorded = FlowStatistics.of(busy, seconds);
        List<FlowStatistics> generated =
                pieces.stream().map(piece -> FlowStatistics.of(piece, seconds)).toList();
        return List.of(
                Row.near(
                        "deviation of the imbalance" + of,
                        BUSY,
                        recorded.imbalanceDeviation(),
                        middle(generated, FlowStatistics::imbalanceDeviation),
                        0.15),
                Row.near(
                        "imbalance with the return" + of,
                        BUSY,
                        recorded.withReturn(),
                        middle(generated, FlowStatistics::withReturn),
                        0.3),
                Row.near(
                        "imbalance with the next return" + of,
                        BUSY,
                        recorded.leadsReturn(),
                        middle(generated, FlowStatistics::leadsReturn),
                        0.35),
                Row.within(
                        "deviation of the return, bps" + of,
                        BUSY,
                        recorded.returnDeviationBps(),
                        middle(generated, FlowStatistics::returnDeviationBps),
                        2.5),
                Row.within(
                        "kurtosis of the return" + of,
                        BUSY,
                        recorded.kurtosis(),
                        middle(generated, FlowStatistics::kurtosis),
                        4));
    }

    private static double middle(List<FlowStatistics> all, ToDoubleFunction<FlowStatistics> value) {
        return Numbers.quantile(all.stream().mapToDouble(value).toArray(), 0.5);
    }

    private static List<Row> quotes(SymbolTape recorded, Generated btc) {
        double[] spreads =
                recorded.tops().stream().mapToDouble(FlowRows::spreadTicks).toArray();
        double oneTick = Numbers.share(spreads, ticks -> ticks == 1);
        return List.of(
                Row.near(
                        "updates of the best prices at a spread of one tick",
                        BUSY,
                        oneTick,
                        btc.quotesAtOneTick / (double) btc.quotes,
                        0.08),
                Row.within(
                        "mean spread of the updates, ticks",
                        BUSY,
                        Numbers.mean(spreads),
                        btc.spreadTicks / btc.quotes,
                        2));
    }

    private static double spreadTicks(TopOfBook top) {
        return Math.rint(Generated.decimal(top.askPriceE8() - top.bidPriceE8()) / 0.1);
    }

    /** A thousand trades of a quiet minute. */
    private static List<Row> ethereum(Generated eth) {
        String source = "binance-usdm-ethusdt-trades-20230202";
        List<String[]> csv = Recorded.csv(source, "public_trades_list.csv.gz");
        double[] recorded = Recorded.column(csv, "amount");
        double[] times = Recorded.column(csv, "timestamp");
        double[] generated = eth.tape.qtys();
        double seconds = (times[times.length - 1] - times[0]) / 1_000;
        return List.of(
                Row.within(
                        "ETHUSDT trades a second", source, times.length / seconds, Numbers.mean(eth.tape.counts()), 2),
                Row.within("ETHUSDT median size", source, q(recorded, 0.5), q(generated, 0.5), 2),
                Row.within("ETHUSDT size, 90th percentile", source, q(recorded, 0.9), q(generated, 0.9), 3.5),
                Row.within("ETHUSDT size, 99th percentile", source, q(recorded, 0.99), q(generated, 0.99), 3));
    }

    private static double q(double[] x, double share) {
        return Numbers.quantile(x, share);
    }

    private static double side(Tape tape, int lag) {
        return Numbers.autocorrelation(tape.sides(), lag);
    }

    private static double largest(double[] sizes) {
        double[] sorted = sizes.clone();
        Arrays.sort(sorted);
        double top = 0;
        for (int i = sorted.length - sorted.length / 100; i < sorted.length; i++) {
            top += sorted[i];
        }
        return top / (Numbers.mean(sizes) * sizes.length);
    }
}
