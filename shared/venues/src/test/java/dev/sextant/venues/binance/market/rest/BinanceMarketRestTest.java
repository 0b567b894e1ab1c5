package dev.sextant.venues.binance.market.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpServer;
import dev.sextant.domain.market.Symbol;
import dev.sextant.venues.binance.market.BinanceEndpoints;
import dev.sextant.venues.http.JdkHttpGet;
import dev.sextant.venues.http.Sleeper;
import dev.sextant.venues.http.VenueReadException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Over a real loopback socket: what is asked, word for word. */
class BinanceMarketRestTest {

    private static final Symbol BTC = new Symbol("BTCUSDT");

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final HttpClient client = JdkHttpGet.newClient(Duration.ofSeconds(10));
    private volatile String answer = "[]";
    private HttpServer server;
    private BinanceMarketRest rest;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        rest = new BinanceMarketRest(
                BinanceEndpoints.of(base, URI.create("ws://127.0.0.1:1")),
                new JdkHttpGet(client, 1_000_000),
                new RateBudget(() -> 1_750_000_020_000L),
                ReadPatience.brisk(),
                Sleeper.real(),
                () -> 0);
    }

    @AfterEach
    void stop() {
        server.stop(0);
        client.close();
    }

    @Test
    void eachReadAsksItsEndpoint() throws Exception {
        rest.aggTradesFrom(BTC, 41, 1_000);
        rest.aggTradesBetween(BTC, 5, 9);
        rest.fundingRate(BTC, 7, 100);
        rest.openInterestHist(BTC, 1);
        rest.globalLongShortAccountRatio(BTC, 1);
        rest.topLongShortPositionRatio(new Symbol("币USDT"), 2);

        assertEquals(
                List.of(
                        "/fapi/v1/aggTrades?symbol=BTCUSDT&fromId=41&limit=1000",
                        "/fapi/v1/aggTrades?symbol=BTCUSDT&startTime=5&endTime=9&limit=1000",
                        "/fapi/v1/fundingRate?symbol=BTCUSDT&startTime=7&limit=100",
                        "/futures/data/openInterestHist?symbol=BTCUSDT&period=5m&limit=1",
                        "/futures/data/globalLongShortAccountRatio?symbol=BTCUSDT&period=5m&limit=1",
                        "/futures/data/topLongShortPositionRatio?symbol=%E5%B8%81USDT&period=5m&limit=2"),
                asked);
    }

    @Test
    void valuesComeBack() throws Exception {
        answer = "{\"serverTime\":1750000000123}";
        assertEquals(1_750_000_000_123L, rest.serverTimeMs());
        answer = "{\"lastUpdateId\":5,\"bids\":[],\"asks\":[]}";
        assertEquals(5, rest.depth(BTC).lastUpdateId());
    }

    @Test
    void anAnswerThatMakesNoSenseIsAFailureOfItsOwnKind() {
        answer = "<html>";
        VenueReadException failure = assertThrows(VenueReadException.class, () -> rest.premiumIndex(BTC));
        assertEquals(VenueReadException.Kind.MALFORMED, failure.kind());
    }
}
