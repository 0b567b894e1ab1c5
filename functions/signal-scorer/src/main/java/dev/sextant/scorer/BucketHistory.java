package dev.sextant.scorer;

import dev.sextant.domain.market.Bucket;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.E8;
import dev.sextant.platform.market.SqlBuckets;
import dev.sextant.platform.sql.Sql;
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

    private final SqlClient sql;
    private final SqlBuckets buckets;

    BucketHistory(SqlClient sql, SqlBuckets buckets) {
        this.sql = sql;
        this.buckets = buckets;
    }

    /**
     * An engine fed with everything before {@code untilMs}.
     *
     * @param strategyVersion whose decisions hold the rows of this specification, or null for the standard one
     */
    IndicatorEngine engine(Symbol symbol, IndicatorSpec spec, @Nullable String strategyVersion, long untilMs) {
        long fromMs = spec.historyFromMs(untilMs);
        Optional<AtrSeed> seed =
                reachesBackTo(symbol, fromMs) ? seed(symbol, strategyVersion, fromMs) : Optional.empty();
        IndicatorEngine engine = new IndicatorEngine(spec, seed.orElse(null));
        for (Bucket bucket : buckets.range(symbol, fromMs, untilMs)) {
            engine.onBucket(bucket);
        }
        return engine;
    }

    private boolean reachesBackTo(Symbol symbol, long fromMs) {
        return sql.queryOne(Sql.of("""
                        select 1 as found from market.buckets
                        where symbol = :symbol and bucket_start < ops.ts(:from) limit 1""").with("symbol", symbol.name()).with("from", fromMs))
                .isPresent();
    }

    private Optional<AtrSeed> seed(Symbol symbol, @Nullable String strategyVersion, long atMs) {
        Sql query = strategyVersion == null ? Sql.of("""
                        select atr_5m as atr, price from strategy.signal_indicators
                        where symbol = :symbol and at = ops.ts(:at) and atr_5m is not null""") : Sql.of("""
                        select (body->'indicators'->>'atr_5m')::float8 as atr, (body->>'price')::numeric as price
                        from strategy.decisions
                        where symbol = :symbol and decided_at = ops.ts(:at) and strategy_version = :version
                          and body->'indicators'->>'atr_5m' is not null""").with("version", strategyVersion);
        return sql.queryOne(query.with("symbol", symbol.name()).with("at", atMs))
                .map(row -> new AtrSeed(atMs, row.doubleValue("atr"), E8.of(row.decimal("price"))));
    }
}
