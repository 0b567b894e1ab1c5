package dev.sextant.local.direct;

import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the database of a {@link DirectDesk} says of its plans and its account. */
final class LaneRecords {

    private final SqlClient sql;

    LaneRecords(SqlClient sql) {
        this.sql = sql;
    }

    /** The account, what it has at first and its strategy. */
    void open(Map<String, BigDecimal> start) {
        sql("insert into ops.sessions (state) values ('HEALTHY')");
        sql("""
            insert into risk.accounts (account, mode, currency, risk_per_trade, max_positions, max_symbol_notional,
                max_total_notional, max_orders_per_minute, max_daily_loss_r, max_consecutive_losses,
                loss_pause_ms, max_data_age_ms, start_balance, follows)
            values ('paper-main', 'paper', 'USDT', 20, 4, 50000, 100000, 100, 5, 5, 3600000, 30000, 10000, null),
                   ('paper-main-kraken', 'paper', 'USD', 20, 1, 3000, 3000, 1000, 50, 50, 3600000, 30000, 10000, 'paper-main')""");
        sql(
                "insert into risk.control (account, changed_by, changed_at) select account, 'test', now() from risk.accounts");
        start.forEach((asset, amount) -> sql.call(Sql.of(
                        "select portfolio.book('paper-main-kraken', :asset, 'deposit', 'start ' || :asset, :amount, now())::text as x")
                .with("asset", asset)
                .with("amount", amount)));
        sql("""
            insert into strategy.strategies (name, version, strategy_version, lane, config, state, state_since)
            values ('triangles', '1', 'triangles@1', 'direct', '{}', 'RUNNING', now())""");
    }

    /** Whether a plan is. */
    boolean underWay() {
        return count("execution.plans where state in ('RUNNING', 'UNWINDING')") > 0;
    }

    int ended() {
        return count("execution.plans where state = 'ENDED'");
    }

    /** How many plans there are. */
    int plans() {
        return count("execution.plans");
    }

    /** Why plans were refused. */
    List<String> refusals() {
        return sql
                .query(Sql.of("select distinct reason_code from execution.plans where reason_code is not null"))
                .stream()
                .map(row -> row.text("reason_code"))
                .toList();
    }

    /** How plans stand, for a message. */
    String plansSoFar() {
        return ended() + " plans ended; " + one("""
                select coalesce(string_agg(distinct concat_ws(' ', state, reason_code, reason), '; '), 'none') as x from execution.plans""");
    }

    /** The orders of plans that are not over, for a message. */
    String ordersUnderWay() {
        return one("""
                select string_agg(concat_ws(' ', o.purpose, o.symbol, o.state, o.reason), '; ') as x
                from execution.plans p join execution.orders o on o.trade_id = p.plan_id where p.state in ('RUNNING', 'UNWINDING')""");
    }

    /** How many legs were priced below this fee though a plan before, not of the first so many, had paid it for that pair. */
    int pricedBelow(String fee, int before) {
        return Integer.parseInt(sql.query(Sql.of("""
                        select count(*)::text as x
                        from (select * from execution.plans order by ordinal offset :before) p,
                             jsonb_array_elements(p.document -> 'legs') part
                        where (part #>> '{terms,fee_rate}')::numeric < :fee
                          and exists (select from (select * from execution.plans order by ordinal offset :before) q
                                      join execution.orders o on o.trade_id = q.plan_id
                                      where q.ordinal < p.ordinal and o.symbol = part #>> '{terms,symbol}' and o.filled_qty > 0)""").with("before", before).with("fee", new BigDecimal(fee)))
                .getFirst()
                .text("x"));
    }

    /** The fees that plans were made with beyond the first so many, by pair. */
    Map<String, String> feesOfPlans(int before) {
        Map<String, String> fees = new HashMap<>();
        sql.query(Sql.of("""
                        select leg #>> '{terms,symbol}' as pair, string_agg(distinct leg #>> '{terms,fee_rate}', ' ') as fees
                        from (select * from execution.plans order by ordinal offset :before) p,
                             jsonb_array_elements(p.document -> 'legs') leg group by 1""").with("before", before)).forEach(row -> fees.put(row.text("pair"), row.text("fees")));
        return fees;
    }

    /** What the account has, by the ledger. */
    Map<String, BigDecimal> balances() {
        Map<String, BigDecimal> balances = new HashMap<>();
        sql.query(Sql.of("select asset, amount from portfolio.balances where account = 'paper-main-kraken'"))
                .forEach(row -> balances.put(row.text("asset"), row.decimal("amount")));
        return plain(balances);
    }

    /** Without what is zero, each amount in one form. */
    static Map<String, BigDecimal> plain(Map<String, BigDecimal> balances) {
        Map<String, BigDecimal> plain = new HashMap<>();
        balances.forEach((asset, amount) -> {
            if (amount.signum() != 0) {
                plain.put(asset, amount.stripTrailingZeros());
            }
        });
        return plain;
    }

    /** Rows of this, a table with or without a condition. */
    int count(String what) {
        return Integer.parseInt(one("select count(*)::text as x from " + what));
    }

    @SuppressWarnings("CompileTimeConstant") // the tests' own statements
    String one(String query) {
        return String.valueOf(sql.query(Sql.of(query)).getFirst().textOrNull("x"));
    }

    @SuppressWarnings("CompileTimeConstant") // the tests' own statements
    void sql(String statement) {
        sql.update(Sql.of(statement));
    }
}
