package dev.sextant.api.market;

import dev.sextant.api.http.ApiException;
import dev.sextant.api.http.Cursor;
import dev.sextant.api.http.Page;
import dev.sextant.api.setup.ApiSetup;
import dev.sextant.platform.sql.Row;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import jakarta.inject.Singleton;
import java.util.List;

/** Liquidations as observed, newest first: the venue tells at most the largest of each second. */
@Singleton
final class Liquidations {

    static final String LIST = "liquidations";

    private final SqlClient sql;

    Liquidations(ApiSetup setup) {
        this.sql = setup.sql();
    }

    Page page(String symbol, Cursor from, int limit) {
        List<Row> rows = sql.query(Sql.of("""
                SELECT head.known, ops.iso(head.at) AS as_of, l.major, l.minor, l.item
                FROM (SELECT m.symbol IS NOT NULL AS known, coalesce(m.watermark_at, ops.market_time()) AS at
                      FROM (VALUES (1)) one LEFT JOIN market.agg_trades_meta m ON m.symbol = :symbol) head
                LEFT JOIN LATERAL (
                    SELECT ops.us(filled_at) AS major, position || '/' || ops.dec(price) || '/' || ops.dec(qty) AS minor,
                           json_build_object('at', ops.iso(filled_at), 'position', position, 'price', ops.dec(price),
                               'qty', ops.dec(qty), 'notional', ops.dec(notional), 'synthetic', synthetic) AS item
                    FROM market.liquidation_events
                    WHERE symbol = :symbol
                      AND (filled_at, position || '/' || ops.dec(price) || '/' || ops.dec(qty)) < (ops.ts_us(:major), :minor)
                    ORDER BY filled_at DESC, 2 DESC
                    LIMIT :limit + 1) l ON true
                ORDER BY l.major DESC, l.minor DESC
                """)
                .with("symbol", symbol)
                .with("major", from.major())
                .with("minor", from.minor())
                .with("limit", limit));
        if (!rows.getFirst().bool("known")) {
            throw ApiException.notFound("symbol", symbol);
        }
        return Page.of(rows, limit, LIST);
    }
}
