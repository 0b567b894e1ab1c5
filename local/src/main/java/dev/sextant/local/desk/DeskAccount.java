package dev.sextant.local.desk;

import dev.sextant.domain.event.Account;
import dev.sextant.local.doctor.Place;
import dev.sextant.local.settings.Key;
import dev.sextant.local.settings.Settings;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.venues.binance.mode.TradingMode;
import java.math.BigDecimal;

/**
 * The account a desk trades for. Its mode and its limits are written once; the mode stays for ever, the limits until the
 * operator changes them. The defaults are ours: 10,000 USDT on paper and 20 USDT of risk per trade, four positions, at most
 * 5 R a day, a pause of an hour after five losses in a row.
 */
record DeskAccount(TradingMode mode, Account name) {

    static DeskAccount of(Settings settings) {
        return new DeskAccount(Place.mode(settings), Place.account(settings));
    }

    /** What an earlier run listened with is of no use any more; until there is a new key nothing depends on a stream. */
    void forgetStream(SqlClient sql) {
        sql.update(Sql.of("delete from ops.private_streams where account = :account")
                .with("account", name.name()));
    }

    /**
     * Sees to it that the account is there.
     *
     * @param startBalance booked at the first start
     */
    void ensure(SqlClient sql, long marketTimeMs, Settings settings, BigDecimal startBalance) {
        sql.update(Sql.of("""
                        insert into risk.accounts (account, mode, currency, risk_per_trade, max_positions, max_symbol_notional,
                            max_total_notional, max_orders_per_minute, max_daily_loss_r, max_consecutive_losses,
                            loss_pause_ms, max_data_age_ms, start_balance)
                        values (:account, :mode, 'USDT', :risk, :positions, :symbol_notional, :total_notional, 10, :daily_loss, 5,
                            3600000, 30000, :balance)
                        on conflict do nothing""")
                .with("account", name.name())
                .with("mode", mode.word())
                .with("risk", decimal(settings, Key.RISK_PER_TRADE))
                .with("positions", settings.number(Key.MAX_POSITIONS))
                .with("symbol_notional", decimal(settings, Key.MAX_SYMBOL_NOTIONAL))
                .with("total_notional", decimal(settings, Key.MAX_TOTAL_NOTIONAL))
                .with("daily_loss", decimal(settings, Key.MAX_DAILY_LOSS_R))
                .with("balance", startBalance));
        sql.update(Sql.of("""
                        insert into risk.control (account, changed_by, changed_at) values (:account, 'desk', ops.ts(:now))
                        on conflict do nothing""").with("account", name.name()).with("now", marketTimeMs));
        sql.call(Sql.of("""
                        select portfolio.book(account, currency, 'deposit', 'start', start_balance, ops.ts(:now))::text as done
                        from risk.accounts a
                        where account = :account and not exists (
                            select 1 from portfolio.ledger l where l.account = a.account and l.kind = 'deposit')""").with("account", name.name()).with("now", marketTimeMs));
    }

    /** @throws DeskException when this database has an account of another mode */
    void requireMode(SqlClient sql) {
        sql
                .query(Sql.of("select account, mode from risk.accounts where mode <> :mode order by account")
                        .with("mode", mode.word()))
                .stream()
                .findFirst()
                .ifPresent(other -> {
                    throw new DeskException(
                            "this database is of mode " + other.text("mode") + " (account " + other.text("account")
                                    + "), not of " + mode.word()
                                    + "; name another folder in SEXTANT_STATE",
                            null);
                });
    }

    /** What the account may lose by its limits in a day; before its first start, by those of the settings. */
    Limits limits(SqlClient sql, Settings settings) {
        return sql.queryOne(
                        Sql.of("select risk_per_trade, max_daily_loss_r from risk.accounts where account = :account")
                                .with("account", name.name()))
                .map(row -> new Limits(row.decimal("risk_per_trade"), row.decimal("max_daily_loss_r")))
                .orElseGet(() ->
                        new Limits(decimal(settings, Key.RISK_PER_TRADE), decimal(settings, Key.MAX_DAILY_LOSS_R)));
    }

    /** Of a trade of the standard tier, and of a day as a multiple of it. */
    record Limits(BigDecimal riskPerTrade, BigDecimal maxDailyLossR) {}

    private static BigDecimal decimal(Settings settings, Key key) {
        return new BigDecimal(settings.text(key));
    }
}
