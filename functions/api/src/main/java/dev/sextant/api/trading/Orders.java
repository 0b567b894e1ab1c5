package dev.sextant.api.trading;

import dev.sextant.api.http.Cursor;
import dev.sextant.api.http.Page;
import dev.sextant.api.setup.ApiSetup;
import dev.sextant.domain.order.OrderState;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** An account's orders, newest first. */
@Singleton
final class Orders {

    static final String LIST = "orders";

    private final SqlClient sql;

    Orders(ApiSetup setup) {
        this.sql = setup.sql();
    }

    Page page(String account, @Nullable OrderState state, @Nullable String symbol, Cursor from, int limit) {
        return Page.of(
                sql.query(Sql.of("""
                        SELECT ops.iso(ops.market_time()) AS as_of, q.*
                        FROM (VALUES (1)) one LEFT JOIN LATERAL (
                            SELECT ops.us(created_at) AS major, intent_id AS minor, execution.public_json(o) AS item
                            FROM execution.orders o
                            WHERE account = :account AND (created_at, intent_id) < (ops.ts_us(:major), :minor)
                              AND (:state::text IS NULL OR state = :state)
                              AND (:symbol::text IS NULL OR symbol = :symbol)
                            ORDER BY created_at DESC, intent_id DESC
                            LIMIT :limit + 1) q ON true
                        ORDER BY q.major DESC, q.minor DESC
                        """)
                        .with("account", account)
                        .with("major", from.major())
                        .with("minor", from.minor())
                        .with("state", state == null ? null : state.name())
                        .with("symbol", symbol)
                        .with("limit", limit)),
                limit,
                LIST);
    }
}
