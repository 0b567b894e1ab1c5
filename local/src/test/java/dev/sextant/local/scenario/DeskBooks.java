package dev.sextant.local.scenario;

import dev.sextant.domain.time.EpochClock;
import dev.sextant.platform.sql.Sql;

/** What a scenario reads of the desk's database, as text. */
final class DeskBooks {

    private final DeskDatabase database;
    private final EpochClock clock;

    DeskBooks(DeskDatabase database, EpochClock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Why nobody may enter now, or "nothing". */
    String barrier() {
        return database.one(Sql.of("""
                        select coalesce(execution.entry_refusal('paper-main', 'demo', 'BTCUSDT', ops.ts(:now), ops.ts(:now))->>'code',
                            'nothing') as x""").with("now", clock.nowMs()));
    }

    /** The condition, if it holds, or "not so". */
    String barrierOf(String condition) {
        return database.one(Sql.of("""
                        select coalesce(max(condition), 'not so') as x
                        from risk.guard('paper-main', 'demo', 'BTCUSDT', ops.ts(:now)) where condition = :c""").with("now", clock.nowMs()).with("c", condition));
    }

    /** Why the symbol is blocked, or "nothing". */
    String blocked() {
        return database.one(
                Sql.of("select coalesce(string_agg(reason, '; '), 'nothing') as x from market.blocked_symbols"));
    }

    /** Every reason for which the symbol was blocked, in order. */
    String everyBlock() {
        return database.one(
                Sql.of("select string_agg(detail, '; ' order by seq) as x from ops.audit where action = 'blocked'"));
    }

    /** Orders at the venue that are not the desk's: kind, id, status. */
    String strangers() {
        return database.one(Sql.of("""
                select coalesce(string_agg(concat_ws(' ', kind, client_order_id, status), '; ' order by client_order_id), 'none') as x
                from ops.external_orders"""));
    }

    /** What the account has, by the desk's books. */
    String balance() {
        return database.one(Sql.of("select ops.dec(sum(amount)) as x from portfolio.balances"));
    }

    /** What the account has won since the start, by the desk's books. */
    String balanceChange() {
        return database.one(Sql.of("select ops.dec(sum(amount) - 10000) as x from portfolio.balances"));
    }

    /** What was moved, as the audit log has it. */
    String moved() {
        return database.one(Sql.of("""
                select string_agg(concat_ws(' ', action, subject, detail), '; ' order by seq) as x
                from ops.audit where action = 'transfer'"""));
    }

    /** What is wrong with the audit log, or "holds". */
    String auditChain() {
        return database.one(Sql.of("select coalesce(ops.audit_break('paper-main', 0), 'holds') as x"));
    }

    /** What closed trades have won, fees paid. */
    String tradePnl() {
        return database.one(Sql.of("select ops.dec(sum(pnl)) as x from execution.trades where closed_at is not null"));
    }

    /** The day that losses are counted for, and what it stands at in R, to one decimal. */
    String riskDay() {
        return database.one(
                Sql.of("select concat_ws(' ', risk_day, ops.dec(round(day_pnl_r, 1))) as x from risk.accounts"));
    }

    /** Why the newest signal was refused, as its page shows it. */
    String refusedSignal() {
        return database.one(Sql.of("""
                        select refused_code || ': ' || refused_text as x from strategy.signals order by decided_at desc limit 1"""));
    }

    /** The monthly partitions of trades, or "none". */
    String partitions() {
        return database.one(Sql.of("""
                        select coalesce(string_agg(c.relname, ',' order by c.relname), 'none') as x
                        from pg_inherits i join pg_class c on c.oid = i.inhrelid
                        where i.inhparent = 'market.agg_trades'::regclass"""));
    }

    /** How the newest trade ended. */
    String exitReason() {
        return database.one(Sql.of(
                "select coalesce(exit_reason, 'open') as x from execution.trades order by opened_at desc limit 1"));
    }

    /** The key that the private stream is read with. */
    String listenKey() {
        return database.one(Sql.of("select listen_key as x from ops.private_streams"));
    }

    String position() {
        return database.one(Sql.of("select ops.dec(coalesce(sum(qty), 0)) as x from portfolio.positions"));
    }
}
