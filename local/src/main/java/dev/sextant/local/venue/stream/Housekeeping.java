package dev.sextant.local.venue.stream;

import dev.sextant.domain.time.EpochClock;
import dev.sextant.local.venue.wire.UserFrames;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.java_websocket.framing.CloseFrame;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens to connections with wall time alone: queued frames, pings, missing pongs, old age, expired listen keys. */
final class Housekeeping implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final long FLUSH_MILLIS = 5;
    private static final long SHORTEST_MILLIS = 5;
    private static final long LONGEST_MILLIS = 1_000;

    private final StreamHub hub;
    private final ListenKeys listenKeys;
    private final ConnectionRules rules;
    private final EpochClock marketClock;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("venue-sockets").factory());
    private final List<ScheduledFuture<?>> schedules = new ArrayList<>();
    private long lastPingNanos = System.nanoTime();

    Housekeeping(StreamHub hub, ListenKeys listenKeys, ConnectionRules rules, EpochClock marketClock) {
        this.hub = hub;
        this.listenKeys = listenKeys;
        this.rules = rules;
        this.marketClock = marketClock;
    }

    void start() {
        long shortestMillis = Math.min(
                rules.pingInterval().toMillis(),
                Math.min(rules.maxAge().toMillis(), rules.listenKeyValidity().toMillis()));
        every(FLUSH_MILLIS, () -> hub.connections().forEach(StreamConnection::flush));
        every(Math.clamp(shortestMillis / 4, SHORTEST_MILLIS, LONGEST_MILLIS), this::round);
    }

    private void every(long millis, Runnable work) {
        schedules.add(executor.scheduleWithFixedDelay(() -> safely(work), millis, millis, TimeUnit.MILLISECONDS));
    }

    private static void safely(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            // Thrown further it would silently end the schedule; one socket's trouble must not stop all pings.
            LOG.warn("WebSocket housekeeping: {}", e.toString());
        }
    }

    private void round() {
        long nowNanos = System.nanoTime();
        boolean pingIsDue = nowNanos - lastPingNanos >= rules.pingInterval().toNanos();
        for (StreamConnection connection : hub.connections()) {
            if (connection.ageNanos(nowNanos) >= rules.maxAge().toNanos()) {
                connection.close(CloseFrame.GOING_AWAY, "connection life time is over");
            } else if (connection.silenceNanos(nowNanos) >= rules.pongTimeout().toNanos()) {
                connection.cut();
            } else if (pingIsDue) {
                connection.ping();
            }
        }
        if (pingIsDue) {
            lastPingNanos = nowNanos;
        }
        listenKeys.expire().forEach(this::announceExpiry);
    }

    private void announceExpiry(String listenKey) {
        long nowMs = marketClock.nowMs();
        String farewell = UserFrames.listenKeyExpired(listenKey, nowMs);
        hub.publishPrivate(listenKey, "listenKeyExpired", nowMs, farewell);
        close(listenKey);
    }

    /** Closes what listens with a key that is no longer valid. */
    void close(String listenKey) {
        List.copyOf(hub.listening(listenKey))
                .forEach(connection -> connection.close(CloseFrame.GOING_AWAY, "listen key closed"));
    }

    @Override
    public void close() {
        schedules.forEach(schedule -> schedule.cancel(false));
        executor.shutdownNow();
    }
}
