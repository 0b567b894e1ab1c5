package dev.sextant.local.desk;

import dev.sextant.reconciler.SessionKeeper;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way from RECOVERING to HEALTHY: reconciles before anything may trade, and again each two seconds until a pass has read open
 * orders and positions. An order that stays unclear holds its symbol, not the desk.
 */
final class Recovery implements SessionKeeper, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);
    private static final long AGAIN_MS = 2_000;

    private final Sessions sessions;
    private final long session;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("recovery").factory());
    private volatile boolean healthy;

    Recovery(Sessions sessions, long session) {
        this.sessions = sessions;
        this.session = session;
    }

    /** The first pass is over when this returns; those after it go on beside. */
    void start(Runnable reconcile) {
        if (!look(reconcile)) {
            LOG.warn(
                    "the desk stays RECOVERING: open orders and positions could not be read; it is tried again each 2 s");
            var _ = timer.scheduleWithFixedDelay(() -> look(reconcile), AGAIN_MS, AGAIN_MS, TimeUnit.MILLISECONDS);
        }
    }

    /** Tries again unless a pass has read all meanwhile; says whether one has. */
    boolean look(Runnable reconcile) {
        try {
            if (!healthy) {
                reconcile.run();
            }
        } catch (RuntimeException e) {
            // Thrown further it would end the timer.
            LOG.warn("a reconciliation at the start failed and is tried again: {}", e.getMessage());
        }
        if (healthy) {
            timer.shutdown();
        }
        return healthy;
    }

    @Override
    public void looked(boolean overviewRead) {
        if (overviewRead && !healthy) {
            sessions.healthy(session);
            healthy = true;
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
