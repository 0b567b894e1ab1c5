package dev.sextant.platform.market;

import dev.sextant.domain.market.Bucket;
import dev.sextant.domain.market.Symbol;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Closed buckets in {@code market.buckets}: written by insert-or-compare, read back in pages below the 1 MiB limit. */
public final class SqlBuckets {

    /** Rows a page: about 700 bytes each at a busy symbol, so a page stays below 700 KB. */
    private static final int PAGE = 800;

    private final SqlClient sql;
    private final String writer;

    /** @param writer who stores, noted with each row, for example {@code signal-scorer} */
    public SqlBuckets(SqlClient sql, String writer) {
        this.sql = sql;
        this.writer = writer;
    }

    /** Stores a bucket, or compares it with the one that is there. */
    public StoreOutcome store(Symbol symbol, Bucket bucket) {
        return StoreOutcome.valueOf(sql.callOne(Sql.of("select market.store_bucket(:bucket::jsonb, :by) as outcome")
                        .withJson("bucket", BucketJson.of(symbol, bucket).toString())
                        .with("by", writer))
                .text("outcome"));
    }

    /** All buckets of a symbol that start at or after {@code fromMs} and before {@code toMs}, oldest first. */
    public List<Bucket> range(Symbol symbol, long fromMs, long toMs) {
        List<Bucket> buckets = new ArrayList<>();
        long nextMs = fromMs;
        while (true) {
            List<Bucket> page = page(symbol, nextMs, toMs);
            buckets.addAll(page);
            if (page.size() < PAGE) {
                return buckets;
            }
            nextMs = page.getLast().endMs();
        }
    }

    private List<Bucket> page(Symbol symbol, long fromMs, long toMs) {
        return sql
                .query(Sql.of("""
                        select ops.ms(bucket_start) as start_ms, first_agg_id, last_agg_id, trades, open, high, low, close,
                               buy_qty, sell_qty, notional, sizes, complete, closed_by
                        from market.buckets
                        where symbol = :symbol and bucket_start >= ops.ts(:from) and bucket_start < ops.ts(:to)
                        order by bucket_start limit :page""")
                        .with("symbol", symbol.name())
                        .with("from", fromMs)
                        .with("to", toMs)
                        .with("page", PAGE))
                .stream()
                .map(BucketJson::bucket)
                .toList();
    }

    /** Complete buckets that touch a closed range of ids, by start. */
    public List<Bucket> completeTouching(Symbol symbol, long fromAggId, long toAggId) {
        return sql
                .query(Sql.of("""
                        select ops.ms(bucket_start) as start_ms, first_agg_id, last_agg_id, trades, open, high, low, close,
                               buy_qty, sell_qty, notional, sizes, complete, closed_by
                        from market.buckets
                        where symbol = :symbol and complete and last_agg_id >= :from and first_agg_id <= :to
                        order by bucket_start limit 800""")
                        .with("symbol", symbol.name())
                        .with("from", fromAggId)
                        .with("to", toAggId))
                .stream()
                .map(BucketJson::bucket)
                .toList();
    }

    /** The latest complete bucket whose last id is below this one. */
    public Optional<Bucket> completeBefore(Symbol symbol, long aggId) {
        return sql.queryOne(Sql.of("""
                        select ops.ms(bucket_start) as start_ms, first_agg_id, last_agg_id, trades, open, high, low, close,
                               buy_qty, sell_qty, notional, sizes, complete, closed_by
                        from market.buckets where symbol = :symbol and complete and last_agg_id < :id
                        order by bucket_start desc limit 1""").with("symbol", symbol.name()).with("id", aggId))
                .map(BucketJson::bucket);
    }

    /** The earliest complete bucket whose first id is above this one. */
    public Optional<Bucket> completeAfter(Symbol symbol, long aggId) {
        return sql.queryOne(Sql.of("""
                        select ops.ms(bucket_start) as start_ms, first_agg_id, last_agg_id, trades, open, high, low, close,
                               buy_qty, sell_qty, notional, sizes, complete, closed_by
                        from market.buckets where symbol = :symbol and complete and first_agg_id > :id
                        order by bucket_start limit 1""").with("symbol", symbol.name()).with("id", aggId))
                .map(BucketJson::bucket);
    }

    /** Stops a symbol whose buckets disagree; a human clears it. */
    public void block(Symbol symbol, String reason) {
        sql.call(
                Sql.of("""
                        select risk.block(:symbol, :reason, :source) as x
                        where not exists (select 1 from market.blocked_symbols where symbol = :symbol)""").with("symbol", symbol.name()).with("reason", reason).with("source", writer));
    }

    /** Whether somebody stopped the symbol and no human has cleared it yet. */
    public boolean isBlocked(Symbol symbol) {
        return sql.queryOne(Sql.of("select 1 as found from market.blocked_symbols where symbol = :symbol")
                        .with("symbol", symbol.name()))
                .isPresent();
    }
}
