package dev.sextant.api.market;

import dev.sextant.api.http.Cursor;
import dev.sextant.api.http.Page;
import dev.sextant.api.setup.ApiSetup;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import jakarta.inject.Singleton;

/** Hours of trades in the archive, newest first. */
@Singleton
final class Archive {

    static final String LIST = "archive";

    private final SqlClient sql;

    Archive(ApiSetup setup) {
        this.sql = setup.sql();
    }

    Page page(Cursor from, int limit) {
        return Page.of(
                sql.query(Sql.of("""
                        SELECT ops.iso(ops.market_time()) AS as_of, s.major, s.minor, s.item
                        FROM (VALUES (1)) one LEFT JOIN LATERAL (
                            SELECT ops.us(hour_at) AS major, symbol AS minor, json_build_object(
                                'symbol', symbol, 'hour', ops.iso(hour_at), 'trades', trades, 'first_agg_id', first_agg_id,
                                'last_agg_id', last_agg_id, 'key', object_key, 'bytes', bytes, 'sha256', sha256,
                                'in_database', NOT EXISTS (
                                    SELECT FROM market.dropped_months d
                                    WHERE d.month = date_trunc('month', hour_at AT TIME ZONE 'UTC'))) AS item
                            FROM market.segments
                            WHERE (hour_at, symbol) < (ops.ts_us(:major), :minor)
                            ORDER BY hour_at DESC, symbol DESC
                            LIMIT :limit + 1) s ON true
                        ORDER BY s.major DESC, s.minor DESC
                        """)
                        .with("major", from.major())
                        .with("minor", from.minor())
                        .with("limit", limit)),
                limit,
                LIST);
    }
}
