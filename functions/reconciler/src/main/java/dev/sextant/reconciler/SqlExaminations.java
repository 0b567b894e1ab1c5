package dev.sextant.reconciler;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.domain.event.Account;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.reconciler.Examination.Verdict;

/** The last examination, as the component status {@code account}: its checks are among those of the desk's health. */
final class SqlExaminations implements Examiner.Ledger {

    private final SqlClient sql;
    private final SqlPortfolio portfolio;

    SqlExaminations(SqlClient sql) {
        this.sql = sql;
        this.portfolio = new SqlPortfolio(sql);
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
                        insert into ops.component_status (component, status) values ('account', :status)
                        on conflict (component) do update set status = excluded.status, as_of = now()""").withJson("status", status.toString()));
    }

    @Override
    public void blockAll(String reason) {
        portfolio.blockAll(reason);
    }
}
