package dev.sextant.api.market;

import dev.sextant.api.http.ApiException;
import dev.sextant.api.http.Page;
import dev.sextant.api.http.TimeSpan;
import dev.sextant.api.setup.ApiSetup;
import dev.sextant.platform.sql.Row;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import jakarta.inject.Singleton;
import java.util.List;

/** Candles, made of the stored 15-second buckets. */
@Singleton
final class Candles {

    private final SqlClient sql;

    Candles(ApiSetup setup) {
        this.sql = setup.sql();
    }

    /** The newest candles that start in the span, oldest first. */
    Page of(String symbol, CandleWidth width, TimeSpan span, int limit) {
        TimeSpan whole = span.wholeSteps(width.widthMs());
        // One candle's worth of buckets more than needed: the oldest candle may be cut, and falls off the limit.
        List<Row> rows = sql.query(Sql.of("""
                WITH newest AS (
                    SELECT * FROM market.buckets
                    WHERE symbol = :symbol AND bucket_start >= coalesce(:from::timestamptz, '-infinity')
                      AND bucket_start < coalesce(:to::timestamptz, 'infinity')
                    ORDER BY bucket_start DESC
                    LIMIT (:limit + 1) * :buckets),
                candles AS (
                    SELECT date_bin(:width_ms * interval '1 millisecond', bucket_start, timestamptz 'epoch') AS start_at,
                           (array_agg(open ORDER BY bucket_start))[1] AS open, max(high) AS high, min(low) AS low,
                           (array_agg(close ORDER BY bucket_start DESC))[1] AS close, sum(buy_qty) AS buy,
                           sum(sell_qty) AS sell, sum(trades) AS trades, bool_and(complete) AS complete
                    FROM newest GROUP BY 1 ORDER BY 1 DESC LIMIT :limit),
                head AS (
                    SELECT m.symbol IS NOT NULL AS known, coalesce(m.watermark_at, ops.market_time()) AS at
                    FROM (VALUES (1)) one LEFT JOIN market.agg_trades_meta m ON m.symbol = :symbol)
                SELECT head.known OR c.start_at IS NOT NULL AS known, ops.iso(head.at) AS as_of,
                       CASE WHEN c.start_at IS NOT NULL THEN json_build_object(
                           'start_at', ops.iso(c.start_at), 'open', ops.dec(c.open), 'high', ops.dec(c.high),
                           'low', ops.dec(c.low), 'close', ops.dec(c.close), 'buy_volume', ops.dec(c.buy),
                           'sell_volume', ops.dec(c.sell), 'trades', c.trades,
                           'complete', c.complete AND c.start_at + :width_ms * interval '1 millisecond' <= head.at) END AS item
                FROM head LEFT JOIN candles c ON true
                ORDER BY c.start_at
                """)
                .with("symbol", symbol)
                .with("from", whole.from())
                .with("to", whole.to())
                .with("limit", limit)
                .with("buckets", width.buckets())
                .with("width_ms", width.widthMs()));
        if (!rows.getFirst().bool("known")) {
            throw ApiException.notFound("symbol", symbol);
        }
        return Page.whole(rows);
    }
}
