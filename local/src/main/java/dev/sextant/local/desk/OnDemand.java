package dev.sextant.local.desk;

import dev.sextant.domain.event.Account;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls the reconciler when somebody has asked for it, so that people don't wait for the schedule's next minute. */
final class OnDemand implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OnDemand.class);
    private static final long LOOK_EVERY_MS = 500;

    private final SqlClient sql;
    private final Account account;
    private final Runnable reconcile;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("on-demand").factory());

    private @Nullable Future<?> looking;

    OnDemand(SqlClient sql, Account account, Runnable reconcile) {
        this.sql = sql;
        this.account = account;
        this.reconcile = reconcile;
    }

    OnDemand start() {
        looking = timer.scheduleWithFixedDelay(this::look, LOOK_EVERY_MS, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
        return this;
    }

    private void look() {
        try {
            Sql wanted = Sql.of("select ops.reconcile_wanted(:account) as x").with("account", account.name());
            if (!sql.queryOne(wanted).orElseThrow().isNull("x")) {
                reconcile.run();
            }
        } catch (RuntimeException e) {
            // Thrown further it would end the timer; the request waits, and is looked for again.
            LOG.warn("the reconciliation that was asked for failed: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        Future<?> running = looking;
        if (running != null) {
            running.cancel(false);
        }
        timer.shutdown();
        try {
            if (!timer.awaitTermination(5, TimeUnit.SECONDS)) {
                timer.shutdownNow();
            }
        } catch (InterruptedException e) {
            timer.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
