package dev.sextant.ingest;

import dev.sextant.domain.market.Symbol;
import dev.sextant.ingest.config.IngestConfig;
import dev.sextant.venues.binance.market.MarketStream;
import dev.sextant.venues.binance.market.MarketStream.Kind;
import dev.sextant.venues.binance.market.MarketStream.Route;
import dev.sextant.venues.binance.market.socket.BinanceMarketSocket;
import dev.sextant.venues.binance.market.socket.MarketListener;
import dev.sextant.venues.binance.market.socket.SocketSettings;
import dev.sextant.venues.http.MonotonicClock;
import dev.sextant.venues.http.SocketConnector;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/** The two sockets that the streams need, because the venue serves them under two routes. */
record VenueStreams(BinanceMarketSocket market, BinanceMarketSocket tops) implements AutoCloseable {

    static VenueStreams of(
            IngestConfig config,
            SocketConnector connector,
            MarketListener market,
            MarketListener tops,
            MonotonicClock clock,
            DoubleSupplier random) {
        SocketSettings settings = SocketSettings.standard().withStallMs(config.stallMs());
        List<MarketStream> streams = new ArrayList<>();
        List<MarketStream> watched = new ArrayList<>();
        List<MarketStream> topStreams = new ArrayList<>();
        for (Symbol symbol : config.symbols()) {
            MarketStream trades = new MarketStream(Kind.AGG_TRADE, symbol);
            MarketStream marks = new MarketStream(Kind.MARK_PRICE, symbol);
            streams.addAll(List.of(trades, marks, new MarketStream(Kind.FORCE_ORDER, symbol)));
            watched.add(marks);
            if (config.liquidSymbols().contains(symbol)) {
                watched.add(trades);
            }
            topStreams.add(new MarketStream(Kind.BOOK_TICKER, symbol));
        }
        return new VenueStreams(
                new BinanceMarketSocket(
                        config.endpoints().streams(Route.MARKET, streams),
                        watched,
                        connector,
                        market,
                        settings,
                        clock,
                        random),
                new BinanceMarketSocket(
                        config.endpoints().streams(Route.PUBLIC, topStreams),
                        topStreams,
                        connector,
                        tops,
                        settings,
                        clock,
                        random));
    }

    void check() {
        market.check();
        tops.check();
    }

    @Override
    public void close() {
        market.close();
        tops.close();
    }
}
