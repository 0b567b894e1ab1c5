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

/** The indicator rows, one per 15 seconds, as the scorer stored them. */
@Singleton
final class Indicators {

    private final SqlClient sql;

    Indicators(ApiSetup setup) {
        this.sql = setup.sql();
    }

    /** The newest rows in the span, oldest first. */
    Page of(String symbol, TimeSpan span, int limit) {
        List<Row> rows = sql.query(Sql.of("""
                SELECT head.known OR i.at IS NOT NULL AS known, ops.iso(head.at) AS as_of,
                       CASE WHEN i.at IS NOT NULL THEN json_build_object(
                           'at', ops.iso(i.at), 'price', ops.dec(i.price), 'cvd_fast', ops.dec(i.cvd_fast),
                           'cvd_mid', ops.dec(i.cvd_mid), 'cvd_24h', ops.dec(i.cvd_24h), 'cvd_day', ops.dec(i.cvd_day),
                           'cvd_fast_slope', ops.dec(i.cvd_fast_slope), 'cvd_accel', ops.dec(i.cvd_accel),
                           'vwap_30m', i.vwap_30m, 'atr_5m', i.atr_5m, 'atr_percentile', i.atr_percentile,
                           'p95_qty', ops.dec(i.p95_qty), 'p99_qty', ops.dec(i.p99_qty),
                           'buy_vol_1m', ops.dec(i.buy_vol_1m), 'sell_vol_1m', ops.dec(i.sell_vol_1m),
                           'covered', i.covered) END AS item
                FROM (SELECT m.symbol IS NOT NULL AS known, coalesce(m.watermark_at, ops.market_time()) AS at
                      FROM (VALUES (1)) one LEFT JOIN market.agg_trades_meta m ON m.symbol = :symbol) head
                LEFT JOIN (
                    SELECT * FROM strategy.signal_indicators
                    WHERE symbol = :symbol AND at >= coalesce(:from::timestamptz, '-infinity')
                      AND at < coalesce(:to::timestamptz, 'infinity')
                    ORDER BY at DESC
                    LIMIT :limit) i ON true
                ORDER BY i.at
                """)
                .with("symbol", symbol)
                .with("from", span.from())
                .with("to", span.to())
                .with("limit", limit));
        if (!rows.getFirst().bool("known")) {
            throw ApiException.notFound("symbol", symbol);
        }
        return Page.whole(rows);
    }
}
