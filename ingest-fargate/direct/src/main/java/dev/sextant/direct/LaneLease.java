package dev.sextant.direct;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.order.NonceSource;
import dev.sextant.domain.order.NonceUnavailableException;
import dev.sextant.domain.time.EpochClock;
import dev.sextant.ingest.lease.Lease;
import dev.sextant.ingest.lease.TickGate;
import dev.sextant.ingest.store.LeaseAnswer;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.venues.http.MonotonicClock;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only process that trades an account directly, for as long as the database says so. Another one waits, says so, and has
 * it when the first leaves or has not been heard of for ten seconds. While it can't be renewed the gate is shut: no plan is
 * begun or gone on with, and no nonce given. An order that is under way by then has its claim, which nobody else gets.
 */
public final class LaneLease implements TickGate, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LaneLease.class);
    private static final long STEP_MS = 250;

    private final Account account;
    private final Lease lease;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("direct-lease").factory());
    private volatile long grant;
    private volatile boolean lost;
    private boolean saidWaiting;

    /** As {@link #of}, by these clocks. */
    public LaneLease(SqlClient sql, Account account, String owner, MonotonicClock clock, EpochClock wall) {
        DirectLeases leases = new DirectLeases(sql, account, wall);
        this.account = account;
        this.lease = Lease.openAtOnce(leases, owner, leases.nextEpoch(owner), clock, wall);
    }

    /**
     * @param sql with the role of the direct lane
     * @param owner a name of which one process runs at most: its next run has the lease at once
     */
    public static LaneLease of(SqlClient sql, Account account, String owner) {
        return new LaneLease(sql, account, owner, MonotonicClock.system(), System::currentTimeMillis);
    }

    /** A name for a process that may have rivals. */
    static String freshOwner() {
        return "direct-" + UUID.randomUUID();
    }

    /** Asks for it or renews it, when that is due. Whether it has gone to another process: for good, this one must end. */
    public synchronized boolean step() {
        lease.step();
        LeaseAnswer last = lease.last();
        if (last.held() && grant == CLOSED) {
            grant = last.grant();
            LOG.info("{} is this process's to trade directly", account);
        }
        if (grant == CLOSED && !last.held() && !last.holder().isEmpty() && !saidWaiting) {
            saidWaiting = true;
            LOG.warn(
                    "{} is traded directly by another process, {}: this one waits until that ends or falls silent",
                    account,
                    last.holder());
        }
        if (grant != CLOSED && last.grant() != grant && !lost) {
            lost = true;
            LOG.error("{} is now traded directly by another process, {}", account, last.holder());
        }
        return lost;
    }

    /**
     * Waits for it.
     *
     * @return false when told to stop before
     */
    public boolean await(CountDownLatch stop) throws InterruptedException {
        step();
        while (term() == CLOSED) {
            if (stop.await(STEP_MS, TimeUnit.MILLISECONDS)) {
                return false;
            }
            step();
        }
        return true;
    }

    /** Asks and renews from now on. */
    public LaneLease start(Runnable onLost) {
        var _ = thread.scheduleWithFixedDelay(
                () -> {
                    if (step()) {
                        onLost.run();
                    }
                },
                0,
                STEP_MS,
                TimeUnit.MILLISECONDS);
        return this;
    }

    /** The grant under which this process trades, or {@link #CLOSED}. A later grant is none: others had the key meanwhile. */
    @Override
    public long term() {
        long term = lease.term();
        return lost || term != grant ? CLOSED : term;
    }

    @Override
    public boolean waits() {
        return false;
    }

    /** The same nonces, none while the lease is not held. */
    NonceSource guarded(NonceSource nonces) {
        return () -> {
            if (term() == CLOSED) {
                throw new NonceUnavailableException("this process does not hold the lease of " + account);
            }
            return nonces.next();
        };
    }

    /** Gives it back. */
    @Override
    public void close() {
        thread.shutdownNow();
        lease.leave();
    }
}
