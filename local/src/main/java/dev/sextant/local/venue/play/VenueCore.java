package dev.sextant.local.venue.play;

import dev.sextant.local.venue.journal.Journal;
import dev.sextant.local.venue.journal.JournalEntry;
import dev.sextant.venues.sim.AccountState;
import dev.sextant.venues.sim.OrderGateway;
import dev.sextant.venues.sim.Outcome;
import dev.sextant.venues.sim.SimSettings;
import dev.sextant.venues.sim.SimulatedVenue;
import dev.sextant.venues.sim.VenueCommand;
import dev.sextant.venues.sim.VenueListener;
import dev.sextant.venues.sim.VenueQueries;
import dev.sextant.venues.sim.event.MarketEvent;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The simulated venue behind one lock, with the market clock. The player moves the clock and feeds market events; REST
 * threads query and send orders. The clock either runs or stands. While it runs, an order waits for event time to carry
 * it to the book and back; while it stands, nothing would ever carry it, so it arrives at once (see {@link OrderGateway}).
 * Between two market events a running clock stands still, too, unless a {@link Passage} carries it on.
 */
public final class VenueCore {

    private final ReentrantLock lock = new ReentrantLock(true);
    private final SimulatedVenue venue;
    private final VenueQueries queries;
    private final OrderGateway gateway;
    private final Journal journal;
    private final Consumer<SimulatedVenue> changed;
    private volatile Passage passage = Passage.none();
    private volatile long nowMs;
    private boolean standing = true;
    private long marketEvents;

    /** A core whose clock stands at the start; the listener is called under the lock. */
    public VenueCore(SimSettings settings, long startMs, VenueListener listener, Journal journal) {
        this(new SimulatedVenue(settings), settings, startMs, listener, journal, _ -> {});
    }

    /**
     * A core on a market that can't be played again, with an account of an earlier life.
     *
     * @param changed gets the venue after each change of the account, under the lock, before anybody hears of the change
     */
    public static VenueCore resumed(
            SimSettings settings,
            AccountState account,
            long startMs,
            VenueListener listener,
            Consumer<SimulatedVenue> changed) {
        SimulatedVenue venue = new SimulatedVenue(settings, account);
        return new VenueCore(venue, settings, startMs, listener, Journal.none(), changed);
    }

    private VenueCore(
            SimulatedVenue venue,
            SimSettings settings,
            long startMs,
            VenueListener listener,
            Journal journal,
            Consumer<SimulatedVenue> changed) {
        this.journal = journal;
        this.venue = venue;
        this.changed = changed;
        queries = venue.queries();
        gateway = new OrderGateway(venue, settings.latency(), listener, () -> changed.accept(venue));
        nowMs = startMs;
    }

    /** The market clock, epoch ms. */
    public long nowMs() {
        return nowMs;
    }

    /** Reads the state at one moment. */
    public <R> R query(Function<VenueQueries, R> question) {
        lock.lock();
        try {
            return question.apply(queries);
        } finally {
            lock.unlock();
        }
    }

    /** Names what carries a running clock on between the market's events; before the clock runs. */
    public void carriedBy(Passage other) {
        passage = other;
    }

    /** Sends a request at the present market time; the future completes when its answer has come back. */
    public <T> CompletableFuture<Outcome<T>> send(VenueCommand<T> command) {
        CompletableFuture<Outcome<T>> answer = new CompletableFuture<>();
        lock.lock();
        try {
            if (!standing) {
                nowMs = Math.max(nowMs, passage.reachedMs());
            }
            journal.append(new JournalEntry.Sent(marketEvents, nowMs, standing, command));
            gateway.send(nowMs, command, answer::complete);
            if (standing) {
                gateway.drain();
            }
        } finally {
            lock.unlock();
        }
        passage.sent();
        return answer;
    }

    /** When the next thing under way arrives, market time in epoch ms; {@link Source#NEVER} when nothing is under way. */
    public long nextDueMs() {
        lock.lock();
        try {
            return gateway.nextDueMs();
        } finally {
            lock.unlock();
        }
    }

    /** When the last request that was sent reaches the book or reached it, market time; not counting those that found the clock standing. */
    long newestArrivalMs() {
        return gateway.newestArrivalMs();
    }

    /**
     * Lets everything due up to and including a time arrive though no market event happens. The caller knows that none
     * comes up to that time, so nothing arrives otherwise than before the next event.
     */
    void letArrive(long timeMs) {
        step(timeMs, () -> gateway.advanceTo(timeMs + 1));
    }

    /** Tells whoever keeps the account how it stands, though nothing changed. */
    public void saveAccount() {
        lock.lock();
        try {
            changed.accept(venue);
        } finally {
            lock.unlock();
        }
    }

    /** Lets the next market event happen. */
    void fire(long timeMs, Runnable event) {
        step(timeMs, () -> {
            marketEvents++;
            event.run();
        });
    }

    /** How many market events have happened. */
    long marketEvents() {
        return marketEvents;
    }

    /** Does again what an earlier play wrote down, before this one starts. Nobody waits for the answers any more. */
    void repeat(JournalEntry entry) {
        nowMs = Math.max(nowMs, entry.marketTimeMs());
        switch (entry) {
            case JournalEntry.Sent sent -> {
                gateway.send(nowMs, sent.command(), _ -> {});
                if (sent.standing()) {
                    gateway.drain();
                }
            }
            case JournalEntry.Drained _ -> {
                gateway.advanceTo(nowMs);
                gateway.drain();
            }
        }
    }

    /** Runs something under the lock at an event time; what was due before it arrives first. */
    public void step(long timeMs, Runnable action) {
        lock.lock();
        try {
            nowMs = Math.max(nowMs, timeMs);
            gateway.advanceTo(nowMs);
            action.run();
        } finally {
            lock.unlock();
        }
    }

    /** Tells the matching core a market event; only within a {@link #step}. */
    public void onMarket(MarketEvent event) {
        gateway.onMarket(event);
    }

    /** Stops the clock at a time; whatever is under way arrives now. */
    public void stand(long timeMs) {
        step(timeMs, () -> {
            standing = true;
            if (!gateway.isIdle()) {
                journal.append(new JournalEntry.Drained(marketEvents, nowMs));
                gateway.drain();
            }
        });
    }

    /** Lets the clock run. */
    public void go() {
        step(nowMs, () -> standing = false);
    }
}
