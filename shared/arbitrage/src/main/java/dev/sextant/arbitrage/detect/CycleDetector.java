package dev.sextant.arbitrage.detect;

import dev.sextant.arbitrage.book.BookSide;
import dev.sextant.arbitrage.book.OrderBook;
import dev.sextant.arbitrage.graph.CurrencyGraph;
import dev.sextant.arbitrage.graph.Cycles;
import dev.sextant.arbitrage.price.CycleGate;
import dev.sextant.arbitrage.price.CycleSizer;
import dev.sextant.arbitrage.price.Sizing;
import java.util.Arrays;

/**
 * Watches the books of a venue for cycles that earn something. An update of a book judges the cycles that trade on a side
 * of it, when a level has changed that one of them depends on, and no others: by their best prices first, and those that
 * pass by the exact amounts through depth. Whoever feeds the books tells of each whole message. Time is what it is told. Not thread-safe; allocates nothing after its construction but
 * what {@link CycleSizer} does.
 */
public final class CycleDetector {

    private static final long NEVER = Long.MIN_VALUE / 2;

    private final Cycles cycles;
    private final DetectorLimits limits;
    private final OpportunitySink sink;
    private final OrderBook[] books;
    private final CycleSizer sizer;
    private final CycleGate gate;
    private final long[] caps;
    private final double mostProduct;

    /** When each market was last heard of, or {@link #NEVER} while it is closed. */
    private final long[] heardMs;

    private final boolean[] live;

    /** Which cycles are live, in no order. */
    private final int[] liveIds;

    /** Which of the cycles that were judged last passed the gate, by id. */
    private final boolean[] passed;

    /** How many live cycles take each edge. */
    private final int[] liveOn;

    /**
     * The deepest rank of each edge's side of a book that the judgement of any cycle through it depends on. All of them
     * depend on the best one.
     */
    private final int[] dependsOn;

    private int liveCount;

    /**
     * A detector with empty books, all markets closed.
     *
     * @param depths how many levels of each side the book of each market holds, 1 or more
     */
    public CycleDetector(
            CurrencyGraph graph, Cycles cycles, int[] depths, DetectorLimits limits, OpportunitySink sink) {
        this.cycles = cycles;
        this.limits = limits;
        this.sink = sink;
        books = new OrderBook[graph.marketCount()];
        for (int market = 0; market < books.length; market++) {
            books[market] = new OrderBook(depths[market]);
        }
        sizer = new CycleSizer(graph, cycles, books, limits.bufferPpm());
        gate = new CycleGate(graph, cycles, sizer);
        mostProduct = 1 + limits.maxEdgePpm() * 1e-6;
        caps = new long[graph.assetCount()];
        for (int asset = 0; asset < caps.length; asset++) {
            caps[asset] = (long) Math.min(1L << 60, limits.maxNotional() * Math.pow(10, graph.scale(asset)));
        }
        heardMs = new long[books.length];
        Arrays.fill(heardMs, NEVER);
        live = new boolean[cycles.count()];
        liveIds = new int[cycles.count()];
        passed = new boolean[cycles.count()];
        liveOn = new int[2 * books.length];
        dependsOn = new int[2 * books.length];
    }

    /** The book of a market, to be fed; {@link #updated} or {@link #closed} is called after each message. */
    public OrderBook book(int market) {
        return books[market];
    }

    /** Whether a market can be traded on, as far as its feed has told. */
    public boolean isOpen(int market) {
        return heardMs[market] != NEVER;
    }

    /** How long ago a market's book was heard of, in milliseconds; {@link Long#MAX_VALUE} while it is closed. */
    public long ageMs(int market, long nowMs) {
        return heardMs[market] == NEVER ? Long.MAX_VALUE : nowMs - heardMs[market];
    }

    /** How many opportunities there are now. */
    public int liveCount() {
        return liveCount;
    }

    /** A market's book is as the venue's after a message; it is open. */
    public void updated(int market, long nowMs) {
        // What was too old, or closed, may be an opportunity again without any change.
        boolean anew = nowMs - heardMs[market] > limits.staleMs();
        heardMs[market] = nowMs;
        OrderBook book = books[market];
        judge(CurrencyGraph.sell(market), book.bids(), anew, nowMs);
        judge(CurrencyGraph.buy(market), book.asks(), anew, nowMs);
    }

    private void judge(int edge, BookSide side, boolean anew, long nowMs) {
        boolean matters = side.changedFrom() <= dependsOn[edge];
        side.seen();
        if (!matters && !anew) {
            return;
        }
        dependsOn[edge] = 0;
        gate.refresh(edge);
        int count = gate.judge(edge);
        if (liveOn[edge] > 0) {
            endThoseThatFailed(edge, count, nowMs);
        }
        for (int i = 0; i < count; i++) {
            look(gate.passed(i), nowMs);
        }
    }

