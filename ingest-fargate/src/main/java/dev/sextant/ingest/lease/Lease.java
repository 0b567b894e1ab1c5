package dev.sextant.ingest.lease;

import dev.sextant.domain.time.EpochClock;
import dev.sextant.ingest.store.LeaseAnswer;
import dev.sextant.ingest.store.Leases;
import dev.sextant.ingest.store.StoreException;
import dev.sextant.venues.http.MonotonicClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This run's side of the lease. A thread of its own calls {@link #step} a few times a second, because the database may be
 * slow; everyone else asks {@link #term}.
 *
 * <p>It fails closed: an answer counts from the moment the question was asked, for less than the database gave, and by the
 * clock that has gone further. A machine that was frozen, or can't reach the database, tells no time.
 */
public final class Lease implements TickGate {

    /** What is asked of the database. */
    public static final long LENGTH_MS = 10_000;

    /** An answer is good for this long here; the rest covers a tick that is under way to a slow stream. */
    static final long GOOD_MS = 8_000;

    static final long RENEW_MS = 3_000;
    static final long TRY_MS = 1_000;

    /** After another run the gate opens so much later: that run may read the market ahead of this one, by less than this. */
    static final long AFTER_ANOTHER_MS = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(Lease.class);

    /** A grant from when and as long as it is good. */
    private record Held(long grant, long opensAtMs, long askedAtMs, long askedAtWallMs) {}

    private static final Held NOT_HELD = new Held(CLOSED, 0, 0, 0);

    private final Leases leases;
    private final String owner;
    private final long epoch;
    private final boolean waits;
    private final long afterAnotherMs;
    private final MonotonicClock clock;
    private final EpochClock wall;
    private volatile Held held = NOT_HELD;
    private volatile LeaseAnswer last = LeaseAnswer.NONE;
    private long nextAtMs;

    /** @param waits whether ticks wait for the lease, see {@link TickGate#waits} */
    public Lease(Leases leases, String owner, long epoch, boolean waits, MonotonicClock clock, EpochClock wall) {
        this(leases, owner, epoch, waits, AFTER_ANOTHER_MS, clock, wall);
    }

    private Lease(
            Leases leases,
            String owner,
            long epoch,
            boolean waits,
            long afterAnotherMs,
            MonotonicClock clock,
            EpochClock wall) {
        this.leases = leases;
        this.owner = owner;
        this.epoch = epoch;
        this.waits = waits;
        this.afterAnotherMs = afterAnotherMs;
        this.clock = clock;
        this.wall = wall;
        this.nextAtMs = clock.nowMs();
    }

    /** A lease for what is no tick: open as soon as it is given. */
    public static Lease openAtOnce(Leases leases, String owner, long epoch, MonotonicClock clock, EpochClock wall) {
        return new Lease(leases, owner, epoch, false, 0, clock, wall);
    }

    /** Asks for the lease or renews it, when that is due. */
    public void step() {
        long nowMs = clock.nowMs();
        if (nowMs < nextAtMs) {
            return;
        }
        long nowWallMs = wall.nowMs();
        try {
            learn(leases.hold(owner, epoch, LENGTH_MS), nowMs, nowWallMs);
        } catch (StoreException e) {
            LOG.warn("the lease could not be asked for{}: {}", isHeld() ? "; it ends in a moment" : "", e.getMessage());
        }
        nextAtMs = clock.nowMs() + (isHeld() ? RENEW_MS : TRY_MS);
    }

    private void learn(LeaseAnswer answer, long askedAtMs, long askedAtWallMs) {
        if (answer.held() != last.held() || answer.holderEpoch() != last.holderEpoch()) {
            LOG.info(
                    "epoch {} of {}: {}",
                    epoch,
                    owner,
                    answer.held() ? "holds the lease" : "epoch " + answer.holderEpoch() + " holds the lease");
        }
        held = answer.held() ? new Held(answer.grant(), opensAtMs(answer), askedAtMs, askedAtWallMs) : NOT_HELD;
        last = answer;
    }

    private long opensAtMs(LeaseAnswer answer) {
        if (answer.grant() == held.grant()) {
            return held.opensAtMs();
        }
        boolean another = !last.held() && !last.holder().isEmpty();
        return clock.nowMs() + (another ? afterAnotherMs : 0);
    }

    @Override
    public long term() {
        Held now = held;
        long nowMs = clock.nowMs();
        long passedMs = Math.max(nowMs - now.askedAtMs(), wall.nowMs() - now.askedAtWallMs());
        return nowMs >= now.opensAtMs() && passedMs < GOOD_MS ? now.grant() : CLOSED;
    }

    @Override
    public boolean waits() {
        return waits;
    }

    public boolean isHeld() {
        return term() != CLOSED;
    }

    /** A younger run was there and has gone: consumers reject this one's frames, so it must go on under a new epoch. */
    public boolean superseded() {
        return last.superseded();
    }

    /** Gives the lease back, at the end of the run. */
    public void leave() {
        held = NOT_HELD;
        try {
            leases.leave(owner, epoch);
        } catch (StoreException e) {
            LOG.warn("the lease could not be given back, it ends by itself: {}", e.getMessage());
        }
    }

    /** The last answer of the database. */
    public LeaseAnswer last() {
        return last;
    }

    public String owner() {
        return owner;
    }

    public long epoch() {
        return epoch;
    }
}
