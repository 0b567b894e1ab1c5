package dev.sextant.venues.sim.order;

/** What happened to an order, field {@code x} of {@code ORDER_TRADE_UPDATE}. */
public enum ExecutionType {
    NEW,
    TRADE,
    CANCELED,
    EXPIRED
}
