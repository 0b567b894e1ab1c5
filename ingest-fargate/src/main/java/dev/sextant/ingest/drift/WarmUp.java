package dev.sextant.ingest.drift;

import dev.sextant.domain.market.Bucket;
import dev.sextant.domain.market.Symbol;
import dev.sextant.platform.market.SqlBuckets;
import dev.sextant.signals.window.AtrSeed;
import dev.sextant.signals.window.IndicatorEngine;
import dev.sextant.signals.window.IndicatorSpec;
import java.util.Optional;

/** Engines as they stood when a day began, from stored buckets, by the rule of the scorer's own cold start. */
final class WarmUp {

    /** A deep memory costs pages, not decisions. */
    private static final long PAGE_MS = 6 * 3_600_000L;

    private final StoredMarket store;
    private final SqlBuckets buckets;

    WarmUp(StoredMarket store, SqlBuckets buckets) {
        this.store = store;
        this.buckets = buckets;
    }

    /**
     * An engine fed with all before {@code untilMs}. Where no row can seed it, it begins where the first decision's
     * engine began.
     *
     * @param version whose rows seed it, {@link StoredMarket#INDICATORS} for the indicator page
     */
    IndicatorEngine engine(Symbol symbol, IndicatorSpec spec, String version, long untilMs) {
        long fromMs = spec.historyFromMs(untilMs);
        Optional<AtrSeed> seed = store.seed(symbol, version, fromMs);
        if (seed.isEmpty()) {
            fromMs = Math.min(
                    fromMs,
                    spec.historyFromMs(store.firstDecidedOnMs(symbol, version).orElse(untilMs)));
        }
        IndicatorEngine engine = new IndicatorEngine(spec, seed.orElse(null));
        for (long pageMs = fromMs; pageMs < untilMs; pageMs += PAGE_MS) {
            for (Bucket bucket : buckets.range(symbol, pageMs, Math.min(pageMs + PAGE_MS, untilMs))) {
                engine.onBucket(bucket);
            }
        }
        return engine;
    }
}
