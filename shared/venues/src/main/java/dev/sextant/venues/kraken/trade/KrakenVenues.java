package dev.sextant.venues.kraken.trade;

import dev.sextant.domain.order.NonceSource;
import dev.sextant.domain.time.EpochClock;
import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.venues.http.MonotonicClock;
import dev.sextant.venues.http.Sleeper;
import dev.sextant.venues.kraken.trade.rate.RestCounter;
import dev.sextant.venues.kraken.trade.rate.Tier;
import dev.sextant.venues.kraken.trade.time.KrakenClock;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;

/** Makes the trading side of Kraken with this machine's clocks. Called at start by who places or reconciles there. */
public final class KrakenVenues {

    private KrakenVenues() {}

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
