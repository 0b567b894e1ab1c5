package dev.sextant.local.storemodel;

import dev.sextant.domain.event.Account;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import java.util.List;

/** What the database holds of an account, in the lines of the simulation's store. */
final class DatabaseLines {

    private static final Sql LINES = Sql.of("""
            select concat_ws(' ', 'order', intent_id, state, version, 'filled', ops.dec(filled_qty), ops.dec(venue_filled_qty),
                ops.dec(filled_quote), ops.dec(fees), 'risk', ops.dec(risk), limits_version, 'at', ops.ms(o.created_at),
                coalesce(ops.ms(claimed_at)::text, '-'), coalesce(ops.ms(unknown_since)::text, '-'),
                coalesce(ops.ms(quarantined_at)::text, '-'), coalesce(ops.ms(cancel_requested_at)::text, '-'),
                'token', coalesce(claim_token, '-'), not_found_checks,
                'because', coalesce(reason_code, '-')) as line
            from execution.orders o where o.account = :account
            union all
            select concat_ws(' ', 'move', intent_id, e.version, trigger, from_state, to_state, ops.ms(at))
            from execution.order_events e join execution.orders o using (intent_id) where o.account = :account and e.version > 1
            union all
            select concat_ws(' ', 'fill', row_number() over (order by f.ordinal), f.symbol, venue_trade_id, f.side, ops.dec(price),
                ops.dec(f.qty), ops.dec(fee), fee_asset, ops.ms(filled_at))
            from execution.fills f join execution.orders o using (intent_id) where o.account = :account
            union all
            select concat_ws(' ', 'trade', trade_id, symbol, strategy, 'opened', ops.dec(qty_opened), ops.dec(cost_opened),
                ops.ms(opened_at), ops.ms(first_fill_at), 'closed', ops.dec(qty_closed), ops.dec(proceeds_closed),
                coalesce(ops.ms(closed_at)::text, '-'), coalesce(exit_reason, '-'), tp1_hit::text, 'made', ops.dec(fees),
                coalesce(ops.dec(pnl), '-'), coalesce(ops.dec(pnl_r), '-'), 'protected', coalesce(ops.ms(protected_at)::text, '-'))
            from execution.trades where account = :account
            union all
            select concat_ws(' ', 'position', symbol, ops.dec(qty), ops.dec(cost), ops.dec(realised_pnl), ops.dec(fees), fills)
            from portfolio.positions where account = :account
            union all
            select concat_ws(' ', 'audit', seq, action, case action when 'limits_set' then '-' else subject end,
                case when action in ('blocked', 'adoption_asked') then '-' else ops.ms(at)::text end)
            from ops.audit where account = :account
            union all
            select concat_ws(' ', 'balance', ops.dec(amount), 'ledger', (select ops.dec(coalesce(sum(l.amount), 0))
                from portfolio.ledger l where l.account = :account and l.asset = b.asset))
            from portfolio.balances b where account = :account and asset = 'USDT'
            union all
            select concat_ws(' ', 'kill', kill_level, changed_by, case version when 1 then '-9223372036854775808'
                else ops.ms(changed_at)::text end)
            from risk.control where account = :account
            union all
            select unnest(array[
                concat_ws(' ', 'pause', coalesce(ops.ms(paused_until)::text, '-'), coalesce(pause_reason, '-')),
                concat_ws(' ', 'halt', case when halted then coalesce(halt_reason, 'halted') else '-' end, coalesce(venue_halt, '-')),
                concat_ws(' ', 'day', coalesce(risk_day::text, '-'), ops.dec(day_pnl_r), consecutive_losses),
                concat_ws(' ', 'limits', limits_version, max_positions, ops.dec(max_symbol_notional), ops.dec(max_total_notional),
                    max_orders_per_minute, ops.dec(max_daily_loss_r), max_consecutive_losses, loss_pause_ms, max_data_age_ms,
                    max_clock_ahead_ms, max_clock_offset_ms, ops.dec(warn_daily_loss_r), ops.dec(max_unrealised_loss_r),
                    max_venue_silence_ms, hold_alert_ms, warn_clock_offset_ms, order_in_doubt_ms)])
            from risk.accounts where account = :account
            union all
            select concat_ws(' ', 'desk', (select state from ops.sessions order by session_id desc limit 1),
                'reached', coalesce(ops.ms(risk.venue_reached_at(:account))::text, '-'),
                'stream', coalesce(ops.ms(risk.stream_seen(:account))::text, '-'))
            union all
            select concat_ws(' ', 'strategy', name, state) from strategy.strategies
            union all
            select concat_ws(' ', 'blocked', symbol, reason) from market.blocked_symbols
            union all
            select concat_ws(' ', 'mark', symbol, ops.dec(last_price), ops.ms(watermark_at)) from market.agg_trades_meta
            union all
            select concat_ws(' ', 'filters', symbol, tradable::text, ops.dec(step_size), ops.dec(min_qty), ops.dec(max_qty))
            from market.instruments
            union all
            select concat_ws(' ', 'external', symbol, venue_order_id, client_order_id, kind, status, ops.dec(filled),
                ops.ms(first_seen_at), ops.ms(changed_at))
            from ops.external_orders where account = :account
            union all
            select concat_ws(' ', 'adoption', symbol, venue_order_id, kind, asked_by, coalesce(ops.ms(done_at)::text, '-'),
                coalesce(intent_id, '-'))
            from ops.adoptions where account = :account
            union all
            select concat_ws(' ', 'contacts', ops.ms(first_at), coalesce(ops.ms(reached_at)::text, '-'))
            from risk.venue_contacts where account = :account""");

    /** Logs that do not hold. */
    private static final Sql BROKEN_LINKS = Sql.of("""
            select count(*) as broken from ops.audit_heads where ops.audit_break(account, 0) is not null""");

    private final SqlClient sql;

    DatabaseLines(SqlClient sql) {
        this.sql = sql;
    }

    List<String> of(Account account) {
        return sql.query(LINES.with("account", account.name())).stream()
                .map(row -> row.text("line"))
                .sorted()
                .toList();
    }

    long brokenLinks() {
        return sql.query(BROKEN_LINKS).getFirst().longValue("broken");
    }
}
