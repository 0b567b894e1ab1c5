package dev.sextant.venues.sim.order;

/** The two ways to name an order in a query or a cancel. */
public sealed interface OrderKey {

    /** By the venue's id. */
    record ById(long orderId) implements OrderKey {}

    /** By the client's id; it names the latest order that used it, because ids may be used again after closing. */
    record ByClientId(String clientOrderId) implements OrderKey {}
}
