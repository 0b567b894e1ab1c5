package dev.sextant.reconciler;

import static dev.sextant.reconciler.MemoryDesk.ACCOUNT;
import static dev.sextant.reconciler.MemoryDesk.T0;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sextant.domain.order.OrderReport;
import dev.sextant.domain.order.OrderState;
import dev.sextant.domain.order.OrderTrigger;
import dev.sextant.domain.order.Purpose;
import dev.sextant.domain.order.StoredOrder;
import dev.sextant.domain.venue.PrivateMessage;
import dev.sextant.domain.venue.VenueOrder.Status;
import dev.sextant.venues.binance.trade.PrivateMessages;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Under which ids the news of an order is booked, and what is asked for instead. */
class StreamedOrdersTest {

    private final MemoryDesk desk = new MemoryDesk();
    private final ShownVenue venue = new ShownVenue();
    private final StreamedOrders orders = new StreamedOrders(desk, venue, new MemoryStreams(desk), () -> T0 + 9);

    private static PrivateMessage.OrderUpdate regular(String id, String status) {
        return (PrivateMessage.OrderUpdate)
                PrivateMessages.read(PrivateEventsTest.order(id, "NEW", status, 0, "0", "0"));
    }

    private static PrivateMessage.ConditionalUpdate conditional(String id, String status, String executing) {
        return (PrivateMessage.ConditionalUpdate) PrivateMessages.read("""
                {"e":"ALGO_UPDATE","E":%d,"o":{"caid":"%s","aid":5,"s":"BTCUSDT","X":"%s","ai":"%s"}}""".formatted(T0, id, status, executing));
    }

    private String booked() {
        OrderReport report = desk.reports.getLast();
        return report.source() + " " + report.trigger() + " " + report.venueOrderId() + " executed by "
                + report.executingOrderId() + " at " + (report.atMs() - T0);
    }

    @Test
    void anOrderIsBookedUnderTheIdThatTheVenueGaveIt() {
        StoredOrder entry = desk.sent(Purpose.ENTRY, OrderState.SENDING);
        assertEquals(
                Optional.empty(),
                orders.onOrder(ACCOUNT, regular(entry.request().clientOrderId(), "NEW")));
        assertEquals("user-stream VENUE_OPEN 77 executed by null at 9", booked());
    }

    @Test
    void aConditionalOneIsBookedUnderItsOwnIdAndUnderTheExecutingOnesWhenThatIsTold() {
        StoredOrder stop = desk.sent(Purpose.STOP, OrderState.SENDING);
        String id = stop.request().clientOrderId();
        orders.onConditional(ACCOUNT, conditional(id, "NEW", ""));
        assertEquals("user-stream VENUE_OPEN 5 executed by null at 9", booked());
        orders.onConditional(ACCOUNT, conditional(id, "TRIGGERED", "77"));
        assertEquals("user-stream VENUE_OPEN 5 executed by 77 at 9", booked());
        orders.onOrder(ACCOUNT, regular(id, "NEW"));
        assertEquals("user-stream VENUE_OPEN null executed by 77 at 9", booked(), "its own id is not in this message");
    }

    @Test
    void whatOnlyTheRegularOrderKnowsIsAskedFor() {
        StoredOrder stop = desk.sent(Purpose.STOP, OrderState.OPEN);
        venue.has(stop, Status.FILLED, "0.5");
        orders.onConditional(ACCOUNT, conditional(stop.request().clientOrderId(), "FINISHED", "77"));
        assertEquals(OrderState.FILLED, desk.state(stop));
        assertEquals(OrderTrigger.VENUE_FILLED, desk.reports.getLast().trigger());
    }

    @Test
    void whatCannotBeReadNowIsLeftToTheMinutesPass() {
        StoredOrder stop = desk.sent(Purpose.STOP, OrderState.OPEN);
        venue.reachable = false;
        orders.onConditional(ACCOUNT, conditional(stop.request().clientOrderId(), "FINISHED", "77"));
        assertEquals(List.of(), desk.reports);
    }

    @Test
    void anOrderThatWasGivenUpAndTurnsUpIsAStranger() {
        StoredOrder entry = desk.sent(Purpose.ENTRY, OrderState.NOT_PLACED);
        String id = entry.request().clientOrderId();
        assertEquals(Optional.of(Stranger.LATE), orders.onOrder(ACCOUNT, regular(id, "NEW")));
        StoredOrder stop = desk.sent(Purpose.STOP, OrderState.NOT_PLACED);
        assertEquals(
                Optional.of(Stranger.LATE),
                orders.onConditional(ACCOUNT, conditional(stop.request().clientOrderId(), "NEW", "")));
    }

    @Test
    void anOrderOfNobodyHereIsNamedByItsForm() {
        assertEquals(Optional.of(Stranger.EXTERNAL), orders.onOrder(ACCOUNT, regular("web_5", "NEW")));
        assertEquals(Optional.of(Stranger.EXTERNAL), orders.onConditional(ACCOUNT, conditional("web_5", "NEW", "")));
        assertEquals(
                Optional.of(Stranger.UNKNOWN),
                orders.onConditional(ACCOUNT, conditional("sxabcdefghijklmnopqrstuvwx", "NEW", "")));
        assertEquals(List.of(), desk.reports);
    }
}
