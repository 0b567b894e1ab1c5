package dev.sextant.api.trading;

import dev.sextant.api.http.Cursor;
import dev.sextant.api.http.Page;
import dev.sextant.api.setup.ApiSetup;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import jakarta.inject.Singleton;

/** Orders at the venue that are not the desk's, newest first: shown, never touched. */
@Singleton
final class ExternalOrders {

    static final String LIST = "external";

    private final SqlClient sql;
    private final String account;

    ExternalOrders(ApiSetup setup) {
        this.sql = setup.sql();
        this.account = setup.account().name();
    }

    Page page(Cursor from, int limit) {
        return Page.of(
                sql.query(Sql.of("""
                        SELECT ops.iso(ops.market_time()) AS as_of, e.*
                        FROM (VALUES (1)) one LEFT JOIN LATERAL (
                            SELECT ops.us(first_seen_at) AS major, venue_order_id AS minor, json_build_object(
                                'symbol', symbol, 'venue_order_id', venue_order_id, 'client_order_id', client_order_id,
                                'kind', kind, 'status', status, 'filled_qty', ops.dec(filled),
                                'first_seen_at', ops.iso(first_seen_at), 'changed_at', ops.iso(changed_at)) AS item
                            FROM ops.external_orders
                            WHERE account = :account AND (first_seen_at, venue_order_id) < (ops.ts_us(:major), :minor)
                            ORDER BY first_seen_at DESC, venue_order_id DESC
                            LIMIT :limit + 1) e ON true
                        ORDER BY e.major DESC, e.minor DESC
                        """)
                        .with("account", account)
                        .with("major", from.major())
                        .with("minor", from.minor())
                        .with("limit", limit)),
                limit,
                LIST);
    }
}
