package dev.sextant.local.venue.kraken.follow;

import dev.sextant.domain.time.EpochClock;
import dev.sextant.ingest.kraken.FeedSettings;
import dev.sextant.ingest.kraken.KrakenFeed;
import dev.sextant.ingest.kraken.KrakenSocket;
import dev.sextant.venues.http.Backoff;
import dev.sextant.venues.http.MonotonicClock;
import dev.sextant.venues.http.SocketConnector;
import java.net.URI;
import java.util.concurrent.ThreadLocalRandom;

/** The connection to a venue whose books are relayed. Whoever owns it calls {@link #check} every quarter of a second or so. */
public final class BookRelay implements AutoCloseable {

    private final RelayedBooks books;
    private final KrakenSocket socket;

    /**
     * A relay that connects with the first {@link #check}.
     *
     * @param address the venue's public WebSocket
     * @param time the wall's clock: when messages came
     */
    public BookRelay(
            URI address, FeedSettings settings, SocketConnector connector, MonotonicClock clock, EpochClock time) {
        books = new RelayedBooks(time);
        socket = new KrakenSocket(
                address,
                connector,
                new KrakenFeed(settings, books, BookRelay::random),
                new Backoff(1_000, 30_000),
                clock,
                time,
                BookRelay::random);
    }

    private static double random() {
        return ThreadLocalRandom.current().nextDouble();
    }

    /** The books, for a venue on loopback. */
    public RelayedBooks books() {
        return books;
    }

    /** Keeps the connection. */
    public void check() {
        socket.check();
    }

    @Override
    public void close() {
        socket.close();
    }
}
