package dev.sextant.recordings.event;

/** What a candle is made of. */
public enum PriceSource {
    /** Trades. */
    TRADES,
    /** The venue's mark price. */
    MARK
}
