package dev.sextant.venues.binance.market.socket;

import dev.sextant.venues.binance.market.MarketStream;
import dev.sextant.venues.http.MonotonicClock;
import dev.sextant.venues.http.SocketConnector;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The streams of one route, kept flowing. Has no thread of its own: the owner calls {@link #check} every quarter of a
 * second or so, and opening, time-outs, reconnects and the rotation before the venue's 24-hour limit happen there.
 *
 * <p>Rotation is make-before-break: the new connection must have shown every watched stream before the old one goes,
 * and both are read for a while, so the listener hears some events twice and misses none. It happens at once when the
 * venue announces the connection's end ({@code serverShutdown}).
 */
public final class BinanceMarketSocket implements AutoCloseable {

    private static final long NEVER = Long.MAX_VALUE;

    private final URI address;
    private final List<MarketStream> watched;
    private final SocketConnector connector;
    private final MarketListener market;
    private final SocketSettings settings;
    private final MonotonicClock clock;
    private final DoubleSupplier random;

    private @Nullable Link current;
    private @Nullable Link successor;
    private long connectAtMs;
    private long rotateAtMs = NEVER;
    private long dropOldAtMs = NEVER;
    private int failures;
    private boolean closed;

    /**
     * @param address a combined connection for the streams of one route
     * @param watched those among the streams that must speak within the time limits; never forced orders
     * @param random uniform in [0, 1), for back-off and rotation
     */
    public BinanceMarketSocket(
            URI address,
            Collection<MarketStream> watched,
            SocketConnector connector,
            MarketListener market,
            SocketSettings settings,
            MonotonicClock clock,
            DoubleSupplier random) {
        this.address = address;
        this.watched = List.copyOf(watched);
        this.connector = connector;
        this.market = market;
        this.settings = settings;
        this.clock = clock;
        this.random = random;
        this.connectAtMs = clock.nowMs();
    }

    /** Does what time demands: opens, gives up, rotates. Cheap; call it often. */
    public synchronized void check() {
        if (closed) {
            return;
        }
        long nowMs = clock.nowMs();
        if (current == null) {
            connectWhenDue(nowMs);
            return;
        }
        Link link = current;
        link.fault(settings).ifPresentOrElse(reason -> lose(link, reason, nowMs), () -> keep(link, nowMs));
    }

    private void connectWhenDue(long nowMs) {
        if (nowMs >= connectAtMs) {
            rotateAtMs = NEVER;
            current = open(true);
        }
    }

    private Link open(boolean announced) {
        return new Link(address, connector, market, clock, watched, announced);
    }

    private void lose(Link lost, String reason, long nowMs) {
        lost.abort();
        market.onLost(reason);
        Link standby = successor;
        endRotation();
        if (standby != null && standby.proven() && standby.fault(settings).isEmpty()) {
            // The old one ended before the hand-over was complete; what it had not delivered yet may be missing.
            current = standby;
            market.onConnected();
            return;
        }
        if (standby != null) {
            standby.abort();
        }
        current = null;
        connectAtMs = nowMs + settings.reconnect().delayMs(failures, random.getAsDouble());
        failures++;
    }

    private void keep(Link link, long nowMs) {
        if (link.proven()) {
            failures = 0;
        }
        if (rotateAtMs == NEVER && link.isOpen()) {
            rotateAtMs = link.openedMs()
                    + settings.rotateAfterMs()
                    - (long) (settings.rotateJitterMs() * random.getAsDouble());
        }
        if (nowMs >= rotateAtMs || (link.isShuttingDown() && nowMs >= connectAtMs)) {
            rotate(link, nowMs);
        }
    }

    private void rotate(Link old, long nowMs) {
        if (successor == null) {
            successor = open(false);
        } else if (successor.fault(settings).isPresent()) {
            successor.abort();
            endRotation();
            rotateAtMs = nowMs + settings.reconnect().capMs();
            // An announced end doesn't wait that long: a few successors are tried, in the pace of reconnects.
            connectAtMs = nowMs + settings.reconnect().baseMs();
        } else if (nowMs >= dropOldAtMs) {
            current = successor;
            old.abort();
            endRotation();
            market.onRotated();
        } else if (dropOldAtMs == NEVER && successor.proven()) {
            dropOldAtMs = nowMs + settings.overlapMs();
        }
    }

    private void endRotation() {
        successor = null;
        dropOldAtMs = NEVER;
        rotateAtMs = NEVER;
    }

    /** Ends the connections; nothing is delivered or opened afterwards. */
    @Override
    public synchronized void close() {
        closed = true;
        if (current != null) {
            current.abort();
        }
        if (successor != null) {
            successor.abort();
        }
    }
}
