package dev.sextant.backtest.arb;

import dev.sextant.arbitrage.detect.CycleDetector;
import dev.sextant.arbitrage.detect.Ending;
import dev.sextant.arbitrage.detect.OpportunitySink;
import dev.sextant.arbitrage.graph.CurrencyGraph;
import dev.sextant.arbitrage.graph.Cycles;
import dev.sextant.arbitrage.graph.MarketRules;
import dev.sextant.arbitrage.price.CycleSizer;
import dev.sextant.arbitrage.price.UnwindBound;
import dev.sextant.backtest.arb.Opportunity.CyclePlan;
import dev.sextant.backtest.arb.Opportunity.PlanLeg;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Follows what a detector finds, and takes one opportunity at a time where a latency is given. */
final class Sightings implements OpportunitySink {

    private final CurrencyGraph graph;
    private final Cycles cycles;
    private final ArbSettings settings;
    private final Consumer<Opportunity> to;
    private final List<Sighting> followed = new ArrayList<>();
    private final Map<Ending, Long> missed = new EnumMap<>(Ending.class);
    private @Nullable CycleDetector detector;
    private @Nullable TakenCycle busy;

    Sightings(CurrencyGraph graph, Cycles cycles, ArbSettings settings, Consumer<Opportunity> to) {
        this.graph = graph;
        this.cycles = cycles;
        this.settings = settings;
        this.to = to;
    }

    void follow(CycleDetector found) {
        detector = found;
    }

    /** How often best prices paid and it was no opportunity all the same, by reason. */
    Map<Ending, Long> missed() {
        return missed;
    }

    @Override
    public void seen(int cycle, long nowMs, CycleSizer plan) {
        CyclePlan planned = plan(cycle, plan);
        followed.add(new Sighting(cycle, nowMs, planned, take(cycle, nowMs, plan, planned)));
    }

    private @Nullable TakenCycle take(int cycle, long nowMs, CycleSizer plan, CyclePlan planned) {
        OptionalLong latencyMs = settings.latencyMs();
        if (latencyMs.isEmpty() || detector == null || (busy != null && !busy.isDone()) || !isWithinLoss(planned)) {
            return null;
        }
        busy = new TakenCycle(graph, detector, cycles.edges(cycle), plan, nowMs, latencyMs.getAsLong());
        return busy;
    }

    private boolean isWithinLoss(CyclePlan planned) {
        double most = settings.unwind().maxLoss();
        return most == Double.POSITIVE_INFINITY
                || planned.worstLoss().map(loss -> loss.doubleValue() <= most).orElse(false);
    }

    @Override
    public void stillThere(int cycle, long nowMs, CycleSizer plan) {
        live(cycle).looked(plan.edgeBps());
    }

    @Override
    public void gone(int cycle, long nowMs, Ending why) {
        live(cycle).gone(nowMs, why);
    }

    @Override
    public void missed(int cycle, long nowMs, Ending why) {
        missed.merge(why, 1L, Long::sum);
    }

    private Sighting live(int cycle) {
        for (Sighting sighting : followed) {
            if (sighting.cycle == cycle && !sighting.isGone()) {
                return sighting;
            }
        }
        throw new IllegalStateException(cycles.name(cycle) + " is not followed");
    }

    /** Time goes on to here; the books are still those of before. */
    void advance(long nowMs) {
        CycleDetector books = detector;
        if (books == null || followed.isEmpty()) {
            return;
        }
        for (Iterator<Sighting> all = followed.iterator(); all.hasNext(); ) {
            Sighting sighting = all.next();
            sighting.advance(nowMs, one -> books.edgeBps(one.cycle, nowMs));
            if (sighting.isOver()) {
                all.remove();
                to.accept(sighting.told());
            }
        }
    }

    /** The recording has ended. */
    void finish(long nowMs) {
        for (Sighting sighting : followed) {
            sighting.finish();
            if (!sighting.isGone()) {
                sighting.gone(nowMs, null);
            }
            to.accept(sighting.told());
        }
        followed.clear();
    }

    private CyclePlan plan(int cycle, CycleSizer plan) {
        List<PlanLeg> legs = new ArrayList<>();
        int[] edges = cycles.edges(cycle);
        for (int leg = 0; leg < edges.length; leg++) {
            MarketRules rules = graph.market(CurrencyGraph.marketOf(edges[leg]));
            legs.add(new PlanLeg(
                    rules.symbol(),
                    CurrencyGraph.isBuy(edges[leg]),
                    BigDecimal.valueOf(plan.quantity(leg), rules.quantityPrecision()),
                    BigDecimal.valueOf(plan.limit(leg), rules.pricePrecision()),
                    amount(graph.from(edges[leg]), plan.spend(leg)),
                    amount(graph.to(edges[leg]), plan.receive(leg))));
        }
        int start = cycles.start(cycle);
        return new CyclePlan(
                cycles.name(cycle),
                graph.asset(start),
                amount(start, plan.spend()),
                amount(start, plan.profit()),
                plan.edgeBps(),
                worstLoss(edges, plan),
                legs);
    }

    private Optional<BigDecimal> worstLoss(int[] edges, CycleSizer plan) {
        CycleDetector books = detector;
        if (books == null) {
            return Optional.empty();
        }
        long loss = new UnwindBound(graph, books::book, settings.unwind().haircutPpm()).worstLoss(plan, edges);
        return loss == UnwindBound.NONE ? Optional.empty() : Optional.of(amount(graph.from(edges[0]), loss));
    }

    private BigDecimal amount(int asset, long units) {
        return BigDecimal.valueOf(units, graph.scale(asset));
    }
}
