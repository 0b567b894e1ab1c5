package dev.sextant.venues.sim.order;

/** How long a limit order works. */
public enum TimeInForce {
    /** Rests until filled or cancelled. */
    GTC,
    /** Takes what it can at once; the rest expires. */
    IOC,
    /** Takes everything at once or is refused. */
    FOK,
    /** Post-only: refused when it would take. */
    GTX
}
