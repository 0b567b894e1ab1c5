package dev.sextant.ingest.kraken;

import dev.sextant.domain.time.EpochClock;
import dev.sextant.venues.http.Backoff;
import dev.sextant.venues.http.MonotonicClock;
import dev.sextant.venues.http.SocketConnection;
import dev.sextant.venues.http.SocketConnector;
import dev.sextant.venues.http.SocketListener;
import java.net.URI;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The connection of a {@link KrakenFeed}, opened again when it ends. Has no thread of its own: the owner calls {@link
 * #check} every quarter of a second or so. The venue lets an address connect 150 times in ten minutes; the back-off stays
 * far below. The feed's times are epoch milliseconds of the connection's beginning that go on by the monotonic clock.
 */
public final class KrakenSocket implements AutoCloseable {

    private static final long CONNECT_MS = 10_000;

    private final URI address;
    private final SocketConnector connector;
    private final KrakenFeed feed;
    private final Backoff backoff;
    private final MonotonicClock clock;
    private final AnchoredTime time;
    private final DoubleSupplier random;
    private @Nullable Link link;
    private long connectAtMs;
    private int failures;
    private boolean closed;

    /**
     * @param clock by which everything ages
     * @param time the wall's clock, which says when a connection began; when it is set, another connection is opened
     * @param random uniform in [0, 1), for back-off
     */
    public KrakenSocket(
            URI address,
            SocketConnector connector,
            KrakenFeed feed,
            Backoff backoff,
            MonotonicClock clock,
            EpochClock time,
            DoubleSupplier random) {
        this.address = address;
        this.connector = connector;
        this.feed = feed;
        this.backoff = backoff;
        this.clock = clock;
        this.time = new AnchoredTime(clock, time);
        this.random = random;
        this.connectAtMs = clock.nowMs();
    }

    /** Does what time demands. */
    public synchronized void check() {
        if (closed) {
            return;
        }
        long nowMs = clock.nowMs();
        if (link == null && nowMs >= connectAtMs) {
            link = new Link(nowMs);
            link.connection = connector.open(address, link);
        } else if (link != null && !link.open && nowMs - link.sinceMs > CONNECT_MS) {
            link.drop("no connection after " + CONNECT_MS + " ms");
        } else if (link != null && link.open && isInTime(link)) {
            feed.tick(time.nowMs());
        }
    }

    /** Gives a connection up whose times are no longer those of the wall's clock; the next one has them right. */
    private boolean isInTime(Link of) {
        if (time.isOff()) {
            of.drop("the clock was set by " + time.wallAheadMs() + " ms, or the machine has slept");
            return false;
        }
        return true;
    }

    /** How the feed has fared. */
    public synchronized FeedStatus status() {
        return feed.status(time.nowMs());
    }

    /** Reads books while no message changes them. From any thread; short. */
    public synchronized <T> T still(Supplier<T> read) {
        return read.get();
    }

    private synchronized void over(Link ended, String reason) {
        if (link != ended) {
            return;
        }
        link = null;
        feed.lost(reason, time.nowMs());
        connectAtMs = clock.nowMs() + backoff.delayMs(failures, random.getAsDouble());
        failures++;
    }

    /** Ends the connection; none is opened afterwards, and the feed is told of nothing any more. */
    @Override
    public void close() {
        SocketConnection last;
        synchronized (this) {
            closed = true;
            last = link == null ? null : link.connection;
            link = null;
        }
        if (last != null) {
            last.abort();
        }
    }

    /** One connection, from its opening on. */
    private final class Link implements SocketListener, KrakenFeed.Wire {
        private final long sinceMs;
        private @Nullable SocketConnection connection;
        private boolean open;

        Link(long sinceMs) {
            this.sinceMs = sinceMs;
        }

        @Override
        public void onOpen() {
            synchronized (KrakenSocket.this) {
                open = true;
                if (link == this) {
                    time.anchor();
                    feed.opened(this, time.nowMs());
                }
            }
        }

        @Override
        public void onText(String text) {
            synchronized (KrakenSocket.this) {
                if (link == this && isInTime(this)) {
                    failures = 0;
                    feed.text(text, time.nowMs());
                }
            }
        }

        @Override
        public void onOversized(long chars) {
            drop("a message of " + chars + " characters");
        }

        @Override
        public void onClosed(String reason) {
            over(this, reason);
        }

        @Override
        public void send(String text) {
            SocketConnection to = connection;
            if (to != null) {
                to.send(text);
            }
        }

        @Override
        public void drop(String reason) {
            over(this, reason);
            SocketConnection to = connection;
            if (to != null) {
                to.abort();
            }
        }
    }
}
