package dev.sextant.placer;

import dev.sextant.domain.money.Price;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.Purpose;
import dev.sextant.domain.order.StoredOrder;

/** One thing to do about an open trade. All of them reduce exposure or remove an order. */
sealed interface ExitAction {

    /** Place a conditional reduce-only order. */
    record PlaceConditional(Purpose purpose, Quantity quantity, Price trigger, String cause) implements ExitAction {}

    /** Close a target's part at market, reduce-only: the price has passed its level. */
    record TakeNow(Purpose purpose, Quantity quantity, String cause) implements ExitAction {}

    /** Close at market, reduce-only. */
    record CloseNow(Quantity quantity, String cause) implements ExitAction {}

    /** Cancel an order that is no longer wanted. */
    record CancelOrder(StoredOrder order, String why) implements ExitAction {}
}
