package dev.sextant.local.storemodel;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.domain.event.Account;
import dev.sextant.domain.money.E8;
import dev.sextant.domain.risk.RiskLimits;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;

/** Empties the tables that operations write, and puts in what is there in the beginning. */
final class Seeding {

    private final SqlClient sql;

    Seeding(SqlClient sql) {
        this.sql = sql;
    }

    void begin() {
        sql.update(Sql.of("""
                truncate execution.plans, portfolio.dust, execution.orders, execution.order_events, execution.fills, execution.trades,
                    portfolio.positions, portfolio.balances, portfolio.ledger, ops.audit, ops.audit_heads, ops.alerts, ops.sessions,
                    ops.component_status, ops.private_streams, ops.reconcile_requests, ops.adoptions, ops.acceptances,
                    ops.external_orders, portfolio.cash_flows_read,
                    market.blocked_symbols, execution.plans, portfolio.dust,
                    market.agg_trades_meta, market.instruments, strategy.strategies, risk.control, risk.accounts,
                    risk.venue_contacts"""));
        World.ACCOUNTS.forEach(this::open);
        sql.update(Sql.of("""
                        with desk as (insert into ops.sessions (state) values ('HEALTHY'))
                        insert into strategy.strategies (name, version, strategy_version, lane, config, state, state_since)
                        select name, '1', name || '@1#00000000', 'stream', '{}', 'RUNNING', now()
                        from unnest(string_to_array(:names, ',')) name""").with("names", String.join(",", World.STRATEGIES)));
    }

    private void open(Account account) {
        sql.update(Sql.of("""
                        with opened as (
                                insert into risk.accounts select (jsonb_populate_record(null::risk.accounts, :row::jsonb)).*),
                            switched as (
                                insert into risk.control (account, changed_by, changed_at) values (:account, 'start', ops.ts(0)))
                        insert into portfolio.balances values (:account, 'USDT', :amount, ops.ts(0))""")
                .withJson("row", row(account).toString())
                .with("account", account.name())
                .with("amount", World.START_BALANCE));
    }

    private static ObjectNode row(Account account) {
        return limits(World.LIMITS)
                .put("account", account.name())
                .put("mode", "paper")
                .put("currency", "USDT")
                .put("risk_per_trade", 20)
                .put("start_balance", World.START_BALANCE)
                .put("day_pnl_r", 0)
                .put("consecutive_losses", 0)
                .put("halted", false)
                .put("stops", 0)
                .put("limits_version", 1);
    }

    /** Limits under the names of the database. */
    static ObjectNode limits(RiskLimits limits) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("max_positions", "" + limits.maxPositions())
                .put("max_symbol_notional", E8.printDecimal(limits.maxSymbolNotional()))
                .put("max_total_notional", E8.printDecimal(limits.maxTotalNotional()))
                .put("max_orders_per_minute", "" + limits.maxEntriesPerMinute())
                .put("max_daily_loss_r", limits.maxDailyLoss().toString())
                .put("max_consecutive_losses", "" + limits.maxConsecutiveLosses())
                .put("loss_pause_ms", "" + limits.lossPauseMs())
                .put("max_data_age_ms", "" + limits.maxDataAgeMs())
                .put("max_clock_ahead_ms", "" + limits.maxClockAheadMs())
                .put("max_clock_offset_ms", "" + limits.maxClockOffsetMs())
                .put("warn_daily_loss_r", limits.guard().warnDailyLoss().toString())
                .put("max_unrealised_loss_r", limits.guard().maxUnrealisedLoss().toString())
                .put("max_venue_silence_ms", "" + limits.guard().maxVenueSilenceMs())
                .put("hold_alert_ms", "" + limits.guard().holdAlertMs())
                .put("warn_clock_offset_ms", "" + limits.guard().warnClockOffsetMs())
                .put("order_in_doubt_ms", "" + limits.guard().orderInDoubtMs());
    }
}
