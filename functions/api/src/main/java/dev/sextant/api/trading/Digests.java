package dev.sextant.api.trading;

import dev.sextant.api.http.Cursor;
import dev.sextant.api.http.Page;
import dev.sextant.api.setup.ApiSetup;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import jakarta.inject.Singleton;

/** What each day brought, newest first: today so far, then the days that were kept. */
@Singleton
final class Digests {

    static final String LIST = "digests";

    private final SqlClient sql;
    private final String account;

    Digests(ApiSetup setup) {
        this.sql = setup.sql();
        this.account = setup.account().name();
    }

    Page page(Cursor from, int limit) {
        return Page.of(
                sql.query(Sql.of("""
                        WITH today AS (SELECT (ops.market_time() AT TIME ZONE 'UTC')::date AS day),
                        days AS (
                            SELECT day, false AS whole, portfolio.digest_of(:account, day) AS body FROM today
                            UNION ALL
                            SELECT d.day, true, d.body FROM portfolio.digests d, today
                            WHERE d.account = :account AND d.day < today.day)
                        SELECT ops.iso(ops.market_time()) AS as_of, d.major, d.minor, d.item
                        FROM (VALUES (1)) one LEFT JOIN LATERAL (
                            SELECT ops.us(day::timestamp AT TIME ZONE 'UTC') AS major, '' AS minor,
                                   body || jsonb_build_object('whole', whole) AS item
                            FROM days WHERE (day::timestamp AT TIME ZONE 'UTC', '') < (ops.ts_us(:major), :minor)
                            ORDER BY day DESC
                            LIMIT :limit + 1) d ON true
                        ORDER BY d.major DESC
                        """)
                        .with("account", account)
                        .with("major", from.major())
                        .with("minor", from.minor())
                        .with("limit", limit)),
                limit,
                LIST);
    }
}
