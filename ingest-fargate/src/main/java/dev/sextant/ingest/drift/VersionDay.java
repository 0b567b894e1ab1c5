package dev.sextant.ingest.drift;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.domain.market.Bucket;
import dev.sextant.domain.market.Symbol;
import dev.sextant.signals.factor.AsOf;
import dev.sextant.signals.score.Decision;
import dev.sextant.signals.score.LastSignals;
import dev.sextant.signals.score.Scorer;
import dev.sextant.signals.strategy.Strategy;
import dev.sextant.signals.window.IndicatorEngine;
import dev.sextant.signals.window.IndicatorRow;
import dev.sextant.signals.window.IndicatorSpec;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A strategy version on one symbol and day: decided again with the scorer's own classes, bucket by bucket. */
final class VersionDay {

    private final Symbol symbol;
    private final Strategy strategy;
    private final IndicatorEngine engine;
    private final Defects defects;
    private final Tally tally;
    private @Nullable IndicatorRow row;

    /** @param engine as it stood before the first bucket */
    VersionDay(Symbol symbol, Strategy strategy, IndicatorEngine engine, Defects defects, Tally tally) {
        this.symbol = symbol;
        this.strategy = strategy;
        this.engine = engine;
        this.defects = defects;
        this.tally = tally;
    }

    /** Folds the next bucket; the comparisons that follow are of it. */
    void fold(Bucket bucket) {
        row = engine.onBucket(bucket);
    }

    void compare(LiveDecision live, AsOf readings, LastSignals last) {
        IndicatorRow at = Objects.requireNonNull(row);
        JsonNode recomputed = decide(at, readings, last, live.body());
        FieldDifference.first(live.body(), recomputed)
                .ifPresentOrElse(
                        first -> tally.add(
                                first.ofTheRow()
                                        ? rowDiffers(
                                                live.bucketStartMs(), first, defects, strategy.indicators(), at.atMs())
                                        : otherwise(live, recomputed, first, at, readings, last)),
                        tally::equal);
    }

    private JsonNode decide(IndicatorRow at, AsOf readings, LastSignals last, JsonNode live) {
        Decision decision = Scorer.decide(strategy, symbol, at, readings, last);
        return RecomputedDecision.json(decision, live);
    }

    /** Indicators rest on trades alone, so other trades are the cause or nothing known is. */
    static Difference rowDiffers(
            long bucketStartMs, FieldDifference first, Defects defects, IndicatorSpec spec, long atMs) {
        Optional<Defects.Defect> defect = defects.behind(spec, atMs);
        return Difference.of(
                bucketStartMs,
                first,
                defect.filter(Defects.Defect::missing).isPresent() ? Cause.MISSING_DATA : Cause.UNEXPLAINED,
                defect.map(Defects.Defect::told).orElse("the same buckets give other indicators"));
    }

    private Difference otherwise(
            LiveDecision live,
            JsonNode recomputed,
            FieldDifference first,
            IndicatorRow at,
            AsOf readings,
            LastSignals last) {
        for (LateInputs late : LateInputs.candidates(live.body(), recomputed)) {
            JsonNode without = decide(at, late.outOf(readings), last, live.body());
            if (FieldDifference.first(live.body(), without).isEmpty()) {
                return Difference.of(live.bucketStartMs(), first, Cause.LATE_INPUT, late.told());
            }
        }
        return Difference.of(
                live.bucketStartMs(), first, Cause.UNEXPLAINED, "the same indicators give another decision");
    }
}
