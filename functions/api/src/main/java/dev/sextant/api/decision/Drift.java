package dev.sextant.api.decision;

import dev.sextant.api.http.Cursor;
import dev.sextant.api.http.Page;
import dev.sextant.api.setup.ApiSetup;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import jakarta.inject.Singleton;

/** Days on which decisions were made again from the recorded trades, newest first. */
@Singleton
final class Drift {

    static final String LIST = "drift";

    private final SqlClient sql;

    Drift(ApiSetup setup) {
        this.sql = setup.sql();
    }

    Page page(Cursor from, int limit) {
        // A page is cut at 700 KB, for one answer of the Data API holds 1 MiB at most and a row may be several KB.
        return Page.of(
                sql.query(Sql.of("""
                        SELECT ops.iso(ops.market_time()) AS as_of, q.major, q.minor,
                               CASE WHEN q.bytes <= 700000 THEN q.item END AS item
                        FROM (VALUES (1)) one LEFT JOIN LATERAL (
                            SELECT major, minor, item,
                                   sum(octet_length(item::text)) OVER (ORDER BY major DESC, minor DESC) AS bytes
                            FROM (SELECT ops.us(day::timestamp AT TIME ZONE 'UTC') AS major, key AS minor,
                                         analytics.drift_json(d) AS item
                                  FROM analytics.drift d, LATERAL (SELECT symbol || '/' || strategy_version AS key) k
                                  WHERE (day::timestamp AT TIME ZONE 'UTC', key) < (ops.ts_us(:major), :minor)
                                  ORDER BY day DESC, key DESC
                                  LIMIT :limit + 1) newest) q ON true
                        ORDER BY q.major DESC, q.minor DESC
                        """)
                        .with("major", from.major())
                        .with("minor", from.minor())
                        .with("limit", limit)),
                limit,
                LIST);
    }
}
