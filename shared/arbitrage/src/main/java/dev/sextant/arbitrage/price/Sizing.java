package dev.sextant.arbitrage.price;

/** What sizing a cycle came to. */
public enum Sizing {
    /** It earns something, and every leg is an order the venue takes. */
    PROFITABLE,
    /** A book that a leg needs is empty on that side. */
    NO_BOOK,
    /** At the best prices it earns nothing beyond fees and buffer. */
    NO_EDGE,
    /** A leg is below the venue's minimum. */
    TOO_SMALL,
    /** There is an edge, but roundings to lots and fees take it. */
    EATEN_BY_LOTS
}
