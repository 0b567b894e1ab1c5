package dev.sextant.local.venue.live;

import dev.sextant.domain.time.EpochClock;
import dev.sextant.local.venue.play.Passage;
import dev.sextant.local.venue.play.VenueCore;
import dev.sextant.local.venue.play.Wall;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moves a live market's clock on though the market may be silent, so that orders under way arrive when they are due. */
final class MarketClockHand implements Passage, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MarketClockHand.class);

    /** Longest wait while nothing is under way, for whoever reads the market's time. */
    private static final long STEP_MS = 20;

    private final VenueCore core;
    private final EpochClock clock;
    private final Wall wall;
    private final Thread thread =
            Thread.ofPlatform().daemon().name("venue-clock").unstarted(this::run);

    /** A hand that is what the core's clock is carried by. */
    MarketClockHand(VenueCore core, EpochClock clock, Wall wall) {
        this.core = core;
        this.clock = clock;
        this.wall = wall;
        core.carriedBy(this);
    }

    void start() {
        thread.start();
    }

    @Override
    public long reachedMs() {
        return clock.nowMs();
    }

    @Override
    public void sent() {
        wall.wake();
    }

    private void run() {
        try {
            while (true) {
                wall.await(TimeUnit.MILLISECONDS.toNanos(step()));
            }
        } catch (InterruptedException _) {
            LOG.debug("closed");
        }
    }

    /** Lets everything due by now arrive; how many milliseconds until the next look, 1 to {@link #STEP_MS}. */
    long step() {
        try {
            long nowMs = clock.nowMs();
            core.step(nowMs, () -> {});
            // What is due at a millisecond comes after the market events of that millisecond, so once it is over.
            return Math.clamp(core.nextDueMs() - nowMs + 1, 1, STEP_MS);
        } catch (RuntimeException e) {
            // Thrown further it would end the clock, and with it every order under way.
            LOG.error("the venue's clock stumbled and goes on", e);
            return STEP_MS;
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
