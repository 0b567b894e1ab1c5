package dev.sextant.venues.binance.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sextant.domain.market.Symbol;
import dev.sextant.venues.binance.market.MarketStream.Kind;
import dev.sextant.venues.binance.market.MarketStream.Route;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class BinanceEndpointsTest {

    private static final Symbol BTC = new Symbol("BTCUSDT");

    @Test
    void streamsAreNamedInLowerCaseUnderTheirRoute() {
        BinanceEndpoints production = BinanceEndpoints.production();
        assertEquals(
                "wss://fstream.binance.com/market/stream?streams=btcusdt@aggTrade/btcusdt@markPrice@1s/btcusdt@forceOrder",
                production
                        .streams(
                                Route.MARKET,
                                List.of(
                                        new MarketStream(Kind.AGG_TRADE, BTC),
                                        new MarketStream(Kind.MARK_PRICE, BTC),
                                        new MarketStream(Kind.FORCE_ORDER, BTC)))
                        .toString());
        assertEquals(
                "wss://fstream.binance.com/public/stream?streams=btcusdt@bookTicker/btcusdt@depth@100ms",
                production
                        .streams(
                                Route.PUBLIC,
                                List.of(new MarketStream(Kind.BOOK_TICKER, BTC), new MarketStream(Kind.DEPTH, BTC)))
                        .toString());
    }

    @Test
    void aSymbolOutsideAsciiIsEncoded() {
        URI address = BinanceEndpoints.testnet()
                .streams(Route.MARKET, List.of(new MarketStream(Kind.AGG_TRADE, new Symbol("币USDT"))));
        assertEquals(
                "wss://fstream.binancefuture.com/market/stream?streams=%E5%B8%81usdt@aggTrade", address.toString());
    }

    @Test
    void aStreamOfAnotherRouteIsRefusedBecauseItWouldStaySilent() {
        List<MarketStream> streams = List.of(new MarketStream(Kind.BOOK_TICKER, BTC));
        assertEquals(
                "btcusdt@bookTicker is served under PUBLIC, not under MARKET",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> BinanceEndpoints.production().streams(Route.MARKET, streams))
                        .getMessage());
    }

    @Test
    void aBaseThatIsNoneIsRefused() {
        URI right = URI.create("ws://127.0.0.1:9000");
        for (String wrong : List.of("127.0.0.1:9000", "ftp://host", "http://host/", "/fapi")) {
            assertThrows(IllegalArgumentException.class, () -> BinanceEndpoints.of(URI.create(wrong), right), wrong);
        }
    }
}
