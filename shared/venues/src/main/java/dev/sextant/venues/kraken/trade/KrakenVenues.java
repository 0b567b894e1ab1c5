package dev.sextant.venues.kraken.trade;

import dev.sextant.domain.order.NonceSource;
import dev.sextant.domain.time.EpochClock;
import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.venues.http.MonotonicClock;
import dev.sextant.venues.http.Sleeper;
import dev.sextant.venues.kraken.trade.rate.RestCounter;
import dev.sextant.venues.kraken.trade.rate.Tier;
import dev.sextant.venues.kraken.trade.time.KrakenClock;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** Makes the trading side of Kraken with this machine's clocks. Called at start by who places or reconciles there. */
public final class KrakenVenues {

    private static final String PREFIX = "SEXTANT_KRAKEN";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private KrakenVenues() {}

    /**
     * The account that the variables {@code SEXTANT_KRAKEN_…} name, over REST alone: {@code REST_URL}, {@code API_KEY},
     * {@code API_SECRET} and {@code TIER} (starter where it is not said). They are checked now, nothing is asked before the
     * first use. Lives as long as the process.
     *
     * @param environment usually {@link System#getenv()}
     * @param nonces of a key
     * @throws IllegalArgumentException naming a variable that is missing or can't be, or an address of another mode
     */
    public static LazyKraken fromEnvironment(Map<String, String> environment, Function<String, NonceSource> nonces) {
        String base = environment.getOrDefault(PREFIX + "_REST_URL", "");
        if (base.isBlank()) {
            throw new IllegalArgumentException(
                    PREFIX + "_REST_URL is missing, expected the venue's base address, https://…");
        }
        URI rest = URI.create(base);
        KrakenModeCheck.require(environment, rest);
        KrakenCredentials credentials = KrakenCredentials.fromEnvironment(environment, PREFIX);
        Tier tier = Tier.named(PREFIX + "_TIER", environment.getOrDefault(PREFIX + "_TIER", "starter"));
        return new LazyKraken(() -> open(rest, credentials, nonces.apply(credentials.apiKey()), tier));
    }

    private static KrakenVenue open(URI rest, KrakenCredentials credentials, NonceSource nonces, Tier tier)
            throws VenueUnavailableException {
        JdkKrakenTransport transport = new JdkKrakenTransport(rest, PATIENCE, PATIENCE);
        try {
            return open(
                    KrakenTradeSettings.standard(),
                    credentials,
                    nonces,
                    transport,
                    tier,
                    System::currentTimeMillis,
                    System::nanoTime);
        } catch (VenueUnavailableException e) {
            transport.close();
            throw e;
        }
    }

    /**
     * The same for who trades: it is not opened with a key that can move money out of the account.
     *
     * @throws IllegalArgumentException naming a variable that is missing or can't be, or an address of another mode
     */
    public static LazyKraken ofTrader(Map<String, String> environment, Function<String, NonceSource> nonces) {
        LazyKraken kraken = fromEnvironment(environment, nonces);
        return new LazyKraken(() -> {
            KrakenVenue venue = kraken.open();
            Optional<String> refusal = KeyWords.refusal(venue.account().keyInfo());
            if (refusal.isPresent()) {
                throw new VenueUnavailableException("nothing is sent: " + refusal.get());
            }
            return venue;
        });
    }

    /**
     * Reads the pairs and gives the venue. There must be one of these for a key.
     *
     * @param nonces of the key
     * @param wall this machine's clock
     * @param nanos its nanoseconds that never go back, at the same pace
     * @param transport stays the caller's to close
     * @throws VenueUnavailableException when the pairs can't be read: nothing can be sent without them
     */
    public static KrakenVenue open(
            KrakenTradeSettings settings,
            KrakenCredentials credentials,
            NonceSource nonces,
            KrakenTransport transport,
            Tier tier,
            EpochClock wall,
            LongSupplier nanos)
            throws VenueUnavailableException {
        MonotonicClock monotonic = () -> nanos.getAsLong() / 1_000_000;
        Pacing pacing = new Pacing(
                new RestCounter(tier, monotonic.nowMs()),
                monotonic,
                Sleeper.real(),
                () -> ThreadLocalRandom.current().nextDouble());
        KrakenMarket market = new KrakenMarket(settings, transport, pacing);
        KrakenAccount account =
                new KrakenAccount(settings, credentials, nonces, transport, pacing, new KrakenNames(market.pairs()));
        KrakenClock clock = new KrakenClock(market::timeSeconds, nanos, wall);
        return new KrakenVenue(account, clock, wall);
    }
}
