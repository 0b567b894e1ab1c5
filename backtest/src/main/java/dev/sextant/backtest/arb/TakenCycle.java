package dev.sextant.backtest.arb;

import dev.sextant.arbitrage.detect.CycleDetector;
import dev.sextant.arbitrage.follow.Pursuit;
import dev.sextant.arbitrage.graph.CurrencyGraph;
import dev.sextant.arbitrage.price.CycleSizer;
import dev.sextant.arbitrage.price.TakerOrder;
import dev.sextant.arbitrage.price.TakerOrder.Execution;
import dev.sextant.backtest.arb.Told.Outcome;
import dev.sextant.backtest.arb.Told.Taken;
import java.math.BigDecimal;

/**
 * A plan carried out against the recorded books: leg by leg, each a latency after what it waits for, each an order with
 * the plan's limit that takes what rests in the book at that moment and no more than the leg before it brought. Where
 * a leg gets less than planned, the next one goes on with that, and what is left over is sold back into the start asset
 * at any price, a latency later. What was taken stays in the recorded book: our own orders leave no trace in it.
 */
final class TakenCycle implements Pursuit {

    private final CurrencyGraph graph;
    private final CycleDetector detector;
    private final int[] edges;
    private final long[] quantities;
    private final long[] limits;
    private final long latencyMs;
    private final BigDecimal expected;

    /** What is left over of each asset by its id. */
    private final long[] left;

    private long dueMs;
    private int leg;
    private long held;
    private long spent;
    private long gained;
    private boolean asPlanned = true;
    private boolean unwinding;
    private boolean stuck;
    private boolean done;

    TakenCycle(CurrencyGraph graph, CycleDetector detector, int[] edges, CycleSizer plan, long nowMs, long latencyMs) {
        this.graph = graph;
        this.detector = detector;
        this.edges = edges;
        this.latencyMs = latencyMs;
        this.dueMs = nowMs + latencyMs;
        this.held = plan.spend();
        this.expected = amount(plan.profit());
        this.left = new long[graph.assetCount()];
        this.quantities = new long[edges.length];
        this.limits = new long[edges.length];
        for (int i = 0; i < edges.length; i++) {
            quantities[i] = plan.quantity(i);
            limits[i] = plan.limit(i);
        }
    }

    @Override
    public boolean isDone() {
        return done;
    }

    /** Does what is due up to a time, with the books as they are. */
    @Override
    public void advance(long nowMs) {
        while (!done && dueMs <= nowMs) {
            if (unwinding) {
                unwind();
            } else {
                trade();
            }
            dueMs += latencyMs;
        }
    }

    /** The recording has ended: the rest happens in its last books. */
    @Override
    public void finish() {
        while (!done) {
            advance(dueMs);
        }
    }

    private void trade() {
        int edge = edges[leg];
        Execution execution = open(edge) ? order(edge).within(held, quantities[leg], limits[leg]) : nothing();
        asPlanned &= execution.quantity() == quantities[leg];
        if (leg == 0) {
            spent = execution.spent();
        } else {
            left[graph.from(edge)] += held - execution.spent();
        }
        held = execution.received();
        leg++;
        if (held == 0) {
            done = leg == 1;
            unwinding = true;
        } else if (leg == edges.length) {
            gained += held;
            done = asPlanned;
            unwinding = true;
        }
    }

    private void unwind() {
        int start = graph.from(edges[0]);
        for (int asset = 0; asset < left.length; asset++) {
            if (left[asset] > 0) {
                int edge = graph.edge(asset, start);
                Execution sold = edge >= 0 && open(edge) ? order(edge).atMarket(left[asset]) : nothing();
                gained += sold.received();
                stuck |= sold.quantity() == 0;
            }
        }
        done = true;
    }

    private boolean open(int edge) {
        return detector.isOpen(CurrencyGraph.marketOf(edge));
    }

    private TakerOrder order(int edge) {
        return new TakerOrder(graph, edge, detector.book(CurrencyGraph.marketOf(edge)));
    }

    private static Execution nothing() {
        return new Execution(0, 0, 0);
    }

    Taken taken() {
        return new Taken(expected, amount(gained - spent), outcome(), dueMs - latencyMs);
    }

    private Outcome outcome() {
        if (spent == 0) {
            return Outcome.MISSED;
        }
        if (asPlanned) {
            return Outcome.COMPLETE;
        }
        return stuck ? Outcome.RESIDUAL : Outcome.UNWOUND;
    }

    private BigDecimal amount(long units) {
        return BigDecimal.valueOf(units, graph.scale(graph.from(edges[0])));
    }
}
