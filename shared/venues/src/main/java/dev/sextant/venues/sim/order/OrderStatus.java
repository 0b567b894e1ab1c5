package dev.sextant.venues.sim.order;

/** Binance's words for the state of an order. */
public enum OrderStatus {
    NEW,
    PARTIALLY_FILLED,
    FILLED,
    CANCELED,
    /** Closed by the venue: the rest of an IOC or MARKET order, or a reduce-only order with nothing left to reduce. */
    EXPIRED;

    /** Whether the order can still fill. */
    public boolean isOpen() {
        return this == NEW || this == PARTIALLY_FILLED;
    }
}
