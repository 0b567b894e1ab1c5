package dev.sextant.reconciler;

import dev.sextant.domain.event.Account;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import java.util.OptionalLong;

/** Reconciliations that people asked for. A pass answers those that were there when it began. */
final class ReconcileRequests {

    private final SqlClient sql;

    ReconcileRequests(SqlClient sql) {
        this.sql = sql;
    }

    /** The newest one that waits. */
    OptionalLong newest(Account account) {
        Long id = sql.queryOne(
                        Sql.of("select ops.reconcile_wanted(:account) as x").with("account", account.name()))
                .orElseThrow()
                .longOrNull("x");
        return id == null ? OptionalLong.empty() : OptionalLong.of(id);
    }

    /** Answers all up to that one with what the pass has published. */
    void answer(Account account, long upTo, long nowMs) {
        sql.callOne(Sql.of("select ops.reconcile_done(:account, :id, ops.ts(:now)) as x")
                .with("account", account.name())
                .with("id", upTo)
                .with("now", nowMs));
    }
}
