package dev.sextant.ingest.drift;

import dev.sextant.domain.market.Bucket;
import dev.sextant.domain.market.Gap;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.E8;
import dev.sextant.platform.market.SqlAtrMemory;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.signals.window.AtrSeed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the desk kept of the market beside its trades: buckets, gaps, and the rows engines start from. */
final class StoredMarket {

    /** Stands for the indicator page where a strategy's version would. */
    static final String INDICATORS = "*";

    private static final int PAGE = 3_000;

    private final SqlClient sql;
    private final SqlAtrMemory memory;

    StoredMarket(SqlClient sql) {
        this.sql = sql;
        this.memory = new SqlAtrMemory(sql);
    }

    /** Buckets that start in a range, oldest first. */
    List<StoredBucket> buckets(Symbol symbol, long fromMs, long untilMs) {
        List<StoredBucket> buckets = new ArrayList<>();
        long nextMs = fromMs;
        List<StoredBucket> page;
        do {
            page = page(symbol, nextMs, untilMs);
            buckets.addAll(page);
            nextMs = page.isEmpty() ? untilMs : page.getLast().startMs() + Bucket.LENGTH_MS;
        } while (page.size() == PAGE);
        return buckets;
    }

    private List<StoredBucket> page(Symbol symbol, long fromMs, long untilMs) {
        return sql
                .query(Sql.of("""
                        select ops.ms(bucket_start) as start_ms, first_agg_id, last_agg_id, complete, upgraded, content_hash
                        from market.buckets
                        where symbol = :symbol and bucket_start >= ops.ts(:from) and bucket_start < ops.ts(:until)
                        order by bucket_start limit :page""")
                        .with("symbol", symbol.name())
                        .with("from", fromMs)
                        .with("until", untilMs)
                        .with("page", PAGE))
                .stream()
                .map(row -> new StoredBucket(
                        row.longValue("start_ms"),
                        row.longValue("first_agg_id"),
                        row.longValue("last_agg_id"),
                        row.bool("complete"),
                        row.bool("upgraded"),
                        row.text("content_hash")))
                .toList();
    }

    /** Starts of buckets that were incomplete first, in a range. */
    List<Long> upgraded(Symbol symbol, long fromMs, long untilMs) {
        return sql
                .query(Sql.of("""
                        select ops.ms(bucket_start) as start_ms from market.buckets
                        where symbol = :symbol and bucket_start >= ops.ts(:from) and bucket_start < ops.ts(:until) and upgraded
                        order by bucket_start limit 1000""")
                        .with("symbol", symbol.name())
                        .with("from", fromMs)
                        .with("until", untilMs))
                .stream()
                .map(row -> row.longValue("start_ms"))
                .toList();
    }

    /** What the ledger of gaps says of a range of ids. */
    List<Gap> gaps(Symbol symbol, IdRange ids) {
        return sql
                .query(Sql.of("""
                        select from_agg_id, to_agg_id, ops.ms(seen_at) as seen_ms, filled_at is not null as filled from market.gaps
                        where symbol = :symbol and to_agg_id >= :from and from_agg_id <= :to order by from_agg_id limit 1000""")
                        .with("symbol", symbol.name())
                        .with("from", ids.fromAggId())
                        .with("to", ids.toAggId()))
                .stream()
                .map(row -> new Gap(
                        symbol,
                        row.longValue("from_agg_id"),
                        row.longValue("to_agg_id"),
                        row.longValue("seen_ms"),
                        row.bool("filled")))
                .toList();
    }

    /** What an engine may start from at an instant, where a row was stored with an ATR. */
    Optional<AtrSeed> seed(Symbol symbol, String version, long atMs) {
        return memory.at(symbol, version.equals(INDICATORS) ? null : version, atMs)
                .map(stored -> new AtrSeed(atMs, stored.atr(), E8.of(stored.price())));
    }

    /** Start of the first bucket that a version decided on. */
    Optional<Long> firstDecidedOnMs(Symbol symbol, String version) {
        Sql query = version.equals(INDICATORS)
                ? Sql.of("select ops.ms(min(at)) as at_ms from strategy.signal_indicators where symbol = :symbol")
                : Sql.of("""
                        select ops.ms(min(decided_at)) as at_ms from strategy.decisions
                        where strategy = :name and symbol = :symbol and strategy_version = :version""")
                        .with("name", version.substring(0, version.indexOf('@')))
                        .with("version", version);
        return sql.queryOne(query.with("symbol", symbol.name()))
                .filter(row -> !row.isNull("at_ms"))
                .map(row -> row.longValue("at_ms") - Bucket.LENGTH_MS);
    }
}
