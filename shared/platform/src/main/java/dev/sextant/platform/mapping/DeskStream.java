package dev.sextant.platform.mapping;

/** The streams of a desk. */
public enum DeskStream {
    /** Frames and readings, keyed by symbol. */
    MARKET,
    /** Signals, approvals and ticks, keyed by account. */
    DECISIONS
}
