package dev.sextant.api.trading;

import dev.sextant.api.http.Page;
import dev.sextant.api.setup.ApiSetup;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import jakarta.inject.Singleton;

/** The account's positions, open ones first, valued at the last trade and with the orders that guard them. */
@Singleton
final class Positions {

    private final ApiSetup setup;
    private final SqlClient sql;

    Positions(ApiSetup setup) {
        this.setup = setup;
        this.sql = setup.sql();
    }

    Page all() {
        return Page.whole(sql.query(Sql.of("""
                SELECT ops.iso(head.at) AS as_of,
                       CASE WHEN p.symbol IS NOT NULL THEN json_build_object(
                           'symbol', p.symbol,
                           'direction', CASE sign(p.qty) WHEN 1 THEN 'LONG' WHEN -1 THEN 'SHORT' ELSE 'FLAT' END,
                           'qty', ops.dec(abs(p.qty)), 'entry_price', ops.dec(round(p.cost / nullif(p.qty, 0), 8)),
                           'mark_price', ops.dec(p.last_price), 'notional', ops.dec(abs(p.qty) * p.last_price),
                           'unrealised_pnl', ops.dec(p.unrealised_pnl), 'realised_pnl', ops.dec(p.realised_pnl),
                           'fees', ops.dec(p.fees), 'stop_price', guard.stop_price,
                           'take_profit_prices', coalesce(guard.take_profit_prices, '[]'), 'strategy', t.strategy,
                           'opened_at', ops.iso(t.opened_at), 'protected', coalesce(guard.protected, false)) END AS item
                FROM (SELECT coalesce(min(watermark_at) FILTER (WHERE qty <> 0), ops.market_time()) AS at
                      FROM portfolio.marked_positions WHERE account = :account) head
                LEFT JOIN portfolio.marked_positions p ON p.account = :account
                LEFT JOIN LATERAL (
                    SELECT strategy, opened_at FROM execution.open_trades t
                    WHERE t.account = p.account AND t.symbol = p.symbol AND t.venue = p.venue AND p.qty <> 0
                    ORDER BY opened_at LIMIT 1) t ON true
                LEFT JOIN LATERAL (
                    SELECT ops.dec((array_agg(trigger_price ORDER BY created_at DESC) FILTER (WHERE purpose = 'STOP'))[1])
                               AS stop_price,
                           json_agg(ops.dec(trigger_price) ORDER BY purpose, created_at)
                               FILTER (WHERE purpose IN ('TAKE_PROFIT_1', 'TAKE_PROFIT_2') AND trigger_price IS NOT NULL) AS take_profit_prices,
                           bool_or(purpose = 'STOP' AND state IN ('OPEN', 'PARTIALLY_FILLED')) AS protected
                    FROM execution.orders o
                    WHERE o.account = p.account AND o.symbol = p.symbol AND o.venue = p.venue AND p.qty <> 0
                      AND o.purpose <> 'ENTRY' AND NOT execution.is_final(o.state)) guard ON true
                ORDER BY p.qty = 0, p.symbol
                """).with("account", setup.account().name())));
    }
}
