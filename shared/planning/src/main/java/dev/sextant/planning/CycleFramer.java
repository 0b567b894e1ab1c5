package dev.sextant.planning;

import dev.sextant.arbitrage.book.BookSide;
import dev.sextant.arbitrage.detect.CycleDetector;
import dev.sextant.arbitrage.detect.DetectorLimits;
import dev.sextant.arbitrage.graph.CurrencyGraph;
import dev.sextant.arbitrage.graph.Cycles;
import dev.sextant.arbitrage.graph.MarketRules;
import dev.sextant.domain.market.CycleFrame;
import dev.sextant.domain.market.FramedBook;
import dev.sextant.domain.market.PairRules;
import dev.sextant.domain.market.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Puts what is needed to judge a cycle again into one record. Belongs to the thread of the books. Called by the ingest for
 * what it has minted.
 */
public final class CycleFramer {

    private final String venue;
    private final CurrencyGraph graph;
    private final Cycles cycles;
    private final CycleDetector detector;
    private final CycleFrame.Limits limits;
    private final int currency;

    /**
     * @param haircutPpm how much worse prices may be when a cycle has to be sold back, in millionths
     * @param currency the currency of the account that will trade
     */
    public CycleFramer(
            String venue,
            CurrencyGraph graph,
            Cycles cycles,
            CycleDetector detector,
            DetectorLimits limits,
            int haircutPpm,
            String currency) {
        this.venue = venue;
        this.graph = graph;
        this.cycles = cycles;
        this.detector = detector;
        this.limits = new CycleFrame.Limits(
                limits.bufferPpm(), limits.maxEdgePpm(), haircutPpm, Math.max(1, (long) limits.maxNotional()));
        this.currency = graph.assetId(currency);
    }

    /** The cycle as its books are now; empty when a book of it is closed, or there is no way back that could be framed. */
    public Optional<CycleFrame> frame(String opportunityId, int cycle, long nowMs) {
        SortedSet<Integer> markets = new TreeSet<>();
        int start = cycles.start(cycle);
        for (int edge : cycles.edges(cycle)) {
            markets.add(CurrencyGraph.marketOf(edge));
            add(markets, graph.to(edge), start);
        }
        if (currency >= 0) {
            add(markets, start, currency);
        }
        boolean open = markets.stream().allMatch(detector::isOpen);
        return open && markets.size() <= CycleFrame.MOST_BOOKS
                ? Optional.of(new CycleFrame(
                        venue,
                        opportunityId,
                        cycles.name(cycle),
                        nowMs,
                        limits,
                        markets.stream().map(market -> book(market, nowMs)).toList()))
                : Optional.empty();
    }

    private void add(SortedSet<Integer> markets, int asset, int into) {
        int edge = asset == into ? -1 : graph.edge(asset, into);
        if (edge >= 0) {
            markets.add(CurrencyGraph.marketOf(edge));
        }
    }

    private FramedBook book(int market, long nowMs) {
        MarketRules rules = graph.market(market);
        return new FramedBook(
                new PairRules(
                        new Symbol(rules.symbol()),
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
                        rules.feeInBase()),
                Math.max(0, detector.ageMs(market, nowMs)),
                levels(detector.book(market).bids()),
                levels(detector.book(market).asks()));
    }

    private static List<FramedBook.Level> levels(BookSide side) {
        List<FramedBook.Level> levels = new ArrayList<>();
        for (int rank = 0; rank < Math.min(side.size(), FramedBook.MOST_LEVELS); rank++) {
            levels.add(new FramedBook.Level(side.price(rank), side.quantity(rank)));
        }
        return levels;
    }
}
