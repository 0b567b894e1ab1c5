package dev.sextant.planning;

import dev.sextant.arbitrage.book.OrderBook;
import dev.sextant.arbitrage.detect.CycleDetector;
import dev.sextant.arbitrage.detect.DetectorLimits;
import dev.sextant.arbitrage.graph.CurrencyGraph;
import dev.sextant.arbitrage.graph.Cycles;
import dev.sextant.arbitrage.graph.MarketRules;
import dev.sextant.domain.market.CycleFrame;
import dev.sextant.domain.market.FramedBook;
import dev.sextant.domain.market.PairRules;
import java.util.Arrays;
import java.util.List;

/**
 * Judges an opportunity again from nothing but its frame, with the detector that found it, and plans it. Remembers nothing:
 * the same frame makes the same plan, wherever and however often. Called by signal-scorer.
 */
public final class CycleConfirmer {

    /** Age is judged before, against the clock of whoever asks. */
    private static final long ANY_AGE_MS = Long.MAX_VALUE / 4;

    private final PlanSettings settings;

    public CycleConfirmer(PlanSettings settings) {
        this.settings = settings;
    }

    /** @param nowMs the wall's clock */
    public Confirmation confirm(CycleFrame frame, long nowMs) {
        long oldest = frame.books().stream().mapToLong(FramedBook::ageMs).max().orElse(0);
        long ageMs = Math.max(0, nowMs - frame.asOfMs()) + oldest;
        if (ageMs > settings.maxBookAgeMs() || nowMs > frame.asOfMs() + settings.goodForMs()) {
            return new Confirmation.Late(ageMs, settings.maxBookAgeMs());
        }
        try {
            return judge(frame);
        } catch (IllegalArgumentException | ArithmeticException e) {
            // Numbers that fit no graph or no sum: whoever made this frame is not to be traded on.
            return new Confirmation.Refuted("the frame can't be judged: " + e.getMessage());
        }
    }

    private Confirmation judge(CycleFrame frame) {
        List<FramedBook> books = frame.books();
        CurrencyGraph graph = new CurrencyGraph(
                books.stream().map(book -> rules(book.rules())).toList());
        List<String> path = List.of(frame.cycle().split(">", -1));
        Cycles cycles = Cycles.of(graph, path.size() - 1, List.of(path.getFirst()));
        int wanted = cycleOf(cycles, frame.cycle());
        if (wanted < 0) {
            return new Confirmation.Refuted("the frame's pairs do not make " + frame.cycle());
        }
        Judge judge = new Judge(wanted, frame, settings);
        CycleDetector detector = new CycleDetector(graph, cycles, depths(graph), limits(frame), judge);
        judge.begin(new Markets(graph, detector), cycles);
        for (int market = 0; market < books.size(); market++) {
            fill(detector.book(market), books.get(market));
            if (detector.book(market).isCrossed()) {
                return new Confirmation.Refuted(
                        "the book of " + books.get(market).rules().pair() + " is crossed");
            }
        }
        hear(detector, cycles.edges(wanted), frame);
        return judge.said();
    }

    /** Those beside the cycle first, so that ways back and values are known when its last leg's book closes it. */
    private static void hear(CycleDetector detector, int[] edges, CycleFrame frame) {
        boolean[] ofCycle = new boolean[frame.books().size()];
        for (int edge : edges) {
            ofCycle[CurrencyGraph.marketOf(edge)] = true;
        }
        for (boolean now : new boolean[] {false, true}) {
            for (int market = 0; market < ofCycle.length; market++) {
                if (ofCycle[market] == now) {
                    detector.updated(
                            market, frame.asOfMs() - frame.books().get(market).ageMs());
                }
            }
        }
    }

    private static void fill(OrderBook book, FramedBook framed) {
        framed.bids().forEach(level -> book.setBid(level.price(), level.quantity()));
        framed.asks().forEach(level -> book.setAsk(level.price(), level.quantity()));
        book.truncate();
    }

    private static int cycleOf(Cycles cycles, String name) {
        for (int cycle = 0; cycle < cycles.count(); cycle++) {
            if (cycles.name(cycle).equals(name)) {
                return cycle;
            }
        }
        return -1;
    }

    private static int[] depths(CurrencyGraph graph) {
        int[] depths = new int[graph.marketCount()];
        Arrays.fill(depths, FramedBook.MOST_LEVELS);
        return depths;
    }

    private static DetectorLimits limits(CycleFrame frame) {
        CycleFrame.Limits by = frame.limits();
        return new DetectorLimits(by.bufferPpm(), by.maxEdgePpm(), ANY_AGE_MS, by.maxNotional());
    }

    private static MarketRules rules(PairRules rules) {
        return new MarketRules(
                rules.pair().name(),
                rules.base(),
                rules.quote(),
                rules.pricePrecision(),
                rules.quantityPrecision(),
                rules.costPrecision(),
                rules.tick(),
                rules.lot(),
                rules.minQuantity(),
                rules.minCost(),
                rules.feePpm(),
                rules.feeInBase());
    }
}
