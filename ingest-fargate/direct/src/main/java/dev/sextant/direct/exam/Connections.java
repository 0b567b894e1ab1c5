package dev.sextant.direct.exam;

import dev.sextant.domain.order.NonceSource;
import dev.sextant.venues.http.JdkHttpGet;
import dev.sextant.venues.http.JdkSocketConnector;
import dev.sextant.venues.http.MonotonicClock;
import dev.sextant.venues.http.SocketConnector;
import dev.sextant.venues.kraken.trade.JdkKrakenTransport;
import dev.sextant.venues.kraken.trade.KrakenAccount;
import dev.sextant.venues.kraken.trade.KrakenCredentials;
import dev.sextant.venues.kraken.trade.KrakenMarket;
import dev.sextant.venues.kraken.trade.KrakenNames;
import dev.sextant.venues.kraken.trade.KrakenTradeSettings;
import dev.sextant.venues.kraken.trade.Pacing;
import dev.sextant.venues.kraken.trade.rate.RestCounter;
import dev.sextant.venues.kraken.trade.time.KrakenClock;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Both sides of Kraken, opened to be looked at. */
final class Connections implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST_CHARS = 16 * 1024 * 1024;

    private final Subject subject;
    private final Clocks clocks;
    private final HttpClient http = JdkHttpGet.newClient(PATIENCE);
    private final JdkKrakenTransport transport;
    private final KrakenMarket market;
    private final KrakenClock clock;

    Connections(Subject subject, Clocks clocks) {
        this.subject = subject;
        this.clocks = clocks;
        transport = new JdkKrakenTransport(subject.addresses().rest(), PATIENCE, PATIENCE);
        market = new KrakenMarket(KrakenTradeSettings.standard(), transport, pacing());
        clock = new KrakenClock(market::timeSeconds, clocks.nanos(), clocks.wall());
    }

    private Pacing pacing() {
        MonotonicClock monotonic = () -> clocks.nanos().getAsLong() / 1_000_000;
        return new Pacing(
                new RestCounter(subject.tier(), monotonic.nowMs()),
                monotonic,
                clocks.sleeper(),
                () -> ThreadLocalRandom.current().nextDouble());
    }

    KrakenMarket market() {
        return market;
    }

    KrakenClock clock() {
        return clock;
    }

    KrakenAccount account(KrakenCredentials key, NonceSource nonces, KrakenNames names) {
        return new KrakenAccount(KrakenTradeSettings.standard(), key, nonces, transport, pacing(), names);
    }

    SocketConnector sockets() {
        return new JdkSocketConnector(http, PATIENCE, MOST_CHARS);
    }

    @Override
    public void close() {
        transport.close();
        http.shutdownNow();
    }
}
