package dev.sextant.simulation.exchange;

import dev.sextant.domain.order.Fill;

/** Sees everything that happens at the exchange, at the moment it happens. */
public interface Watch {

    void accepted(SimOrder order);

    void filled(SimOrder order, Fill fill);

    /** Somebody else's order has closed some of what the account holds. */
    void closedByOthers(Fill fill);

    /** An order the exchange refused because of its filters. */
    void refusedByFilter(String clientOrderId, String reason);
}
