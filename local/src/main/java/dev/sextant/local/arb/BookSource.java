package dev.sextant.local.arb;

import dev.sextant.local.venue.kraken.KrakenVenueServer;
import dev.sextant.local.venue.kraken.MadeMarket;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Where live books come from: a venue's address, or a made-up market on loopback that goes by itself until it is closed. */
public final class BookSource implements AutoCloseable {

    private static final long STEP_MS = 20;

    private final URI address;
    private final @Nullable KrakenVenueServer server;
    private final @Nullable ScheduledExecutorService steps;

    private BookSource(URI address, @Nullable KrakenVenueServer server, @Nullable ScheduledExecutorService steps) {
        this.address = address;
        this.server = server;
        this.steps = steps;
    }

    /** A venue. */
    public static BookSource at(URI address) {
        return new BookSource(address, null, null);
    }

    /** A made-up market of this seed. */
    public static BookSource madeUp(long seed) throws InterruptedException {
        MadeMarket market = new MadeMarket(seed, System.currentTimeMillis());
        KrakenVenueServer server = new KrakenVenueServer(market, System::currentTimeMillis);
        ScheduledExecutorService steps = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("made-market").factory());
        var _ = steps.scheduleWithFixedDelay(server::step, STEP_MS, STEP_MS, TimeUnit.MILLISECONDS);
        return new BookSource(server.address(), server, steps);
    }

    /** The made-up venue, to be given an account; empty where the books are another's. */
    public Optional<KrakenVenueServer> madeUpVenue() {
        return Optional.ofNullable(server);
    }

    /** The public WebSocket. */
    public URI address() {
        return address;
    }

    @Override
    public void close() {
        if (steps != null) {
            steps.shutdownNow();
        }
        if (server != null) {
            server.close();
        }
    }
}
