package dev.sextant.direct;

import dev.sextant.arbitrage.detect.CycleDetector;
import dev.sextant.arbitrage.detect.Ending;
import dev.sextant.arbitrage.detect.OpportunitySink;
import dev.sextant.arbitrage.follow.FollowedCycles;
import dev.sextant.arbitrage.graph.CurrencyGraph;
import dev.sextant.arbitrage.graph.Cycles;
import dev.sextant.arbitrage.price.CycleSizer;
import dev.sextant.domain.instrument.Instrument;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.Price;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.Side;
import dev.sextant.domain.plan.CyclePlan;
import dev.sextant.domain.plan.PairTerms;
import dev.sextant.ingest.opportunity.SinkBeside;
import dev.sextant.planning.Markets;
import dev.sextant.planning.PlanMaker;
import dev.sextant.planning.PlanSettings;
import dev.sextant.planning.SamplePlan;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the detector finds becomes a plan at once, on the thread of the books, and goes to the one thread that trades. While
 * that trades, whatever else is seen is left alone: one plan at a time. What was left and still pays is planned again.
 */
final class DirectLane implements SinkBeside, OpportunitySink {

    /** So long after an opportunity was left it is planned again, if it still pays; refusals in between say the same. */
    private static final long AGAIN_MS = 500;

    private static final long NEVER = Long.MIN_VALUE / 2;

    private final PlanSettings settings;
    private final int haircutPpm;
    private final AccountFees fees;
    private final PlanTaker taker;
    private final Consumer<List<Instrument>> pairs;
    private @Nullable CurrencyGraph graph;
    private @Nullable Cycles cycles;
    private @Nullable FollowedCycles followed;
    private @Nullable PlanMaker maker;
    private volatile @Nullable Markets markets;
    private @Nullable SamplePlan sample;

    /** By cycle, when it was last planned. */
    private long[] triedMs = {};

    /** Who trades. Called on the thread of the books, and must not wait there. */
    interface PlanTaker {

        /** False while another plan is under way. */
        boolean isFree();

        /** @param seenNanos when the detector told of its triangle, by {@link System#nanoTime} */
        void take(CyclePlan plan, long seenNanos);

        /** Whether a plan was approved for an opportunity: it is never taken again. */
        boolean hasTaken(String opportunityId);

        /** Nothing is done about an opportunity, and why. */
        void leave(String opportunityId, String reason);
    }

    /** @param pairs is told the venue's filters when they are known */
    DirectLane(
            PlanSettings settings,
            int haircutPpm,
            AccountFees fees,
            PlanTaker taker,
            Consumer<List<Instrument>> pairs) {
        this.settings = settings;
        this.haircutPpm = haircutPpm;
        this.fees = fees;
        this.taker = taker;
        this.pairs = pairs;
    }

    @Override
    public OpportunitySink begin(CurrencyGraph ofPairs, Cycles through, FollowedCycles by) {
        graph = ofPairs;
        cycles = through;
        followed = by;
        triedMs = new long[through.count()];
        Arrays.fill(triedMs, NEVER);
        maker = null;
        markets = null;
        sample = null;
        return this;
    }

    @Override
    public void follow(CycleDetector detector) {
        if (graph == null || cycles == null) {
            throw new IllegalStateException("begin() comes before follow()");
        }
        Markets known = new Markets(graph, detector);
        maker = new PlanMaker(settings, known, cycles, haircutPpm);
        sample = new SamplePlan(settings, known, cycles);
        markets = known;
        fees.of(known.symbols());
        pairs.accept(known.instruments());
    }

    /** The worst price an order would meet now. Only while no message changes the books. */
    Optional<Price> worst(PairTerms terms, Side side, Quantity quantity) {
        Markets known = markets;
        return known == null ? Optional.empty() : known.worst(terms, side, quantity.value());
    }

    /** A plan to rehearse with. Only while no message changes the books. */
    Optional<CyclePlan> sample(long nowMs) {
        return sample == null ? Optional.empty() : sample.make(nowMs);
    }

    @Override
    public void seen(int cycle, long nowMs, CycleSizer sized) {
        triedMs[cycle] = NEVER;
        if (followed != null && !taker.isFree()) {
            taker.leave(followed.live(cycle).id(), "another plan was under way");
            return;
        }
        plan(cycle, nowMs, sized);
    }

    @Override
    public void stillThere(int cycle, long nowMs, CycleSizer sized) {
        if (followed != null
                && taker.isFree()
                && nowMs - triedMs[cycle] >= AGAIN_MS
                && !taker.hasTaken(followed.live(cycle).id())) {
            plan(cycle, nowMs, sized);
        }
    }

    private void plan(int cycle, long nowMs, CycleSizer sized) {
        if (followed == null || maker == null) {
            return;
        }
        long seenNanos = System.nanoTime();
        triedMs[cycle] = nowMs;
        String id = followed.live(cycle).id();
        Optional<String> objection = objection(cycle, nowMs);
        if (objection.isPresent()) {
            taker.leave(id, objection.get());
            return;
        }
        switch (maker.make(id, cycle, nowMs, sized)) {
            case PlanMaker.Made.Plan(CyclePlan plan) -> taker.take(plan, seenNanos);
            case PlanMaker.Made.Impossible(String reason) -> taker.leave(id, reason);
        }
    }

    /** Whether the account's fees are known and the cycle is priced with them. */
    private Optional<String> objection(int cycle, long nowMs) {
        CurrencyGraph of = graph;
        Cycles all = cycles;
        if (of == null || all == null) {
            return Optional.empty();
        }
        return Arrays.stream(all.edges(cycle))
                .mapToObj(edge -> of.market(CurrencyGraph.marketOf(edge)))
                .flatMap(rules -> fees.objection(new Symbol(rules.symbol()), rules.feePpm(), nowMs).stream())
                .findFirst();
    }

    @Override
    public void gone(int cycle, long nowMs, Ending why) {}

    @Override
    public void missed(int cycle, long nowMs, Ending why) {}
}
