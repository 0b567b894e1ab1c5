package dev.sextant.venues.sim.algo;

/** Binance's words for the state of a conditional order. */
public enum AlgoStatus {
    NEW,
    /** The trigger was reached; the market order isn't in the book yet. */
    TRIGGERING,
    /** The market order is in the book. */
    TRIGGERED,
    /** The market order has closed. */
    FINISHED,
    CANCELED,
    /** Triggered, but the market order was refused. */
    REJECTED,
    /** A close-position order whose position was closed by something else. */
    EXPIRED
}
