package dev.sextant.venues.binance.trade;

/** How the adapter knows the venue's time. */
public enum ClockMode {
    /** This machine's clock plus a measured offset: for a venue whose clock runs like ours, so for every exchange. */
    OFFSET,
    /** Asked each time: for the venue server in a replay, whose clock is the market's and may stand still or run fast. */
    VENUE
}
