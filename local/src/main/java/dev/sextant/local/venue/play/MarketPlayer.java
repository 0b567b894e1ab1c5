package dev.sextant.local.venue.play;

import dev.sextant.local.venue.journal.JournalEntry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays a market on its own thread: waits for an audience, lets event time run at the chosen speed, stops at each full
 * second for the {@link Pacer}, and stands at the end. The market clock is the event time of the last thing that
 * happened; it moves in steps, never by itself. At real time and slower an order that arrives at the book, or its answer,
 * is such a thing: it happens when the wall says so, though the market may be silent.
 */
public final class MarketPlayer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MarketPlayer.class);

    private final PlayPlan plan;
    private final StagedMarket market;
    private final Timeline timeline;
    private final VenueCore core;
    private final FramePublisher publisher;
    private final WallPace pace;
    private final Wall wall;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile PlayState state = PlayState.WAITING;
    private volatile long positionMs;
    /** Event time of what happens next: an order sent meanwhile is sent before it. */
    private volatile long comingMs = Long.MIN_VALUE;

    private boolean pauseWanted;
    private long nextTickMs;

    /** A player that stands where the plan starts. */
    public MarketPlayer(PlayPlan plan, StagedMarket market, VenueCore core, FramePublisher publisher) {
        this(plan, market, core, publisher, Wall.system());
    }

    /** The same by another clock on the wall. */
    MarketPlayer(PlayPlan plan, StagedMarket market, VenueCore core, FramePublisher publisher, Wall wall) {
        this.plan = plan;
        this.wall = wall;
        this.market = market;
        this.core = core;
        this.publisher = publisher;
        this.pace = new WallPace(plan.speed());
        this.timeline = new Timeline(market.sources());
        catchUp();
        if (pace.carriesOrders()) {
            core.carriedBy(new WallPassage());
        }
        this.thread = Thread.ofPlatform().daemon().name("venue-player").unstarted(this::run);
    }

    /** An order is sent at the time the wall says, but never after what is still to happen. */
    private final class WallPassage implements Passage {

        @Override
        public long reachedMs() {
            return Math.min(pace.reachedMs(wall.nanoTime()), comingMs - 1);
        }

        @Override
        public void sent() {
            wall.wake();
        }
    }

    /**
     * Silently lets happen what was before the start, with the orders of an earlier play where they came. What was under
     * way when that one broke off still meets the book as it was at its time, for its answer may have been heard.
     */
    private void catchUp() {
        List<JournalEntry> past = plan.past();
        int repeated = 0;
        while (true) {
            if (repeated < past.size() && past.get(repeated).marketEvents() == core.marketEvents()) {
                core.repeat(past.get(repeated++));
            } else if (timeline.nextMs() <= Math.max(plan.startMs(), core.newestArrivalMs())
                    || repeated < past.size()) {
                fireNext();
            } else {
                break;
            }
        }
        core.stand(Math.max(plan.startMs(), core.nowMs()));
        positionMs = core.nowMs();
        nextTickMs = SecondsSource.after(positionMs);
    }

    private void fireNext() {
        if (timeline.nextMs() == Source.NEVER) {
            throw new IllegalArgumentException("the journal is longer than the capture: it belongs to another one");
        }
        core.fire(timeline.nextMs(), timeline::fire);
    }

    /** Starts waiting for an audience. */
    public void start() {
        thread.start();
    }

    public PlayState state() {
        return state;
    }

    /** The latest time up to which everything has been handed to every socket: where a later play may resume. */
    public long positionMs() {
        return positionMs;
    }

    /** How often the kept book was compared with the best bid and ask, and how often they differed. */
    public BookChecks bookChecks() {
        return core.query(_ -> market.bookChecks());
    }

    /** Whether somebody listens to what a desk can't decide without. */
    public boolean hasAudience() {
        return market.hasAudience();
    }

    /** To be called after any change of subscriptions. */
    public void audienceChanged() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Stops the market where it is, soon. */
    public void pause() {
        setPauseWanted(true);
    }

    /**
     * The same, and returns when it stands: nothing is played after that. What is due next may come first.
     *
     * @param patience the longest to wait
     */
    public void pause(Duration patience) throws InterruptedException {
        pause();
        lock.lock();
        try {
            long leftNanos = patience.toNanos();
            while (state == PlayState.PLAYING && leftNanos > 0) {
                leftNanos = changed.awaitNanos(leftNanos);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Lets a paused market go on. */
    public void resume() {
        setPauseWanted(false);
    }

    private void setPauseWanted(boolean wanted) {
        lock.lock();
        try {
            pauseWanted = wanted;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            awaitAudience();
            go();
            while (step()) {
                stopIfPaused();
            }
            core.stand(plan.span().lastMs());
            publisher.awaitHandedOver();
            positionMs = plan.span().lastMs();
            become(PlayState.FINISHED);
            plan.onFinished().run();
        } catch (InterruptedException _) {
            core.stand(core.nowMs());
        } catch (RuntimeException e) {
            // The last frame of this thread: without the log the market would just stand and nobody would know why.
            LOG.error("the play stopped at {}", core.nowMs(), e);
            core.stand(core.nowMs());
            become(PlayState.PAUSED);
        }
    }

    private void become(PlayState next) {
        lock.lock();
        try {
            state = next;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void awaitAudience() throws InterruptedException {
        lock.lock();
        try {
            while (timeline.nextMs() != Source.NEVER && !hasAudience()) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    private void go() {
        become(PlayState.PLAYING);
        core.go();
        pace.anchor(core.nowMs(), wall.nanoTime());
    }

    /** Lets the next event or the next full second happen; false at the end. */
    private boolean step() throws InterruptedException {
        long nextMs = timeline.nextMs();
        if (nextMs > nextTickMs && nextTickMs <= plan.span().lastMs()) {
            arriveAtTick(nextTickMs);
            return true;
        }
        if (nextMs == Source.NEVER) {
            return false;
        }
        awaitDue(nextMs);
        if (nextMs > core.nowMs()) {
            positionMs = core.nowMs();
        }
        core.fire(nextMs, timeline::fire);
        return true;
    }

    private void arriveAtTick(long tickMs) throws InterruptedException {
        long stoppedNanos = wall.nanoTime();
        core.stand(tickMs);
        publisher.awaitHandedOver();
        positionMs = tickMs;
        nextTickMs = tickMs + SecondsSource.SECOND_MS;
        plan.pacer().awaitTick(tickMs);
        core.go();
        pace.hold(wall.nanoTime() - stoppedNanos);
    }

    /** Waits for the event; what is under way meanwhile arrives in time, where the wall carries it. */
    private void awaitDue(long eventTimeMs) throws InterruptedException {
        comingMs = eventTimeMs;
        while (true) {
            long dueMs = pace.carriesOrders() ? core.nextDueMs() : Source.NEVER;
            long delayNanos = pace.delayNanos(Math.min(eventTimeMs, dueMs), wall.nanoTime());
            if (delayNanos > 0) {
                wall.await(delayNanos);
            } else if (Thread.interrupted()) {
                throw new InterruptedException("closed");
            } else if (dueMs < eventTimeMs) {
                core.letArrive(dueMs);
            } else {
                return;
            }
        }
    }

    /** Never within a millisecond: what happens at one time happens whole. */
    private void stopIfPaused() throws InterruptedException {
        lock.lock();
        try {
            if (!pauseWanted || timeline.nextMs() <= core.nowMs()) {
                return;
            }
            core.stand(core.nowMs());
            publisher.awaitHandedOver();
            positionMs = core.nowMs();
            become(PlayState.PAUSED);
            while (pauseWanted) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
        go();
    }

    /** Ends the play; the thread is gone when this returns. */
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
