package dev.sextant.api.decision;

import dev.sextant.api.http.Cursor;
import dev.sextant.api.http.Page;
import dev.sextant.api.setup.ApiSetup;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import jakarta.inject.Singleton;

/** The account's signals and what became of each. */
@Singleton
final class Signals {

    static final String LIST = "signals";

    private final ApiSetup setup;
    private final SqlClient sql;

    Signals(ApiSetup setup) {
        this.setup = setup;
        this.sql = setup.sql();
    }

    Page page(Cursor from, int limit) {
        return Page.of(
                sql.query(Sql.of("""
                        SELECT ops.iso(ops.market_time()) AS as_of, q.*
                        FROM (VALUES (1)) one LEFT JOIN LATERAL (
                            SELECT ops.us(g.decided_at) AS major, g.signal_id AS minor, strategy.public_json(g) AS item
                            FROM strategy.signals g
                            WHERE g.account = :account AND (g.decided_at, g.signal_id) < (ops.ts_us(:major), :minor)
                            ORDER BY g.decided_at DESC, g.signal_id DESC
                            LIMIT :limit + 1) q ON true
                        ORDER BY q.major DESC, q.minor DESC
                        """)
                        .with("account", setup.account().name())
                        .with("major", from.major())
                        .with("minor", from.minor())
                        .with("limit", limit)),
                limit,
                LIST);
    }
}
