package dev.sextant.backtest.arb;

import dev.sextant.arbitrage.detect.CycleDetector;
import dev.sextant.arbitrage.follow.OpportunityFollower;
import dev.sextant.arbitrage.follow.Pursuit;
import dev.sextant.arbitrage.follow.Sighting;
import dev.sextant.arbitrage.follow.SizedCycle;
import dev.sextant.arbitrage.graph.CurrencyGraph;
import dev.sextant.arbitrage.graph.Cycles;
import dev.sextant.arbitrage.price.CycleSizer;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** Takes one opportunity at a time on paper, where a latency is given, and tells each one when all about it is known. */
final class TakenOnPaper implements OpportunityFollower {

    private final CurrencyGraph graph;
    private final Cycles cycles;
    private final ArbSettings settings;
    private final LongPredicate mayTake;
    private final Consumer<Told> to;
    private @Nullable CycleDetector detector;
    private @Nullable TakenCycle busy;

    /** @param mayTake at which times an opportunity may be taken */
    TakenOnPaper(CurrencyGraph graph, Cycles cycles, ArbSettings settings, LongPredicate mayTake, Consumer<Told> to) {
        this.graph = graph;
        this.cycles = cycles;
        this.settings = settings;
        this.mayTake = mayTake;
        this.to = to;
    }

    /** In whose books orders trade. */
    void tradeIn(CycleDetector books) {
        detector = books;
    }

    @Override
    public Pursuit seen(Sighting sighting, CycleSizer plan) {
        OptionalLong latencyMs = settings.latencyMs();
        if (latencyMs.isEmpty()
                || detector == null
                || (busy != null && !busy.isDone())
                || !mayTake.test(sighting.seenMs())
                || !isWithinLoss(sighting.plan())) {
            return Pursuit.NONE;
        }
        int[] edges = cycles.edges(sighting.cycle());
        busy = new TakenCycle(graph, detector, edges, plan, sighting.seenMs(), latencyMs.getAsLong());
        return busy;
    }

    private boolean isWithinLoss(SizedCycle planned) {
        double most = settings.unwind().maxLoss();
        return most == Double.POSITIVE_INFINITY
                || planned.worstLoss().map(loss -> loss.doubleValue() <= most).orElse(false);
    }

    @Override
    public void changed(Sighting sighting) {}

    @Override
    public void over(Sighting sighting) {
        Optional<Told.Taken> taken =
                sighting.pursuit() instanceof TakenCycle done ? Optional.of(done.taken()) : Optional.empty();
        to.accept(new Told(sighting.opportunity(), taken));
    }
}
