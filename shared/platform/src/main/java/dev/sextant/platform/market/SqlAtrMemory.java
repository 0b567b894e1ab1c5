package dev.sextant.platform.market;

import dev.sextant.domain.market.Symbol;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The average true range as it was stored with a decision: what buckets of a bounded past can't give back. Called by the
 * scorer when it rebuilds an engine, and by the measurement of drift, which must begin as the scorer did.
 */
public final class SqlAtrMemory {

    private final SqlClient sql;

    public SqlAtrMemory(SqlClient sql) {
        this.sql = sql;
    }

    /**
     * What stood in the row of an instant.
     *
     * @param atr quote units
     * @param price the last price before the instant
     */
    public record Stored(double atr, BigDecimal price) {}

    /**
     * The row of an instant; empty when none was stored with an ATR, and when no bucket lies before the instant: then the
     * input begins there, and nothing is to be remembered.
     *
     * @param strategyVersion whose decisions to look in, or null for the standard indicators
     * @param atMs epoch milliseconds, a candle boundary
     */
    public Optional<Stored> at(Symbol symbol, @Nullable String strategyVersion, long atMs) {
        return hasBucketBefore(symbol, atMs) ? stored(symbol, strategyVersion, atMs) : Optional.empty();
    }

    private boolean hasBucketBefore(Symbol symbol, long atMs) {
        return sql.queryOne(Sql.of("""
                        select 1 as found from market.buckets
                        where symbol = :symbol and bucket_start < ops.ts(:at) limit 1""").with("symbol", symbol.name()).with("at", atMs))
                .isPresent();
    }

    private Optional<Stored> stored(Symbol symbol, @Nullable String strategyVersion, long atMs) {
        Sql query = strategyVersion == null ? Sql.of("""
                        select atr_5m as atr, price from strategy.signal_indicators
                        where symbol = :symbol and at = ops.ts(:at) and atr_5m is not null""") : Sql.of("""
                        select (body->'indicators'->>'atr_5m')::float8 as atr, (body->>'price')::numeric as price
                        from strategy.decisions
                        where symbol = :symbol and decided_at = ops.ts(:at) and strategy_version = :version
                          and body->'indicators'->>'atr_5m' is not null""").with("version", strategyVersion);
        return sql.queryOne(query.with("symbol", symbol.name()).with("at", atMs))
                .map(row -> new Stored(row.doubleValue("atr"), row.decimal("price")));
    }
}
