package dev.sextant.scorer;

import dev.sextant.domain.market.Bucket;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.E8;
import dev.sextant.platform.market.SqlAtrMemory;
import dev.sextant.platform.market.SqlBuckets;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.signals.window.AtrSeed;
import dev.sextant.signals.window.IndicatorEngine;
import dev.sextant.signals.window.IndicatorSpec;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rebuilds indicator engines from stored buckets, so that a fresh sandbox, a snapshot's clone or a long sleep gives the
 * same rows as one that ran through.
 */
final class BucketHistory {

    private final SqlAtrMemory memory;
    private final SqlBuckets buckets;

    BucketHistory(SqlClient sql, SqlBuckets buckets) {
        this.memory = new SqlAtrMemory(sql);
        this.buckets = buckets;
    }

    /**
     * An engine fed with everything before {@code untilMs}.
     *
     * @param strategyVersion whose decisions hold the rows of this specification, or null for the standard one
     */
    IndicatorEngine engine(Symbol symbol, IndicatorSpec spec, @Nullable String strategyVersion, long untilMs) {
        long fromMs = spec.historyFromMs(untilMs);
        Optional<AtrSeed> seed = memory.at(symbol, strategyVersion, fromMs)
                .map(stored -> new AtrSeed(fromMs, stored.atr(), E8.of(stored.price())));
        IndicatorEngine engine = new IndicatorEngine(spec, seed.orElse(null));
        for (Bucket bucket : buckets.range(symbol, fromMs, untilMs)) {
            engine.onBucket(bucket);
        }
        return engine;
    }
}
