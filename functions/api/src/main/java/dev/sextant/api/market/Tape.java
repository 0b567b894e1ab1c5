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

/** The trades of a symbol, newest first, by the venue's own rising ids. */
@Singleton
final class Tape {

    static final String LIST = "tape";

    private final SqlClient sql;

    Tape(ApiSetup setup) {
        this.sql = setup.sql();
    }

    Page of(String symbol, Cursor from, int limit) {
        List<Row> rows = sql.query(
                Sql.of("""
                SELECT head.known, ops.iso(head.at) AS as_of, t.agg_id AS major, '' AS minor,
                       CASE WHEN t.agg_id IS NOT NULL THEN json_build_object(
                           'agg_id', t.agg_id, 'at', ops.iso(t.traded_at), 'price', ops.dec(t.price),
                           'qty', ops.dec(t.qty), 'side', CASE WHEN t.is_buyer_maker THEN 'SELL' ELSE 'BUY' END) END AS item
                FROM (SELECT m.symbol IS NOT NULL AS known, coalesce(m.watermark_at, ops.market_time()) AS at
                      FROM (VALUES (1)) one LEFT JOIN market.agg_trades_meta m ON m.symbol = :symbol) head
                LEFT JOIN (
                    SELECT * FROM market.agg_trades
                    WHERE symbol = :symbol AND agg_id < :before
                    ORDER BY agg_id DESC
                    LIMIT :limit + 1) t ON true
                ORDER BY t.agg_id DESC
                """).with("symbol", symbol).with("before", from.major()).with("limit", limit));
        if (!rows.getFirst().bool("known")) {
            throw ApiException.notFound("symbol", symbol);
        }
        return Page.of(rows, limit, LIST);
    }
}
