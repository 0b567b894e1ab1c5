package dev.sextant.local.venue.live;

import dev.sextant.venues.binance.market.MarketEvent;
import dev.sextant.venues.binance.market.socket.MarketListener;
import dev.sextant.venues.http.MonotonicClock;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one route of the exchange says, and whether it speaks at all. */
final class RouteFeed implements MarketListener {

    private static final Logger LOG = LoggerFactory.getLogger(RouteFeed.class);
    private static final long NEVER = Long.MIN_VALUE / 2;

    private final String name;
    private final MonotonicClock stopwatch;
    private final Consumer<MarketEvent> events;
    private final Runnable connected;
    private final Runnable lost;
    private volatile long lastEventAtMs = NEVER;
    private final AtomicLong losses = new AtomicLong();
    private final AtomicLong malformed = new AtomicLong();
    private volatile String lossReason = "no message yet";

    /**
     * @param events gets every event, on the connection's thread
     * @param connected told when events flow from a new connection: what came between is unknown
     * @param lost told when the connection is gone
     */
    RouteFeed(String name, MonotonicClock stopwatch, Consumer<MarketEvent> events, Runnable connected, Runnable lost) {
        this.name = name;
        this.stopwatch = stopwatch;
        this.events = events;
        this.connected = connected;
        this.lost = lost;
    }

    /** Milliseconds since the last event; huge before the first and after a loss. */
    long silenceMs() {
        return stopwatch.nowMs() - lastEventAtMs;
    }

    long losses() {
        return losses.get();
    }

    long malformed() {
        return malformed.get();
    }

    String name() {
        return name;
    }

    /** Why the connection was lost last, for humans. */
    String lossReason() {
        return lossReason;
    }

    @Override
    public void onConnected() {
        LOG.info("{} connected", name);
        connected.run();
    }

    @Override
    public void onRotated() {
        LOG.info("{} moved to a younger connection", name);
    }

    @Override
    public void onEvent(MarketEvent event, int chars) {
        lastEventAtMs = stopwatch.nowMs();
        events.accept(event);
    }

    @Override
    public void onMalformed(String reason) {
        malformed.incrementAndGet();
        LOG.warn("{} sent something malformed: {}", name, reason);
    }

    @Override
    public void onLost(String reason) {
        lastEventAtMs = NEVER;
        losses.incrementAndGet();
        lossReason = reason;
        lost.run();
        LOG.warn("{} lost: {}", name, reason);
    }
}
