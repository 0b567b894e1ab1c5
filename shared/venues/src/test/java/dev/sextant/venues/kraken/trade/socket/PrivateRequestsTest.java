package dev.sextant.venues.kraken.trade.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.Price;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.Side;
import dev.sextant.venues.kraken.trade.KrakenOrder;
import dev.sextant.venues.kraken.trade.SocketToken;
import dev.sextant.venues.kraken.trade.TimeInForce;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrivateRequestsTest {

    static final long NOW_MS = 1_767_225_600_000L;

    private final PrivateRequests requests = new PrivateRequests(new SocketToken("to\"ken", 900));

    static KrakenOrder order(String id, String pair) {
        return new KrakenOrder(
                new Symbol(pair), id, Side.BUY, Quantity.of("1.2"), Price.of("0.00000004"), TimeInForce.GTC);
    }

    @Test
    void anOrderHasItsIdItsDeadlineAndPlainNumbers() {
        assertEquals(
                "{\"method\":\"add_order\",\"params\":{\"order_type\":\"limit\",\"side\":\"buy\",\"order_qty\":1.2,"
                        + "\"limit_price\":0.00000004,\"time_in_force\":\"gtc\",\"cl_ord_id\":\"b1-000123\","
                        + "\"fee_preference\":\"quote\",\"symbol\":\"BTC/USD\",\"deadline\":\"2026-01-01T00:00:02.000Z\","
                        + "\"token\":\"to\\\"ken\"},\"req_id\":7}",
                requests.addOrder(order("b1-000123", "BTC/USD"), NOW_MS, 2_000, 7));
        KrakenOrder order = order("b1", "BTC/USD");
        assertThrows(IllegalArgumentException.class, () -> requests.addOrder(order, NOW_MS, 499, 7));
        assertThrows(IllegalArgumentException.class, () -> requests.addOrder(order, NOW_MS, 60_001, 7));
        assertThrows(IllegalArgumentException.class, () -> requests.addOrder(order, NOW_MS, 500, -1));
    }

    @Test
    void aBatchIsOfOnePair() {
        String text = requests.addOrders(List.of(order("a", "BTC/USD"), order("b", "BTC/USD")), NOW_MS, 500, 1);
        assertEquals(
                "{\"method\":\"batch_add\",\"params\":{\"symbol\":\"BTC/USD\",\"deadline\":\"2026-01-01T00:00:00.500Z\","
                        + "\"orders\":[{\"order_type\":\"limit\",\"side\":\"buy\",\"order_qty\":1.2,\"limit_price\":0.00000004,"
                        + "\"time_in_force\":\"gtc\",\"cl_ord_id\":\"a\",\"fee_preference\":\"quote\"},",
                text.substring(0, text.indexOf("{\"order_type\"", 140)));
        List<KrakenOrder> two = List.of(order("a", "BTC/USD"), order("b", "ETH/USD"));
        assertThrows(IllegalArgumentException.class, () -> requests.addOrders(two, NOW_MS, 500, 1));
        List<KrakenOrder> one = two.subList(0, 1);
        assertThrows(IllegalArgumentException.class, () -> requests.addOrders(one, NOW_MS, 500, 1));
    }

    @Test
    void cancelsTheSwitchAndSubscriptionsAreWrittenAsDocumented() {
        String token = ",\"token\":\"to\\\"ken\"},\"req_id\":1}";
        assertEquals(
                "{\"method\":\"cancel_order\",\"params\":{\"cl_ord_id\":[\"a\",\"b\"]" + token,
                requests.cancel(List.of("a", "b"), 1));
        assertEquals(
                "{\"method\":\"cancel_order\",\"params\":{\"order_id\":[\"OABCDE-12345-FGHIJ\"]" + token,
                requests.cancelByVenueIds(List.of("OABCDE-12345-FGHIJ"), 1));
        assertEquals(
                "{\"method\":\"cancel_all\",\"params\":{\"token\":\"to\\\"ken\"},\"req_id\":1}", requests.cancelAll(1));
        assertEquals(
                "{\"method\":\"cancel_all_orders_after\",\"params\":{\"timeout\":60" + token,
                requests.cancelAllAfter(60, 1));
        assertEquals(
                "{\"method\":\"subscribe\",\"params\":{\"channel\":\"executions\",\"snap_orders\":true,"
                        + "\"snap_trades\":true,\"order_status\":true,\"ratecounter\":true" + token,
                requests.subscribeExecutions(1));
        assertEquals(
                "{\"method\":\"subscribe\",\"params\":{\"channel\":\"balances\",\"snapshot\":true" + token,
                requests.subscribeBalances(1));
        assertEquals("PrivateRequests[***]", requests.toString());
        assertThrows(IllegalArgumentException.class, () -> requests.cancel(List.of(), 1));
        assertThrows(IllegalArgumentException.class, () -> requests.cancel(List.of("a b"), 1));
    }
}
