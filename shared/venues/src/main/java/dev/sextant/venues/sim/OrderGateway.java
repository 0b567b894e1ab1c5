package dev.sextant.venues.sim;

import dev.sextant.venues.sim.event.MarketEvent;
import dev.sextant.venues.sim.event.VenueEvent;
import dev.sextant.venues.sim.model.LatencyModel;
import java.util.List;
import java.util.function.Consumer;

/**
 * The way to the venue and back in event time. A request reaches the book at the time it was sent plus the entry
 * latency; its answer and the reports arrive after the response latency. Of a market event and a request at the same
 * millisecond the market event comes first.
 *
 * <p>While the clock stands (before the start, at a paced stop, when paused, at the end) the caller uses {@link #drain}:
 * everything under way then arrives at once, against the book as it stands, but keeps the time stamps it would have had.
 * So the result depends on the market time of sending alone, never on how long anybody took on the wall clock. Not
 * thread-safe.
 */
public final class OrderGateway {

    private final SimulatedVenue venue;
    private final LatencyModel latency;
    private final VenueListener listener;
    private final Runnable changed;
    private final EventTimeQueue underWay = new EventTimeQueue();
    private long newestArrivalMs = Long.MIN_VALUE;

    /** A gateway to the venue whose private stream goes to the listener. */
    public OrderGateway(SimulatedVenue venue, LatencyModel latency, VenueListener listener) {
        this(venue, latency, listener, () -> {});
    }

    /**
     * The same.
     *
     * @param changed called after each change of our state and before anybody hears of it, so that what was answered was
     *     first written down
     */
    public OrderGateway(SimulatedVenue venue, LatencyModel latency, VenueListener listener, Runnable changed) {
        this.changed = changed;
        this.venue = venue;
        this.latency = latency;
        this.listener = listener;
    }

    /** Sends a request at this event time; the reply is called once, later, from {@link #onMarket} or {@link #drain}. */
    public <T> void send(long sentAtMs, VenueCommand<T> command, Consumer<Outcome<T>> reply) {
        long arrivesAtMs = sentAtMs + latency.entryMs(sentAtMs);
        newestArrivalMs = Math.max(newestArrivalMs, arrivesAtMs);
        underWay.add(arrivesAtMs, reachedAtMs -> {
            Outcome<T> outcome = command.at(venue, reachedAtMs);
            if (outcome instanceof Outcome.Done<T> done) {
                deliver(done.events());
            }
            long answeredAtMs = reachedAtMs + latency.responseMs(reachedAtMs);
            underWay.add(answeredAtMs, ignored -> reply.accept(outcome));
        });
    }

    /** Lets everything due before the event arrive, then the event. */
    public void onMarket(MarketEvent event) {
        advanceTo(event.timeMs());
        deliver(venue.on(event));
    }

    /** Lets everything due before this event time arrive. */
    public void advanceTo(long timeMs) {
        underWay.runBefore(timeMs);
    }

    /** Whether nothing is under way, in either direction. */
    public boolean isIdle() {
        return underWay.isEmpty();
    }

    /** When the next request, answer or report arrives, event time in epoch ms; {@link Long#MAX_VALUE} when idle. */
    public long nextDueMs() {
        return underWay.nextDueMs();
    }

    /** When the last request that was sent reaches the book or reached it, epoch ms; not counting those drained. */
    public long newestArrivalMs() {
        return newestArrivalMs;
    }

    /** Lets everything under way arrive now. */
    public void drain() {
        newestArrivalMs = Long.MIN_VALUE;
        underWay.drain();
    }

    private void deliver(List<VenueEvent> events) {
        if (!events.isEmpty()) {
            changed.run();
        }
        for (VenueEvent event : events) {
            long deliveredAtMs = event.timeMs() + latency.responseMs(event.timeMs());
            underWay.add(deliveredAtMs, dueMs -> listener.onEvent(event, dueMs));
        }
    }
}
