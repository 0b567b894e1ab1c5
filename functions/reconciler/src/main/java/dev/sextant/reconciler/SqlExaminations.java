package dev.sextant.reconciler;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.domain.event.Account;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.reconciler.Examination.Verdict;
import java.util.function.Consumer;

/** The last examination, as a component's status: its checks are among those of the desk's health. */
final class SqlExaminations implements Examiner.Ledger {

    private final SqlClient sql;
    private final String component;
    private final Consumer<String> blockAll;

    private SqlExaminations(SqlClient sql, String component, Consumer<String> blockAll) {
        this.sql = sql;
        this.component = component;
        this.blockAll = blockAll;
    }

    /** Of the desk's own account; what is wrong with it blocks every symbol. */
    static SqlExaminations of(SqlClient sql) {
        return new SqlExaminations(sql, "account", new SqlPortfolio(sql)::blockAll);
    }

    /** Of a spot account beside it; what is wrong with it blocks the pairs of its venue. */
    static SqlExaminations ofSpot(SqlClient sql, String venue) {
        SqlPortfolio portfolio = new SqlPortfolio(sql);
        return new SqlExaminations(sql, "account-spot", reason -> portfolio.blockAll(venue, reason));
    }

    @Override
    public boolean isDue(Account account, long nowMs) {
        return sql.queryOne(Sql.of("select risk.examination_due(:account, ops.ts(:now)) as x")
                        .with("account", account.name())
                        .with("now", nowMs))
                .orElseThrow()
                .bool("x");
    }

    @Override
    public void keep(Account account, Examination examination, long nowMs) {
        ObjectNode status = JsonNodeFactory.instance
                .objectNode()
                .put("account", account.name())
                .put("market_time_ms", nowMs)
                .put("passed", examination.passed());
        ArrayNode checks = status.putArray("checks");
        examination
                .findings()
                .forEach(finding -> checks.addObject()
                        .put("name", finding.name())
                        .put("ok", finding.verdict() == Verdict.PASS)
                        .put("detail", finding.detail()));
        sql.update(Sql.of("""
                        insert into ops.component_status (component, status) values (:component, :status)
                        on conflict (component) do update set status = excluded.status, as_of = now()""").with("component", component).withJson("status", status.toString()));
    }

    @Override
    public void blockAll(String reason) {
        blockAll.accept(reason);
    }
}
