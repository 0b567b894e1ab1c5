package dev.sextant.venues.kraken.trade.live;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.order.NonceSource;
import dev.sextant.domain.time.EpochClock;
import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.venues.http.Backoff;
import dev.sextant.venues.http.JdkHttpGet;
import dev.sextant.venues.http.JdkSocketConnector;
import dev.sextant.venues.http.MonotonicClock;
import dev.sextant.venues.kraken.trade.FeeRates;
import dev.sextant.venues.kraken.trade.JdkKrakenTransport;
import dev.sextant.venues.kraken.trade.KrakenCredentials;
import dev.sextant.venues.kraken.trade.KrakenTradeSettings;
import dev.sextant.venues.kraken.trade.KrakenVenue;
import dev.sextant.venues.kraken.trade.KrakenVenues;
import dev.sextant.venues.kraken.trade.rate.Tier;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A Kraken account with its connections and the thread that keeps them. There is one of these for a key. */
public final class KrakenTrading implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KrakenTrading.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long CHECK_MS = 250;
    private static final int MOST_CHARS = 16 * 1024 * 1024;

    /** From signing to the deadline of an order. */
    private static final long LIFE_MS = 2_000;

    private final HttpClient http = JdkHttpGet.newClient(PATIENCE);
    private final JdkKrakenTransport transport;
    private final KrakenVenue rest;
    private final KrakenStream stream;
    private final StreamedKraken venue;
    private final ScheduledExecutorService checks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("kraken-private").factory());

    /** Where an account is traded: {@code https://api.kraken.com} and {@code wss://ws-auth.kraken.com/v2}, or a venue server. */
    public record Addresses(URI rest, URI socket) {}

    /**
     * Reads the pairs and begins to connect.
     *
     * @param nonces of the key
     * @param wall this machine's clock
     * @param nanos its nanoseconds that never go back, at the same pace
     * @param sent told when an order has been handed to the socket, for measuring
     * @throws VenueUnavailableException when the pairs can't be read: nothing can be sent without them
     */
    public KrakenTrading(
            Addresses addresses,
            KrakenCredentials credentials,
            NonceSource nonces,
            Tier tier,
            EpochClock wall,
            LongSupplier nanos,
            Runnable sent)
            throws VenueUnavailableException {
        transport = new JdkKrakenTransport(addresses.rest(), PATIENCE, PATIENCE);
        rest = KrakenVenues.open(KrakenTradeSettings.standard(), credentials, nonces, transport, tier, wall, nanos);
        stream = new KrakenStream(
                addresses.socket(),
                new JdkSocketConnector(http, PATIENCE, MOST_CHARS),
                rest.account()::token,
                new Backoff(1_000, 30_000),
                MonotonicClock.system(),
                () -> ThreadLocalRandom.current().nextDouble(),
                sent);
        venue = new StreamedKraken(rest, stream, LIFE_MS);
        var _ = checks.scheduleWithFixedDelay(this::check, 0, CHECK_MS, TimeUnit.MILLISECONDS);
    }

    private void check() {
        try {
            stream.check();
        } catch (RuntimeException e) {
            // The next quarter of a second looks again; without the stream orders go by REST.
            LOG.error("the private stream's round failed and goes on", e);
        }
    }

    /** The account: orders by the socket while it is live, by REST else. */
    public StreamedKraken venue() {
        return venue;
    }

    /** What the account pays in each of these pairs now. May wait. */
    public Map<Symbol, FeeRates> fees(List<Symbol> pairs) throws VenueUnavailableException {
        return rest.account().fees(pairs);
    }

    /** Whether the socket is live. */
    public boolean isStreaming() {
        return stream.isLive();
    }

    @Override
    public void close() {
        checks.shutdownNow();
        stream.close();
        transport.close();
        http.shutdownNow();
    }
}
