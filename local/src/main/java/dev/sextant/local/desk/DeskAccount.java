package dev.sextant.local.desk;

import dev.sextant.domain.event.Account;
import dev.sextant.local.doctor.Place;
import dev.sextant.local.settings.Key;
import dev.sextant.local.settings.Settings;
import dev.sextant.platform.setup.AccountTerms;
import dev.sextant.platform.setup.SqlAccounts;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.venues.binance.mode.TradingMode;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The account a desk trades for. Its mode and its limits are written once; the mode stays for ever, the limits until the
 * operator changes them. The defaults are ours: 10,000 USDT on paper and 20 USDT of risk per trade, four positions, at most
 * 5 R a day, a pause of an hour after five losses in a row.
 */
record DeskAccount(TradingMode mode, Account name) {

    /** Who is said to have set what nobody has set by hand. */
    static final String ACTOR = "desk";

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
        AccountTerms terms = new AccountTerms(
                name,
                mode.word(),
                "USDT",
                decimal(settings, Key.RISK_PER_TRADE),
                Math.toIntExact(settings.number(Key.MAX_POSITIONS)),
                decimal(settings, Key.MAX_SYMBOL_NOTIONAL),
                decimal(settings, Key.MAX_TOTAL_NOTIONAL),
                10,
                decimal(settings, Key.MAX_DAILY_LOSS_R),
                Optional.empty());
        new SqlAccounts(sql).make(terms, Optional.of(startBalance), ACTOR, marketTimeMs);
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
