package dev.sextant.local.desk;

import dev.sextant.domain.event.Account;
import dev.sextant.local.settings.Key;
import dev.sextant.local.settings.Settings;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import java.math.BigDecimal;

/**
 * The account every desk starts with. Its limits are written once; later changes by the operator stay. The numbers are
 * ours: 10,000 USDT and 20 USDT of risk per trade unless configured, four positions, at most 5 R a day, a pause of an hour after five losses
 * in a row.
 */
final class PaperAccount {

    static final Account NAME = new Account("paper-main");

    private PaperAccount() {}

    /** What an earlier run listened with ended with its venue server; until there is a new key nothing depends on a stream. */
    static void forgetStream(SqlClient sql) {
        sql.update(Sql.of("delete from ops.private_streams where account = :account")
                .with("account", NAME.name()));
    }

    static void ensure(SqlClient sql, long marketTimeMs, Settings settings) {
        sql.update(Sql.of("""
                        insert into risk.accounts (account, mode, currency, risk_per_trade, max_positions, max_symbol_notional,
                            max_total_notional, max_orders_per_minute, max_daily_loss_r, max_consecutive_losses,
                            loss_pause_ms, max_data_age_ms, start_balance)
                        values (:account, 'paper', 'USDT', :risk, 4, 50000, 100000, 10, 5, 5, 3600000, 30000, :balance)
                        on conflict do nothing""")
                .with("account", NAME.name())
                .with("risk", new BigDecimal(settings.text(Key.RISK_PER_TRADE)))
                .with("balance", new BigDecimal(settings.text(Key.START_BALANCE))));
        sql.update(Sql.of("""
                        insert into risk.control (account, changed_by, changed_at) values (:account, 'desk', ops.ts(:now))
                        on conflict do nothing""").with("account", NAME.name()).with("now", marketTimeMs));
        sql.call(Sql.of("""
                        select portfolio.book(account, currency, 'deposit', 'start', start_balance, ops.ts(:now))::text as done
                        from risk.accounts a
                        where account = :account and not exists (
                            select 1 from portfolio.ledger l where l.account = a.account and l.kind = 'deposit')""").with("account", NAME.name()).with("now", marketTimeMs));
    }
}
