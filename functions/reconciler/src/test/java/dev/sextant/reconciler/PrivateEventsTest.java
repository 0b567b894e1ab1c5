package dev.sextant.reconciler;

import static dev.sextant.reconciler.MemoryDesk.ACCOUNT;
import static dev.sextant.reconciler.MemoryDesk.BTC;
import static dev.sextant.reconciler.MemoryDesk.T0;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.event.PrivateEvent;
import dev.sextant.domain.order.OrderState;
import dev.sextant.domain.order.Purpose;
import dev.sextant.domain.order.StoredOrder;
import dev.sextant.domain.venue.VenueOrder.Status;
import dev.sextant.platform.telemetry.Metrics;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrivateEventsTest {

    private final MemoryDesk desk = new MemoryDesk();
    private final ShownVenue venue = new ShownVenue();
    private final MemoryStreams streams = new MemoryStreams(desk);
    private final PrivateEvents events = new PrivateEvents(
            new StreamedOrders(desk, venue, streams, () -> T0),
            streams,
            desk,
            new ListenKeyKeeper(streams, streams),
            () -> T0,
            Metrics.NONE);

    private void tell(String payload) {
        events.onRecord(new PrivateEvent(ACCOUNT, T0, payload));
    }

    static String order(String clientId, String execution, String status, int trade, String last, String total) {
        return """
                {"e":"ORDER_TRADE_UPDATE","E":%d,"T":%d,"o":{"s":"BTCUSDT","c":"%s","S":"BUY","o":"MARKET","x":"%s","X":"%s",
                 "i":77,"l":"%s","z":"%s","L":"61800.0","n":"0.5","N":"USDT","T":%d,"t":%d,"m":false,"er":"0"}}""".formatted(T0, T0, clientId, execution, status, last, total, T0, trade);
    }

    @Test
    void anyOrderOfAnyCopiesOfTheSameNewsBooksTheSame() {
        for (int seed = 0; seed < 50; seed++) {
            MemoryDesk own = new MemoryDesk();
            MemoryStreams ownStreams = new MemoryStreams(own);
            StoredOrder entry = own.sent(Purpose.ENTRY, OrderState.SENDING);
            PrivateEvents applied = new PrivateEvents(
                    new StreamedOrders(own, venue, ownStreams, () -> T0),
                    ownStreams,
                    own,
                    new ListenKeyKeeper(ownStreams, ownStreams),
                    () -> T0,
                    Metrics.NONE);
            String id = entry.request().clientOrderId();
            List<String> news = new ArrayList<>(List.of(
                    order(id, "NEW", "NEW", 0, "0", "0"),
                    order(id, "TRADE", "PARTIALLY_FILLED", 1, "0.2", "0.2"),
                    order(id, "TRADE", "FILLED", 2, "0.3", "0.5")));
            news.addAll(List.copyOf(news));
            Collections.shuffle(news, new Random(seed));
            news.forEach(text -> applied.onRecord(new PrivateEvent(ACCOUNT, T0, text)));
            assertEquals(OrderState.FILLED, own.state(entry), "seed " + seed);
            assertEquals(Map.of(BTC, new BigDecimal("0.5")), own.positions(ACCOUNT), "seed " + seed);
        }
    }

    @Test
    void aFillWithoutItsFeeIsAskedForByRest() {
        StoredOrder entry = desk.sent(Purpose.ENTRY, OrderState.OPEN);
        venue.has(entry, Status.FILLED, "0.5");
        tell(order(entry.request().clientOrderId(), "TRADE", "FILLED", 1, "0.5", "0.5")
                .replace("\"n\":\"0.5\",\"N\":\"USDT\",", ""));
        assertEquals(OrderState.FILLED, desk.state(entry));
        assertEquals(Map.of(BTC, new BigDecimal("0.5")), desk.positions(ACCOUNT));
    }

    @Test
    void anOrderOfSomebodyElseIsShownAndNothingMore() {
        tell(order("web_abc", "TRADE", "FILLED", 1, "0.5", "0.5"));
        assertEquals(Map.of("web_abc", Stranger.EXTERNAL), desk.strangers);
        assertEquals(List.of(), desk.blocks);
        assertEquals(Map.of(), desk.positions(ACCOUNT));
        assertFalse(events.takeDoubt());
    }

    @ParameterizedTest
    @CsvSource({
        "autoclose-1234567890, CALCULATED, FILLED, LIQUIDATION",
        "adl_autoclose_12345, CALCULATED, NEW_ADL, ADL",
        "settlement_autoclose-1, TRADE, FILLED, SETTLEMENT",
        "sxabcdefghijklmnopqrstuvwx, NEW, NEW, UNKNOWN"
    })
    void whatTheVenueDoesItselfBlocksTheSymbolOnce(String id, String execution, String status, String kind) {
        for (int copy = 0; copy < 2; copy++) {
            tell(order(id, execution, status, 9, "0.014", "0.014"));
        }
        assertEquals(Map.of(id, Stranger.valueOf(kind)), desk.strangers);
        assertEquals(1, desk.blocks.size(), desk.blocks::toString);
        assertTrue(events.takeDoubt());
        assertFalse(events.takeDoubt(), "asked for once");
    }

    @Test
    void aTriggeredStopFollowsItsExecutingOrder() {
        StoredOrder stop = desk.sent(Purpose.STOP, OrderState.OPEN);
        String id = stop.request().clientOrderId();
        String algo =
                "{\"e\":\"ALGO_UPDATE\",\"E\":%d,\"o\":{\"caid\":\"%s\",\"aid\":5,\"s\":\"BTCUSDT\",\"X\":\"%s\",\"ai\":\"%s\"}}";
        tell(algo.formatted(T0, id, "TRIGGERING", ""));
        tell(algo.formatted(T0, id, "TRIGGERED", "77"));
        assertEquals(OrderState.OPEN, desk.state(stop));
        tell(order(id, "TRADE", "FILLED", 3, "0.5", "0.5").replace("\"S\":\"BUY\"", "\"S\":\"SELL\""));
        assertEquals(OrderState.FILLED, desk.state(stop));
        tell(algo.formatted(T0, id, "FINISHED", "77"));
        assertEquals(OrderState.FILLED, desk.state(stop));
    }

    @Test
    void aStopThatIsRejectedAtItsTriggerIsOver() {
        StoredOrder stop = desk.sent(Purpose.STOP, OrderState.OPEN);
        tell(
                "{\"e\":\"ALGO_UPDATE\",\"E\":%d,\"o\":{\"caid\":\"%s\",\"aid\":5,\"s\":\"BTCUSDT\",\"X\":\"REJECTED\",\"ai\":\"\",\"rm\":\"margin\"}}"
                        .formatted(T0, stop.request().clientOrderId()));
        assertEquals(OrderState.EXPIRED, desk.state(stop));
    }

    @Test
    void aPositionThatNoFillExplainsIsLookedAtByRest() {
        String update =
                "{\"e\":\"ACCOUNT_UPDATE\",\"E\":%d,\"T\":%d,\"a\":{\"m\":\"ORDER\",\"P\":[{\"s\":\"BTCUSDT\",\"pa\":\"%s\",\"ps\":\"BOTH\"}]}}";
        tell(update.formatted(T0, T0 + 1, "0"));
        assertFalse(events.takeDoubt());
        tell(update.formatted(T0, T0, "0.2"));
        assertFalse(events.takeDoubt(), "a fill of that moment is booked: its own message may be the younger one");
        tell(update.formatted(T0, T0 + 1, "0.2"));
        assertTrue(events.takeDoubt());
    }

    @ParameterizedTest
    @CsvSource({"ORDER, false", "FUNDING_FEE, false", "DEPOSIT, true", "WITHDRAW, true", "ASSET_TRANSFER, true"})
    void moneyThatWasMovedIsLookedAtOnceAndIsNoDoubt(String reason, boolean moved) {
        String update = "{\"e\":\"ACCOUNT_UPDATE\",\"E\":%d,\"T\":%d,\"a\":{\"m\":\"%s\",\"B\":[],\"P\":[]}}";
        tell(update.formatted(T0, T0, reason));
        tell(update.formatted(T0, T0 + 1, "ORDER"));
        assertEquals(moved, events.takeMoneyMoved());
        assertFalse(events.takeMoneyMoved(), "asked for once");
        assertFalse(events.takeDoubt());
    }

    @Test
    void anExpiredKeyIsReplacedAndWhatWasMissedIsAskedFor() {
        streams.keep(ACCOUNT, "key-0", 1);
        tell("{\"e\":\"listenKeyExpired\",\"E\":%d,\"listenKey\":\"%s\"}"
                .formatted(T0, PrivateEvent.fingerprint("key-0")));
        assertEquals("key-1", streams.kept());
        assertTrue(events.takeDoubt());
    }

    @Test
    void aMarginCallBlocksWhatIsHeld() {
        StoredOrder entry = desk.sent(Purpose.ENTRY, OrderState.OPEN);
        tell(order(entry.request().clientOrderId(), "TRADE", "FILLED", 1, "0.5", "0.5"));
        tell("{\"e\":\"MARGIN_CALL\",\"E\":%d,\"cw\":\"3.1\",\"p\":[]}".formatted(T0));
        assertEquals(List.of("BTCUSDT: margin call: the venue may liquidate the position"), desk.blocks);
    }
}
