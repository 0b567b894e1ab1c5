package dev.sextant.venues.kraken.trade;

import static dev.sextant.venues.kraken.trade.ScriptedKraken.NOW_MS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.Price;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.OrderRequest;
import dev.sextant.domain.order.OrderType;
import dev.sextant.domain.order.Side;
import dev.sextant.domain.venue.Cancellation;
import dev.sextant.domain.venue.Lookup;
import dev.sextant.domain.venue.Placement;
import dev.sextant.venues.kraken.trade.time.KrakenClock;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KrakenVenueTest {

    private static final Symbol BTC = new Symbol("BTC/USD");
    private static final String ID = "0f9a2c1e-5b7d-8e3f-9a1b-2c3d4e5f6071";

    private static KrakenVenue venue(ScriptedKraken script) {
        return new KrakenVenue(
                script.account(), new KrakenClock(() -> NOW_MS / 1_000, () -> 0, () -> NOW_MS), () -> NOW_MS);
    }

    private static OrderRequest leg(String id, boolean reduceOnly) {
        return new OrderRequest(
                BTC, id, Side.SELL, OrderType.LIMIT_IOC, Quantity.of("0.5"), null, Price.of("64000.1"), reduceOnly);
    }

    @Test
    void aLegIsALimitOrderThatTradesAtOnce() {
        ScriptedKraken script =
                ScriptedKraken.answering("{\"error\":[],\"result\":{\"txid\":[\"OAAAAA-BBBBB-CCCCCC\"]}}");
        assertInstanceOf(Placement.Accepted.class, venue(script).place(leg(ID, true), NOW_MS));
        String body = script.asked.getFirst().body();
        assertTrue(
                body.contains("&ordertype=limit&type=sell&volume=0.5&pair=XBTUSD&price=64000.1&timeinforce=IOC")
                        && body.contains("&cl_ord_id=" + ID),
                body);
    }

    @Test
    void otherKindsOfOrdersAndIdsThatCannotBeNeverLeave() {
        ScriptedKraken script = new ScriptedKraken();
        OrderRequest market =
                new OrderRequest(BTC, ID, Side.BUY, OrderType.MARKET, Quantity.of("1"), null, null, false);
        OrderRequest stop = new OrderRequest(
                BTC, ID, Side.SELL, OrderType.STOP_MARKET, Quantity.of("1"), Price.of("1"), null, true);
        for (OrderRequest request : List.of(market, stop, leg("sxabcdefghijklmnopqrstuvwx", false))) {
            Placement.Rejected refusal =
                    assertInstanceOf(Placement.Rejected.class, venue(script).place(request, NOW_MS));
            assertEquals("NOT_SENT", refusal.code());
            assertTrue(!refusal.retryable() && !refusal.halt(), refusal::toString);
        }
        assertInstanceOf(Lookup.Unknown.class, venue(script).find(BTC, "no id", OrderType.LIMIT_IOC));
        assertInstanceOf(Cancellation.Unknown.class, venue(script).cancel(BTC, "no id", OrderType.LIMIT_IOC));
        assertTrue(script.asked.isEmpty());
    }

    @Test
    void anOrderIsLookedForThirtyDaysBack() {
        ScriptedKraken script = ScriptedKraken.answering(
                "{\"error\":[],\"result\":{\"open\":{}}}", "{\"error\":[],\"result\":{\"closed\":{},\"count\":0}}");
        assertEquals(new Lookup.NotFound(), venue(script).find(BTC, ID, OrderType.LIMIT_IOC));
        assertTrue(
                script.asked.getLast().body().contains("&start=" + (NOW_MS / 1_000 - 30 * 86_400 - 60)),
                script.asked.getLast().body());
    }

    @Test
    void balancesAreTotalsAndThereAreNoPositions() throws Exception {
        ScriptedKraken script = ScriptedKraken.answering(
                "{\"error\":[],\"result\":{\"XXBT\":{\"balance\":\"1.50\",\"hold_trade\":\"0.5\"},"
                        + "\"ZUSD\":{\"balance\":\"10\",\"hold_trade\":\"0\"}}}");
        assertEquals(
                Map.of("BTC", new BigDecimal("1.50"), "USD", new BigDecimal("10")),
                venue(script).balances());
        assertEquals(List.of(), venue(script).positions());
    }

    @Test
    void openOrdersAreThoseOfThePair() throws Exception {
        String order = "{\"cl_ord_id\":\"x\",\"status\":\"open\",\"opentm\":1688583840.8648,\"descr\":{\"pair\":\"%s\","
                + "\"type\":\"sell\",\"ordertype\":\"limit\"},\"vol\":\"2\",\"vol_exec\":\"0\",\"cost\":\"0\","
                + "\"fee\":\"0\",\"oflags\":\"fciq\"}";
        ScriptedKraken script = ScriptedKraken.answering("{\"error\":[],\"result\":{\"open\":{\"OA-B-C\":"
                + order.formatted("XBTUSD") + ",\"OD-E-F\":" + order.formatted("ETHUSDT") + "}}}");
        assertEquals(
                List.of("OA-B-C"),
                venue(script).openOrders(BTC).stream()
                        .map(found -> found.venueOrderId())
                        .toList());
    }

    @Test
    void venueTimeIsTheMiddleOfTheSecond() throws Exception {
        assertEquals(NOW_MS + 500, venue(new ScriptedKraken()).venueTimeMs());
    }
}
