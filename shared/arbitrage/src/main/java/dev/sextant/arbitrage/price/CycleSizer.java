package dev.sextant.arbitrage.price;

import dev.sextant.arbitrage.book.OrderBook;
import dev.sextant.arbitrage.graph.CurrencyGraph;
import dev.sextant.arbitrage.graph.Cycles;

/**
 * The quantities with which a cycle earns most. The rule: leg 1 trades the greatest quantity, within the cap, whose last
 * lot still passes levels that multiply to more than one and the buffer, each leg trading all that the one before it
 * brought; then, from the last leg back, each leg gives up what the next one doesn't need. What is earned is what the
 * last leg brings less what the first one takes; what is left between legs counts for nothing. No other quantity of leg
 * 1 earns more than this by as much as one lot of each later leg is worth.
 *
 * <p>A walk down the three ladders in doubles finds the place ({@link LadderWalk}), and whole numbers settle it ({@link
 * LotSearch}). Not thread-safe; allocates
 * nothing but where a product of rates is within 10⁻¹² of the threshold.
 */
public final class CycleSizer {

    private final Cycles cycles;
    private final Threshold threshold;
    private final long bufferPpm;
    private final Leg[] edges;
    private final Passage passage;
    private final LadderWalk walk;
    private final LotSearch search;
    private long spend;
    private long receive;

    /**
     * A sizer over these books.
     *
     * @param books one for each market, by id
     * @param bufferPpm what a cycle must earn beyond its fees to count, in millionths, 0 to 1,000,000
     */
    public CycleSizer(CurrencyGraph graph, Cycles cycles, OrderBook[] books, int bufferPpm) {
        if (bufferPpm < 0 || bufferPpm > 1_000_000) {
            throw new IllegalArgumentException("buffer of " + bufferPpm + " ppm, expected 0 to 1000000");
        }
        this.cycles = cycles;
        this.threshold = new Threshold(bufferPpm);
        this.bufferPpm = bufferPpm;
        this.passage = new Passage(Cycles.MOST_LEGS, threshold);
        this.walk = new LadderWalk(passage);
        this.search = new LotSearch(passage);
        this.edges = new Leg[2 * graph.marketCount()];
        for (int edge = 0; edge < edges.length; edge++) {
            OrderBook book = books[CurrencyGraph.marketOf(edge)];
            edges[edge] = new Leg(graph, edge, CurrencyGraph.isBuy(edge) ? book.asks() : book.bids());
        }
    }

    /** What an edge's best level brings for a unit, fee taken off; 0 when there is none. */
    double bestRate(int edge) {
        Leg leg = edges[edge];
        return leg.reaches(0) ? leg.rate(0) : 0;
    }

    boolean mayExceed(double product) {
        return threshold.mayExceed(product);
    }

    /**
     * Sizes a cycle.
     *
     * @param cycle its id
     * @param cap the most of the start asset to begin with, in units of its scale, 0 to 2⁶⁰
     * @return what it comes to; the quantities can be read when it is {@link Sizing#PROFITABLE}
     */
    public Sizing size(int cycle, long cap) {
        if (!passage.begin(edges, cycles.edges(cycle))) {
            return Sizing.NO_BOOK;
        }
        if (!passage.exceeds()) {
            return Sizing.NO_EDGE;
        }
        long quantity = greatest(cap);
        if (passage.quantities[0] != quantity) {
            passage.pass(quantity);
        }
        return passage.trim() ? judge() : Sizing.TOO_SMALL;
    }

    /** The greatest quantity of leg 1 within the cap whose last lot pays; often it is the last one passed. */
    private long greatest(long cap) {
        double estimate = walk.down(cap);
        int next = walk.level();
        long bad = walk.tooMuch();
        Leg first = passage.legs[0];
        long good = bad - first.lot();
        boolean isPaidFor = bad > 0 && first.pays(good, cap);
        if (isPaidFor && passage.pays(good) && !walk.paysWith(next)) {
            return good;
        }
        long paid = first.most(cap);
        long most = paid < 0 ? first.depth() : paid;
        long cut = most / first.lot() * first.lot();
        if (bad > 0 && !isPaidFor && passage.pays(cut)) {
            return cut;
        }
        return search.around(estimate, most);
    }

    private Sizing judge() {
        int count = passage.count;
        for (int i = 0; i < count; i++) {
            if (!passage.legs[i].isEnough(passage.quantities[i], passage.costs[i])) {
                return Sizing.TOO_SMALL;
            }
        }
        spend = passage.legs[0].spend(passage.quantities[0], passage.costs[0]);
        receive = passage.legs[count - 1].receive(passage.quantities[count - 1], passage.costs[count - 1]);
        if (spend < 0 || receive < 0 || receive - spend <= Wide.mulDivFloor(spend, bufferPpm, 1_000_000)) {
            return Sizing.EATEN_BY_LOTS;
        }
        return Sizing.PROFITABLE;
    }

    /**
     * The deepest rank of the side of a book on which a leg of the sized cycle trades that its sizing looked at: no level
     * beyond it matters. From 0; it may be the one behind the last.
     */
    public int looked(int leg) {
        return passage.legs[leg].looked();
    }

    /** How many legs the sized cycle has. */
    public int legs() {
        return passage.count;
    }

    /** What a leg of the sized cycle trades, in units of 10^−quantity precision of its market. */
    public long quantity(int leg) {
        return passage.quantities[leg];
    }

    /** The worst price of a leg of the sized cycle, on the tick, in units of 10^−price precision of its market. */
    public long limit(int leg) {
        return passage.legs[leg].limit(passage.quantities[leg]);
    }

    /** What a leg takes of its asset, fee included, in units of that asset's scale. */
    public long spend(int leg) {
        return passage.legs[leg].spend(passage.quantities[leg]);
    }

    /** What a leg brings, fee taken off, in units of that asset's scale. */
    public long receive(int leg) {
        return passage.legs[leg].receive(passage.quantities[leg]);
    }

    /** What the sized cycle takes of its start asset, in units of its scale. */
    public long spend() {
        return spend;
    }

    /** What the sized cycle earns of its start asset, in units of its scale. */
    public long profit() {
        return receive - spend;
    }

    /** What it earns beyond the buffer, in basis points of what it takes. */
    public double edgeBps() {
        return (double) (receive - spend) / spend * 1e4 - bufferPpm / 100.0;
    }
}
