package dev.sextant.venues.kraken.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sextant.domain.market.Symbol;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KrakenRequestsTest {

    private static final List<Symbol> ONE = List.of(new Symbol("BTC/USD"));
    private static final List<Symbol> TWO = List.of(new Symbol("BTC/USD"), new Symbol("ETH/BTC"));

    @Test
    void eachRequestIsWrittenAsTheVenueReadsIt() {
        assertEquals(
                "{\"method\":\"subscribe\",\"params\":{\"channel\":\"book\",\"symbol\":[\"BTC/USD\",\"ETH/BTC\"],"
                        + "\"depth\":25,\"snapshot\":true},\"req_id\":1}",
                KrakenRequests.subscribeBooks(TWO, 25, 1));
        assertEquals(
                "{\"method\":\"unsubscribe\",\"params\":{\"channel\":\"book\",\"symbol\":[\"BTC/USD\"],\"depth\":1000},"
                        + "\"req_id\":2}",
                KrakenRequests.unsubscribeBooks(ONE, 1_000, 2));
        assertEquals(
                "{\"method\":\"subscribe\",\"params\":{\"channel\":\"trade\",\"symbol\":[\"BTC/USD\"],"
                        + "\"snapshot\":false},\"req_id\":3}",
                KrakenRequests.subscribeTrades(ONE, false, 3));
        assertEquals(
                "{\"method\":\"unsubscribe\",\"params\":{\"channel\":\"trade\",\"symbol\":[\"BTC/USD\"]},\"req_id\":4}",
                KrakenRequests.unsubscribeTrades(ONE, 4));
        assertEquals(
                "{\"method\":\"subscribe\",\"params\":{\"channel\":\"ticker\",\"symbol\":[\"BTC/USD\"],"
                        + "\"event_trigger\":\"bbo\",\"snapshot\":true},\"req_id\":5}",
                KrakenRequests.subscribeTickers(ONE, KrakenRequests.TickerTrigger.BBO, 5));
        assertEquals(
                "{\"method\":\"subscribe\",\"params\":{\"channel\":\"instrument\",\"snapshot\":true},\"req_id\":6}",
                KrakenRequests.subscribeInstruments(6));
        assertEquals(
                "{\"method\":\"unsubscribe\",\"params\":{\"channel\":\"instrument\"},\"req_id\":7}",
                KrakenRequests.unsubscribeInstruments(7));
        assertEquals("{\"method\":\"ping\",\"req_id\":101}", KrakenRequests.ping(101));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1, 27, 50, 1_001, Integer.MAX_VALUE})
    void aDepthTheVenueDoesNotHaveIsRefused(int depth) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> KrakenRequests.subscribeBooks(ONE, depth, 1));
        assertEquals("depth is " + depth + ", expected one of [10, 25, 100, 500, 1000]", refusal.getMessage());
    }

    @Test
    void aRequestForNothingAndAnImpossibleIdAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> KrakenRequests.subscribeTrades(List.of(), true, 1));
        assertThrows(IllegalArgumentException.class, () -> KrakenRequests.ping(1_000_000_000_000_000_000L));
        assertEquals("{\"method\":\"ping\",\"req_id\":0}", KrakenRequests.ping(0));
        var refusal = assertThrows(IllegalArgumentException.class, () -> KrakenRequests.ping(-1));
        assertEquals("reqId is -1, expected 0 to 999999999999999999", refusal.getMessage());
    }
}
