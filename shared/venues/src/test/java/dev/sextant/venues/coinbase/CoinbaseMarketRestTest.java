package dev.sextant.venues.coinbase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.venues.http.HttpGet;
import dev.sextant.venues.http.HttpReply;
import dev.sextant.venues.http.VenueReadException;
import dev.sextant.venues.http.VenueReadException.Kind;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoinbaseMarketRestTest {

    private static final String TICKER = """
            {"trade_id":4729088,"price":"333.99","size":"0.193","bid":"333.98","ask":"333.99",\
            "volume":"5957.11914015","time":"2015-11-14T20:46:03.511254Z","rfq_volume":"1"}""";

    private static CoinbaseMarketRest answering(int status, String body) {
        HttpHeaders none = HttpHeaders.of(Map.of(), (_, _) -> true);
        return reading((_, _) -> new HttpReply(status, none, body));
    }

    private static CoinbaseMarketRest reading(HttpGet http) {
        return new CoinbaseMarketRest(CoinbaseMarketRest.PRODUCTION, http, Duration.ofMillis(700));
    }

    private static VenueReadException refused(CoinbaseMarketRest rest) {
        return assertThrows(VenueReadException.class, () -> rest.ticker("BTC-USD"));
    }

    @Test
    void tickerHasBidAskAndTheLastTradesTime() throws Exception {
        CoinbaseTicker ticker = answering(200, TICKER).ticker("BTC-USD");

        assertEquals(
                new CoinbaseTicker("BTC-USD", new BigDecimal("333.98"), new BigDecimal("333.99"), 1_447_533_963_511L),
                ticker);
        assertEquals(new BigDecimal("333.985"), ticker.mid());
    }

    @Test
    void theAddressNamesTheProduct() throws Exception {
        URI[] asked = new URI[1];
        reading((uri, _) -> {
                    asked[0] = uri;
                    return new HttpReply(200, HttpHeaders.of(Map.of(), (_, _) -> true), TICKER);
                })
                .ticker("USDT-USD");

        assertEquals(URI.create("https://api.exchange.coinbase.com/products/USDT-USD/ticker"), asked[0]);
    }

    @ParameterizedTest
    @CsvSource({"429, THROTTLED", "403, FORBIDDEN", "451, FORBIDDEN", "404, REFUSED", "500, UNREACHABLE"})
    void statusTellsWhatToDo(int status, Kind kind) {
        assertEquals(
                kind, refused(answering(status, "{\"message\":\"NotFound\"}")).kind());
    }

    @Test
    void noAnswerIsUnreachable() {
        assertEquals(
                Kind.UNREACHABLE,
                refused(reading((_, _) -> {
                            throw new IOException("reset");
                        }))
                        .kind());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                             | bid",
                "{\"bid\":1,\"ask\":\"2\",\"time\":\"2015-11-14T20:46:03Z\"}    | bid",
                "{\"bid\":\"NaN\",\"ask\":\"2\",\"time\":\"2015-11-14T20:46:03Z\"} | bid",
                "{\"bid\":\"3\",\"ask\":\"2\",\"time\":\"2015-11-14T20:46:03Z\"} | not above the ask",
                "{\"bid\":\"0\",\"ask\":\"2\",\"time\":\"2015-11-14T20:46:03Z\"} | above 0",
                "{\"bid\":\"1\",\"ask\":\"2\",\"time\":\"yesterday\"}           | time",
                "[]                                                             | JSON object",
                "<html>                                                         | JSON"
            })
    void answerThatMakesNoSenseIsNeverAPrice(String body, String named) {
        VenueReadException refusal = refused(answering(200, body));

        assertEquals(Kind.MALFORMED, refusal.kind());
        assertTrue(String.valueOf(refusal.getMessage()).contains(named), refusal.getMessage());
    }
}
