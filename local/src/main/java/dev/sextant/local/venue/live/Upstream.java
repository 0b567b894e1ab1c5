package dev.sextant.local.venue.live;

import dev.sextant.domain.market.Symbol;
import dev.sextant.venues.binance.market.BinanceEndpoints;
import dev.sextant.venues.binance.market.MarketStream;
import dev.sextant.venues.binance.market.MarketStream.Kind;
import dev.sextant.venues.binance.market.MarketStream.Route;
import dev.sextant.venues.binance.market.StreamParser;
import dev.sextant.venues.binance.market.rest.BinanceMarketRest;
import dev.sextant.venues.binance.market.rest.RateBudget;
import dev.sextant.venues.binance.market.rest.ReadPatience;
import dev.sextant.venues.binance.market.socket.BinanceMarketSocket;
import dev.sextant.venues.binance.market.socket.MarketListener;
import dev.sextant.venues.binance.market.socket.SocketSettings;
import dev.sextant.venues.http.JdkHttpGet;
import dev.sextant.venues.http.JdkSocketConnector;
import dev.sextant.venues.http.MonotonicClock;
import dev.sextant.venues.http.Sleeper;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** The client's side of the exchange: REST, and the two sockets, because it serves streams under two routes. */
final class Upstream implements AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    /** {@code exchangeInfo} of all symbols is near 2 MB. */
    private static final long MAX_BODY_BYTES = 16L * 1024 * 1024;

    private final BinanceEndpoints endpoints;
    private final HttpClient http = JdkHttpGet.newClient(CONNECT_TIMEOUT);
    private final BinanceMarketRest rest;

    Upstream(BinanceEndpoints endpoints) {
        this.endpoints = endpoints;
        this.rest = new BinanceMarketRest(
                endpoints,
                new JdkHttpGet(http, MAX_BODY_BYTES),
                new RateBudget(System::currentTimeMillis),
                ReadPatience.brisk(),
                Sleeper.real(),
                () -> ThreadLocalRandom.current().nextDouble());
    }

    BinanceMarketRest rest() {
        return rest;
    }

    /** The route of trades and mark prices. Opens nothing before its first check. */
    BinanceMarketSocket trades(Symbol symbol, MarketListener listener, SocketSettings settings, MonotonicClock clock) {
        return socket(Route.MARKET, symbol, List.of(Kind.AGG_TRADE, Kind.MARK_PRICE), listener, settings, clock);
    }

    /** The route of the book. Opens nothing before its first check. */
    BinanceMarketSocket book(Symbol symbol, MarketListener listener, SocketSettings settings, MonotonicClock clock) {
        return socket(Route.PUBLIC, symbol, List.of(Kind.BOOK_TICKER, Kind.DEPTH), listener, settings, clock);
    }

    private BinanceMarketSocket socket(
            Route route,
            Symbol symbol,
            List<Kind> kinds,
            MarketListener listener,
            SocketSettings settings,
            MonotonicClock clock) {
        List<MarketStream> streams =
                kinds.stream().map(kind -> new MarketStream(kind, symbol)).toList();
        return new BinanceMarketSocket(
                endpoints.streams(route, streams),
                streams,
                new JdkSocketConnector(http, CONNECT_TIMEOUT, StreamParser.MAX_CHARS),
                listener,
                settings,
                clock,
                () -> ThreadLocalRandom.current().nextDouble());
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
