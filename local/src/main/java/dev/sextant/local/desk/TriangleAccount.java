package dev.sextant.local.desk;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.plan.CyclePlan;
import dev.sextant.local.settings.Key;
import dev.sextant.local.settings.Settings;
import dev.sextant.planning.PlanSettings;
import dev.sextant.platform.setup.AccountTerms;
import dev.sextant.platform.setup.SqlAccounts;
import dev.sextant.platform.setup.SqlStrategies;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The account that triangles are traded with, beside the desk's own, whose kill switch holds for it. Its limits are written
 * once: 20 USD that one plan may lose, one plan at a time, 5 R a day, a pause of an hour after five losses in a row.
 */
record TriangleAccount(Account name, Account follows) {

    static final String CURRENCY = "USD";

    static TriangleAccount beside(DeskAccount account) {
        String name = account.name().name() + "-kraken";
        return new TriangleAccount(new Account(name.substring(0, Math.min(40, name.length()))), account.name());
    }

    /**
     * Sees to it that account and strategy are there.
     *
     * @param starts the assets it begins with
     */
    void ensure(SqlClient sql, long nowMs, Settings settings, List<String> starts) {
        // A plan is sized to the most it may take at the prices it sees, and reserved at the worst it accepts.
        BigDecimal reserved = new BigDecimal(settings.text(Key.KRAKEN_MAX_NOTIONAL)).multiply(BigDecimal.TWO);
        AccountTerms terms = new AccountTerms(
                name,
                "paper",
                CURRENCY,
                new BigDecimal(settings.text(Key.KRAKEN_MAX_LOSS)),
                1,
                reserved,
                reserved,
                60,
                new BigDecimal(settings.text(Key.MAX_DAILY_LOSS_R)),
                Optional.of(follows));
        BigDecimal balance = new BigDecimal(settings.text(Key.KRAKEN_START_BALANCE));
        new SqlAccounts(sql).make(terms, Optional.of(balance), DeskAccount.ACTOR, nowMs);
        starts.forEach(asset -> deposit(sql, asset, nowMs));
        sql.update(Sql.of("""
                        insert into strategy.strategies (name, version, strategy_version, lane, config, state, state_since)
                        values (:name, '1', :version, 'direct', '{}', 'RUNNING', now()) on conflict do nothing""").with("name", PlanSettings.STRATEGY).with("version", PlanSettings.VERSION));
    }

    /**
     * Sees to it that the strategy runs in this lane from now on.
     *
     * @throws DeskException while plans of the other one are under way
     */
    void runIn(SqlClient sql, CyclePlan.Lane lane) {
        String word = lane.name().toLowerCase(Locale.ROOT);
        String now = new SqlStrategies(sql).moveTo(PlanSettings.STRATEGY, word, name);
        if (!now.equals(word)) {
            throw new DeskException(
                    "kraken.lane is '" + word + "' while plans of lane " + now + " are under way: expected " + now
                            + " until they have ended",
                    null);
        }
    }

    private void deposit(SqlClient sql, String asset, long nowMs) {
        sql.call(Sql.of("""
                        select portfolio.book(account, :asset, 'deposit', 'start ' || :asset, start_balance, ops.ts(:now))::text as done
                        from risk.accounts a
                        where account = :account and not exists (
                            select 1 from portfolio.ledger l
                            where l.account = a.account and l.kind = 'deposit' and l.asset = :asset)""").with("account", name.name()).with("asset", asset).with("now", nowMs));
    }

    /** What it has of each asset by the books of the desk. */
    Map<String, BigDecimal> balances(SqlClient sql) {
        Map<String, BigDecimal> balances = new HashMap<>();
        sql.query(Sql.of("select asset, amount from portfolio.balances where account = :account and amount > 0")
                        .with("account", name.name()))
                .forEach(row -> balances.put(row.text("asset"), row.decimal("amount")));
        return balances;
    }
}