    private void endThoseThatFailed(int edge, int count, long nowMs) {
        for (int i = 0; i < count; i++) {
            passed[gate.passed(i)] = true;
        }
        for (int i = liveCount - 1; i >= 0 && liveOn[edge] > 0; i--) {
            int cycle = liveIds[i];
            if (!passed[cycle] && takes(cycle, edge)) {
                end(i, nowMs, Ending.NO_EDGE);
            }
        }
        for (int i = 0; i < count; i++) {
            passed[gate.passed(i)] = false;
        }
    }

    /** A market can't be traded on until the next {@link #updated}; its book may be anything meanwhile. */
    public void closed(int market, long nowMs) {
        heardMs[market] = NEVER;
        gate.close(market);
        for (int i = liveCount - 1; i >= 0; i--) {
            if (takes(liveIds[i], CurrencyGraph.sell(market)) || takes(liveIds[i], CurrencyGraph.buy(market))) {
                end(i, nowMs, Ending.CLOSED);
            }
        }
    }

    /** Time has gone on: opportunities whose books have not been heard of for too long are over. */
    public void passed(long nowMs) {
        for (int i = liveCount - 1; i >= 0; i--) {
            if (isStale(liveIds[i], nowMs)) {
                end(i, nowMs, Ending.STALE);
            }
        }
    }

    /** Tells of a live cycle once more, as its books are now, though nothing that it depends on has changed. */
    public void lookAgain(int cycle, long nowMs) {
        if (live[cycle]) {
            look(cycle, nowMs);
        }
    }

    /**
     * What a cycle earns beyond the buffer, in basis points: 0 when it is no opportunity.
     *
     * @param atMs a time, not before the last message, to which the books are as they are now: they may be too old by then
     */
    public double edgeBps(int cycle, long atMs) {
        boolean open = gate.product(cycles.edges(cycle)) > 0 && !isStale(cycle, atMs) && !isAbsurd(cycle);
        return open && sizer.size(cycle, caps[cycles.start(cycle)]) == Sizing.PROFITABLE ? sizer.edgeBps() : 0;
    }

    private void look(int cycle, long nowMs) {
        if (isStale(cycle, nowMs)) {
            notNow(cycle, nowMs, Ending.STALE);
            return;
        }
        if (isAbsurd(cycle)) {
            notNow(cycle, nowMs, Ending.ABSURD);
            return;
        }
        Sizing sizing = sizer.size(cycle, caps[cycles.start(cycle)]);
        remember(cycles.edges(cycle));
        if (sizing != Sizing.PROFITABLE) {
            notNow(cycle, nowMs, ending(sizing));
        } else if (live[cycle]) {
            sink.stillThere(cycle, nowMs, sizer);
        } else {
            live[cycle] = true;
            liveIds[liveCount++] = cycle;
            count(cycle, 1);
            sink.seen(cycle, nowMs, sizer);
        }
    }

    private void remember(int[] edges) {
        for (int leg = 0; leg < edges.length; leg++) {
            dependsOn[edges[leg]] = Math.max(dependsOn[edges[leg]], sizer.looked(leg));
        }
    }

    private boolean isAbsurd(int cycle) {
        return gate.product(cycles.edges(cycle)) > mostProduct;
    }

    private static Ending ending(Sizing sizing) {
        return switch (sizing) {
            case NO_BOOK, NO_EDGE, PROFITABLE -> Ending.NO_EDGE;
            case TOO_SMALL -> Ending.TOO_SMALL;
            case EATEN_BY_LOTS -> Ending.EATEN_BY_LOTS;
        };
    }

    private void notNow(int cycle, long nowMs, Ending why) {
        if (!live[cycle]) {
            sink.missed(cycle, nowMs, why);
            return;
        }
        for (int i = liveCount - 1; i >= 0; i--) {
            if (liveIds[i] == cycle) {
                end(i, nowMs, why);
                return;
            }
        }
    }

    private void end(int index, long nowMs, Ending why) {
        int cycle = liveIds[index];
        liveIds[index] = liveIds[--liveCount];
        live[cycle] = false;
        count(cycle, -1);
        sink.gone(cycle, nowMs, why);
    }

    private void count(int cycle, int more) {
        for (int edge : cycles.edges(cycle)) {
            liveOn[edge] += more;
        }
    }

    private boolean takes(int cycle, int wanted) {
        for (int edge : cycles.edges(cycle)) {
            if (edge == wanted) {
                return true;
            }
        }
        return false;
    }

    private boolean isStale(int cycle, long nowMs) {
        for (int edge : cycles.edges(cycle)) {
            long heard = heardMs[CurrencyGraph.marketOf(edge)];
            if (nowMs - heard > limits.staleMs()) {
                return true;
            }
        }
        return false;
    }
}
