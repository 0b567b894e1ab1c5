package dev.sextant.platform.setup;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.domain.event.Account;
import dev.sextant.platform.sql.Row;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Sees to it that accounts are there, with limits and a switch. Safe to repeat. Limits follow what is told here until a person
 * sets one; from then on they are the person's. Balances are no part of it: the reconciler books what the venue shows.
 */
public final class SqlAccounts {

    /** Who is said to have set limits that nobody has set by hand. */
    static final String ACTOR = "prepare-database";

    private final SqlClient sql;

    /** @param sql as the owner of the database */
    public SqlAccounts(SqlClient sql) {
        this.sql = sql;
    }

    /**
     * Writes the account, or its limits where they are still ours.
     *
     * @return what came of it, in a line
     * @throws SetupException when the account is of another mode, currency or desk, or a limit can't be
     */
    public String ensure(AccountTerms terms) {
        boolean made = make(terms, Optional.empty(), ACTOR, System.currentTimeMillis());
        Row now = sql.query(Sql.of("""
                        select mode, currency, coalesce(follows, '') as follows, limits_version,
                            coalesce(limits_changed_by, :by) = :by as ours
                        from risk.accounts where account = :account""").with("account", terms.account().name()).with("by", ACTOR))
                .getFirst();
        check(terms, "mode", now.text("mode"), terms.mode());
        check(terms, "currency", now.text("currency"), terms.currency());
        check(
                terms,
                "follows",
                now.text("follows"),
                terms.follows().map(Account::name).orElse(""));
        if (!now.bool("ours")) {
            return "account " + terms.account() + " was there, with limits that a person has set";
        }
        boolean changed = setLimits(terms, now.longValue("limits_version"));
        return "account " + terms.account() + (made ? " made" : " was there" + (changed ? ", its limits changed" : ""));
    }

    /**
     * Writes the account and its switch where they are not there yet.
     *
     * @param startBalance in its currency, above 0; empty while nobody knows it
     * @param by who is said to have set the switch
     * @return whether the account was not there
     */
    public boolean make(AccountTerms terms, Optional<BigDecimal> startBalance, String by, long nowMs) {
        boolean made = insert(terms, startBalance) > 0;
        sql.update(Sql.of("""
                        insert into risk.control (account, changed_by, changed_at) values (:account, :by, ops.ts(:now))
                        on conflict do nothing""")
                .with("account", terms.account().name())
                .with("by", by)
                .with("now", nowMs));
        return made;
    }

    private long insert(AccountTerms terms, Optional<BigDecimal> startBalance) {
        return sql.update(Sql.of("""
                        insert into risk.accounts (account, mode, currency, risk_per_trade, max_positions, max_symbol_notional,
                            max_total_notional, max_orders_per_minute, max_daily_loss_r, warn_daily_loss_r,
                            max_consecutive_losses, loss_pause_ms, max_data_age_ms, start_balance, follows)
                        values (:account, :mode, :currency, :risk, :positions, :symbol_notional, :total_notional, :orders,
                            :daily_loss, :warn, 5, 3600000, 30000, :balance, :follows)
                        on conflict do nothing""")
                .with("account", terms.account().name())
                .with("mode", terms.mode())
                .with("currency", terms.currency())
                .with("risk", terms.riskPerTrade())
                .with("positions", terms.maxPositions())
                .with("symbol_notional", terms.maxSymbolNotional())
                .with("total_notional", terms.maxTotalNotional())
                .with("orders", terms.maxOrdersPerMinute())
                .with("daily_loss", terms.maxDailyLossR())
                .with("warn", terms.warnDailyLossR())
                .with("balance", startBalance.orElse(null))
                .with("follows", terms.follows().map(Account::name).orElse(null)));
    }

    private boolean setLimits(AccountTerms terms, long version) {
        ObjectNode wish =
                JsonNodeFactory.instance.objectNode().put("version", version).put("reason", "as the desk is deployed");
        wish.putObject("limits")
                .put("risk_per_trade", terms.riskPerTrade().toPlainString())
                .put("max_positions", String.valueOf(terms.maxPositions()))
                .put("max_symbol_notional", terms.maxSymbolNotional().toPlainString())
                .put("max_total_notional", terms.maxTotalNotional().toPlainString())
                .put("max_orders_per_minute", String.valueOf(terms.maxOrdersPerMinute()))
                .put("max_daily_loss_r", terms.maxDailyLossR().toPlainString())
                .put("warn_daily_loss_r", terms.warnDailyLossR().toPlainString());
        Row answer = sql.callOne(Sql.of("""
                        select x->>'result' as result, x->>'field' as field, x->>'value' as value, x->>'expected' as expected
                        from risk.set_limits(:account, :wish::jsonb, :by, now()) x""")
                .with("account", terms.account().name())
                .withJson("wish", wish.toString())
                .with("by", ACTOR));
        return switch (answer.text("result")) {
            case "changed" -> true;
            case "same" -> false;
            case "bad_value" ->
                throw new SetupException(answer.text("field") + " of account " + terms.account() + " is '"
                        + answer.text("value") + "', expected " + answer.text("expected"));
            default -> throw new SetupException("limits of " + terms.account() + ": " + answer.text("result"));
        };
    }

    private static void check(AccountTerms terms, String what, String is, String wanted) {
        if (!is.equals(wanted)) {
            throw new SetupException(what + " of account " + terms.account() + " is '" + is
                    + "' in the database, expected '" + wanted + "': name another account, or set it back");
        }
    }
}
