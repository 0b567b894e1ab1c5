package dev.sextant.arbitrage.price;

import dev.sextant.arbitrage.book.OrderBook;
import dev.sextant.arbitrage.graph.CurrencyGraph;
import java.util.function.IntFunction;

/**
 * What a cycle may lose when it can't be finished: after each leg but the last, what was brought so far is sold back
 * into the start asset on the market between the two, through the depth of its book as it is now, at prices worse by
 * a haircut. Computed before the first leg is sent, so that a plan whose bound is above a budget is not begun.
 */
public final class UnwindBound {

    /** There is no bound: an asset has no market with the start asset, or its book holds too little. */
    public static final long NONE = -1;

    private static final int MILLION = 1_000_000;

    private final CurrencyGraph graph;
    private final IntFunction<OrderBook> books;
    private final int haircutPpm;

    /**
     * Bounds over these books.
     *
     * @param books the book of each market, by id
     * @param haircutPpm how much worse prices may be by then, in millionths, 0 to 1,000,000
     */
    public UnwindBound(CurrencyGraph graph, IntFunction<OrderBook> books, int haircutPpm) {
        if (haircutPpm < 0 || haircutPpm > MILLION) {
            throw new IllegalArgumentException("haircut of " + haircutPpm + " ppm, expected 0 to 1000000");
        }
        this.graph = graph;
        this.books = books;
        this.haircutPpm = haircutPpm;
    }

    /**
     * The worst of all places where a sized cycle may stop.
     *
     * @param edges the cycle's
     * @return the loss in units of the start asset's scale, 0 when nothing is lost anywhere, or {@link #NONE}
     */
    public long worstLoss(CycleSizer plan, int[] edges) {
        int start = graph.from(edges[0]);
        long worst = 0;
        for (int leg = 0; leg < edges.length - 1; leg++) {
            long back = soldBack(graph.to(edges[leg]), start, plan.receive(leg));
            if (back < 0) {
                return NONE;
            }
            worst = Math.max(worst, plan.spend() - back);
        }
        return worst;
    }

    private long soldBack(int asset, int start, long amount) {
        int edge = graph.edge(asset, start);
        if (edge < 0) {
            return NONE;
        }
        TakerOrder order = new TakerOrder(graph, edge, books.apply(CurrencyGraph.marketOf(edge)));
        if (!order.canTake(amount)) {
            return NONE;
        }
        return Wide.mulDivFloor(order.atMarket(amount).received(), MILLION - haircutPpm, MILLION);
    }
}
