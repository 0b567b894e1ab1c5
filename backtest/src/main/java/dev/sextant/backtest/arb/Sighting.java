package dev.sextant.backtest.arb;

import dev.sextant.arbitrage.detect.Ending;
import dev.sextant.backtest.arb.Opportunity.CyclePlan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** An opportunity while it is followed: until it is gone, its decay is known and, where it was taken, all legs are done. */
final class Sighting {

    /** When it is looked at again, milliseconds after the first sight. */
    static final List<Integer> OFFSETS_MS = List.of(50, 100, 250, 500, 1000, 2000, 5000);

    final int cycle;
    private final long seenMs;
    private final CyclePlan plan;
    private final @Nullable TakenCycle taken;
    private final Map<Integer, Double> decay = new LinkedHashMap<>();
    private double bestEdgeBps;
    private long looks = 1;
    private long goneMs;
    private @Nullable Ending why;
    private boolean gone;

    Sighting(int cycle, long seenMs, CyclePlan plan, @Nullable TakenCycle taken) {
        this.cycle = cycle;
        this.seenMs = seenMs;
        this.plan = plan;
        this.taken = taken;
        this.bestEdgeBps = plan.edgeBps();
    }

    void looked(double edgeBps) {
        looks++;
        bestEdgeBps = Math.max(bestEdgeBps, edgeBps);
    }

    void gone(long nowMs, @Nullable Ending ending) {
        gone = true;
        goneMs = nowMs;
        why = ending;
    }

    boolean isGone() {
        return gone;
    }

    /** Time has gone on to here, with the books as they were before what happens now. */
    void advance(long nowMs, ToDoubleFunction<Sighting> edgeBps) {
        while (decay.size() < OFFSETS_MS.size() && seenMs + OFFSETS_MS.get(decay.size()) <= nowMs) {
            decay.put(OFFSETS_MS.get(decay.size()), edgeBps.applyAsDouble(this) / plan.edgeBps());
        }
        if (taken != null) {
            taken.advance(nowMs);
        }
    }

    void finish() {
        if (taken != null) {
            taken.finish();
        }
    }

    boolean isOver() {
        return gone && decay.size() == OFFSETS_MS.size() && (taken == null || taken.isDone());
    }

    Opportunity told() {
        return new Opportunity(
                seenMs,
                goneMs,
                Optional.ofNullable(why),
                plan,
                bestEdgeBps,
                looks,
                decay,
                Optional.ofNullable(taken).map(TakenCycle::taken));
    }
}
