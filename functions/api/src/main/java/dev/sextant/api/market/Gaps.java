package dev.sextant.api.market;

import dev.sextant.api.http.Cursor;
import dev.sextant.api.http.Page;
import dev.sextant.api.setup.ApiSetup;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import jakarta.inject.Singleton;

/** The gap ledger, newest first: every hole that was ever seen in the trades, filled or not. */
@Singleton
final class Gaps {

    static final String LIST = "gaps";

    private final SqlClient sql;

    Gaps(ApiSetup setup) {
        this.sql = setup.sql();
    }

    Page page(Cursor from, int limit) {
        return Page.of(
                sql.query(Sql.of("""
                        SELECT ops.iso(ops.market_time()) AS as_of, g.major, g.minor, g.item
                        FROM (VALUES (1)) one LEFT JOIN LATERAL (
                            SELECT ops.us(seen_at) AS major, symbol || '/' || from_agg_id AS minor, json_build_object(
                                'symbol', symbol, 'from_agg_id', from_agg_id, 'to_agg_id', to_agg_id,
                                'size', to_agg_id - from_agg_id + 1, 'seen_at', ops.iso(seen_at),
                                'filled', filled_at IS NOT NULL) AS item
                            FROM market.gaps
                            WHERE (seen_at, symbol || '/' || from_agg_id) < (ops.ts_us(:major), :minor)
                            ORDER BY seen_at DESC, 2 DESC
                            LIMIT :limit + 1) g ON true
                        ORDER BY g.major DESC, g.minor DESC
                        """)
                        .with("major", from.major())
                        .with("minor", from.minor())
                        .with("limit", limit)),
                limit,
                LIST);
    }
}
