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
                            SELECT ops.us(g.decided_at) AS major, g.signal_id AS minor, json_build_object(
                                'signal_id', g.signal_id, 'decision_id', g.decision_id, 'strategy', g.strategy,
                                'symbol', g.symbol, 'direction', g.direction, 'score', g.score, 'tier', g.tier,
                                'price', ops.dec(g.price), 'at', ops.iso(g.decided_at), 'expires_at', ops.iso(g.expires_at),
                                'outcome', CASE
                                    WHEN o.state = 'EXPIRED_UNSENT' OR o.reason_code = 'expired' THEN 'expired'
                                    WHEN o.state IN ('RISK_REJECTED', 'BLOCKED') THEN 'refused: ' || coalesce(o.reason, o.state)
                                    WHEN o.intent_id IS NOT NULL THEN 'approved'
                                    WHEN g.refused_code = 'expired' THEN 'expired'
                                    WHEN g.refused_code IS NOT NULL THEN 'refused: ' || coalesce(g.refused_text, g.refused_code)
                                    WHEN g.expires_at < ops.market_time() THEN 'expired'
                                    ELSE 'pending' END,
                                'intent_id', o.intent_id) AS item
                            FROM strategy.signals g
                            LEFT JOIN execution.orders o ON o.purpose = 'ENTRY' AND o.account = g.account
                                AND o.strategy = g.strategy AND o.symbol = g.symbol AND o.bucket_start = g.bucket_start
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
