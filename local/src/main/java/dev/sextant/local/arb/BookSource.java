package dev.sextant.local.arb;

import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.ingest.kraken.FeedSettings;
import dev.sextant.local.venue.kraken.KrakenVenueServer;
import dev.sextant.local.venue.kraken.MadeMarket;
import dev.sextant.local.venue.kraken.VenueBooks;
import dev.sextant.local.venue.kraken.follow.BookRelay;
import dev.sextant.local.venue.kraken.follow.CapturedBooks;
import dev.sextant.venues.http.JdkSocketConnector;
import dev.sextant.venues.http.MonotonicClock;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Where live books come from: a venue's address, or a venue on loopback that goes by itself until it is closed, over a
 * made-up market, another venue's books, or recorded ones.
 */
public final class BookSource implements AutoCloseable {

    private static final long STEP_MS = 20;
    private static final long CHECK_MS = 250;
    private static final int MAX_CHARS = 16 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI address;
    private final @Nullable KrakenVenueServer server;

    /** What is behind it, to be stopped in the opposite order. */
    private final Deque<Runnable> parts;

    private BookSource(URI address, @Nullable KrakenVenueServer server, Deque<Runnable> parts) {
        this.address = address;
        this.server = server;
        this.parts = parts;
    }

    /** A venue. */
    public static BookSource at(URI address) {
        return new BookSource(address, null, new ArrayDeque<>());
    }

    /** A made-up market of this seed. */
    public static BookSource madeUp(long seed) throws InterruptedException {
        return serving(new MadeMarket(seed, System.currentTimeMillis()), new ArrayDeque<>());
    }

    /**
     * Another venue's books, relayed: with a private side beside it, paper trading on them.
     *
     * @param address the venue's public WebSocket
     * @param patience how long it may take to tell its pairs
     * @throws VenueUnavailableException when it has not by then
     */
    public static BookSource relayed(URI address, FeedSettings settings, Duration patience)
            throws InterruptedException, VenueUnavailableException {
        Deque<Runnable> parts = new ArrayDeque<>();
        HttpClient http = HttpClient.newHttpClient();
        parts.push(http::shutdownNow);
        BookRelay relay = new BookRelay(
                address,
                settings,
                new JdkSocketConnector(http, PATIENCE, MAX_CHARS),
                MonotonicClock.system(),
                System::currentTimeMillis);
        parts.push(relay::close);
        ScheduledExecutorService checks = timer("book-relay", parts);
        var _ = checks.scheduleWithFixedDelay(relay::check, 0, CHECK_MS, TimeUnit.MILLISECONDS);
        if (!relay.books().awaitPairs(patience)) {
            parts.forEach(Runnable::run);
            throw new VenueUnavailableException(
                    "Kraken at " + address + " told no pairs within " + patience.toSeconds() + " s");
        }
        BookSource source = serving(relay.books(), parts);
        if (source.server != null) {
            relay.books().onNews(source.server::step);
        }
        return source;
    }

    /**
     * Recorded books, from where they stand on.
     *
     * @param position is told each second how far they were played, in the recording's time
     */
    public static BookSource played(CapturedBooks books, LongConsumer position) throws InterruptedException {
        Deque<Runnable> parts = new ArrayDeque<>();
        parts.push(books::close);
        BookSource source = serving(books, parts);
        KrakenVenueServer server = source.server;
        if (server != null) {
            var _ = timer("book-cursor", parts)
                    .scheduleWithFixedDelay(() -> position.accept(positionOf(books, server)), 1, 1, TimeUnit.SECONDS);
        }
        return source;
    }

    private static long positionOf(CapturedBooks books, KrakenVenueServer stepping) {
        synchronized (stepping) {
            return books.positionMs();
        }
    }

    private static BookSource serving(VenueBooks books, Deque<Runnable> parts) throws InterruptedException {
        KrakenVenueServer server = new KrakenVenueServer(books, System::currentTimeMillis);
        parts.push(server::close);
        ScheduledExecutorService steps = timer("venue-books", parts);
        var _ = steps.scheduleWithFixedDelay(server::step, STEP_MS, STEP_MS, TimeUnit.MILLISECONDS);
        return new BookSource(server.address(), server, parts);
    }

    private static ScheduledExecutorService timer(String name, Deque<Runnable> parts) {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
        parts.push(timer::shutdownNow);
        return timer;
    }

    /** The venue on loopback, to be given an account; empty where the books are another's. */
    public Optional<KrakenVenueServer> venue() {
        return Optional.ofNullable(server);
    }

    /** The public WebSocket. */
    public URI address() {
        return address;
    }

    @Override
    public void close() {
        parts.forEach(Runnable::run);
        parts.clear();
    }
}
