package dev.sextant.direct;

import dev.sextant.domain.event.Account;
import dev.sextant.platform.sql.Row;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.platform.telemetry.Metrics;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells each half minute how the lane's plans stand, as the database has them; that it tells at all is its heartbeat. Alarms
 * go by these figures.
 */
final class LaneHealth implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LaneHealth.class);
    private static final long EVERY_SECONDS = 30;

    private final SqlClient sql;
    private final Account account;
    private final Metrics metrics;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("direct-health").factory());

    LaneHealth(SqlClient sql, Account account, Metrics metrics) {
        this.sql = sql.withoutRetry();
        this.account = account;
        this.metrics = metrics;
    }

    /** Why the database's account is not of this mode; empty when it is, or isn't there, which no plan passes either. */
    static Optional<String> otherMode(SqlClient sql, Account account, LaneMode mode) {
        return sql.queryOne(Sql.of("select mode from risk.accounts where account = :account")
                        .with("account", account.name()))
                .map(row -> row.text("mode"))
                .filter(word -> !word.equals(mode.word()))
                .map(word -> "account " + account + " is of mode " + word + " in the database, this lane of "
                        + mode.word() + ": it does not start");
    }

    void start() {
        var _ = thread.scheduleWithFixedDelay(this::quietly, 0, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    private void quietly() {
        try {
            tell();
        } catch (RuntimeException e) {
            // Untold is what the alarm waits for.
            LOG.warn("the lane's figures could not be read: {}", e.getMessage());
        }
    }

    void tell() {
        Row row = sql.queryOne(Sql.of("""
                        select
                            (select count(*) from execution.plans
                             where account = :account and state in ('RUNNING', 'UNWINDING')) as live,
                            (select count(*) from execution.plans
                             where account = :account and outcome = 'RESIDUAL' and cleared_at is null) as residual,
                            (select count(*) from execution.orders o
                             where account = :account and not execution.is_final(state)
                               and state in ('UNKNOWN', 'QUARANTINED')) as unknown""").with("account", account.name())).orElseThrow();
        metrics.count("PlansLive", row.longValue("live"));
        metrics.count("PlansResidual", row.longValue("residual"));
        metrics.count("PlanOrdersUnknown", row.longValue("unknown"));
        metrics.flush();
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
