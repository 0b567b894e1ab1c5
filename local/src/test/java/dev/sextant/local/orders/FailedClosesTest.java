package dev.sextant.local.orders;

import static dev.sextant.local.orders.OrderDesk.T0;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sextant.domain.order.OpenTrade;
import dev.sextant.domain.order.OrderIntent;
import dev.sextant.domain.order.OrderState;
import dev.sextant.domain.order.OrderTrigger;
import dev.sextant.domain.order.Purpose;
import dev.sextant.domain.order.StoredOrder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FailedClosesTest {

    private static final int CLOSES = 120;

    private final OrderDesk desk = new OrderDesk();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aTradeThatCouldNotBeClosedForHoursCanStillBeRead() {
        OrderIntent entry = desk.entry("0.5");
        desk.fill(entry, "1", "61800", "1", T0);
        OrderIntent resting = closeOf(entry, 0);
        desk.report(resting, OrderTrigger.VENUE_OPEN, "0", T0);
        for (int i = 1; i < CLOSES; i++) {
            desk.report(closeOf(entry, i), OrderTrigger.VENUE_REJECTED, "0", T0 + i);
        }
        OpenTrade trade = desk.orders.openTrades(OrderDesk.ACCOUNT).getFirst();
        assertEquals(entry.id(), trade.entry().id());
        assertEquals(7, trade.orders().size(), "the entry, the close that rests, the newest five");
        assertEquals(
                resting.id(),
                trade.orders().stream()
                        .filter(order -> order.state() == OrderState.OPEN)
                        .map(StoredOrder::id)
                        .findFirst()
                        .orElseThrow());
        assertEquals("close:" + (CLOSES - 1), trade.orders().getLast().cause());
    }

    private OrderIntent closeOf(OrderIntent entry, int number) {
        OrderIntent close = desk.exit(entry, Purpose.CLOSE, "close:" + number, "0.5", null);
        desk.reserve(close);
        desk.claim(close, "token-" + number);
        return close;
    }
}
