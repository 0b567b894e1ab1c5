package dev.sextant.api.trading;

import dev.sextant.api.http.Cursor;
import dev.sextant.api.http.Page;
import dev.sextant.api.setup.ApiSetup;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** The account's round trips, newest first, with what each step of the way took. */
@Singleton
final class RoundTrips {

    static final String LIST = "trades";

    private final ApiSetup setup;
    private final SqlClient sql;

    RoundTrips(ApiSetup setup) {
        this.setup = setup;
        this.sql = setup.sql();
    }

    /** Slippage is against the signal's price, in bps, positive when the entry was worse. */
    Page page(@Nullable String strategy, Cursor from, int limit) {
        return Page.of(
                sql.query(Sql.of("""
                        SELECT ops.iso(ops.market_time()) AS as_of, q.*
                        FROM (VALUES (1)) one LEFT JOIN LATERAL (
                            SELECT ops.us(opened_at) AS major, trade_id AS minor, json_build_object(
                                'trade_id', trade_id, 'strategy', strategy, 'symbol', symbol, 'direction', direction,
                                'tier', tier, 'score', score, 'status', status, 'opened_at', ops.iso(opened_at),
                                'closed_at', ops.iso(closed_at), 'entry_price', ops.dec(round(entry, 8)),
                                'exit_price', ops.dec(round(proceeds_closed / nullif(qty_closed, 0), 8)),
                                'qty', ops.dec(qty_opened), 'sl_price', ops.dec(sl_price), 'tp1_price', ops.dec(tp1_price),
                                'tp2_price', ops.dec(tp2_price), 'tp1_hit', tp1_hit, 'pnl', ops.dec(pnl),
                                'pnl_r', ops.dec(pnl_r), 'fees', ops.dec(fees), 'other_fees', other_fees,
                                'funding', ops.dec(portfolio.funding_while(account, symbol, opened_at, closed_at)),
                                'atr_at_entry', ops.dec(atr_at_entry),
                                'risk_usd', ops.dec(stop_distance * qty_opened),
                                'slippage_bps', ops.dec(round(CASE direction WHEN 'LONG' THEN 10000 ELSE -10000 END
                                                              * (entry - signal_price) / signal_price, 2)),
                                'signal_to_order_ms', ops.ms(ordered_at) - ops.ms(signal_at),
                                'order_to_fill_ms', ops.ms(first_fill_at) - ops.ms(ordered_at),
                                'protection_gap_ms', greatest(0, ops.ms(protected_at) - ops.ms(first_fill_at)),
                                'decision_id', decision_id, 'exit_reason', exit_reason) AS item
                            FROM (SELECT *, cost_opened / nullif(qty_opened, 0) AS entry FROM execution.trades) t
                                LEFT JOIN LATERAL (
                                    SELECT json_object_agg(asset, ops.dec(fee) ORDER BY asset) AS other_fees FROM (
                                        SELECT f.fee_asset AS asset, sum(f.fee) AS fee
                                        FROM execution.orders o JOIN execution.fills f USING (intent_id) JOIN risk.accounts a ON a.account = o.account
                                        WHERE o.trade_id = t.trade_id AND f.fee_asset <> a.currency GROUP BY 1) paid) other ON true
                            WHERE account = :account AND (opened_at, trade_id) < (ops.ts_us(:major), :minor)
                              AND (:strategy::text IS NULL OR strategy = :strategy)
                            ORDER BY opened_at DESC, trade_id DESC
                            LIMIT :limit + 1) q ON true
                        ORDER BY q.major DESC, q.minor DESC
                        """)
                        .with("account", setup.account().name())
                        .with("major", from.major())
                        .with("minor", from.minor())
                        .with("strategy", strategy)
                        .with("limit", limit)),
                limit,
                LIST);
    }
}
