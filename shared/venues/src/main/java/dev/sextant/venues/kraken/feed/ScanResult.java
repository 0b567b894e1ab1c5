package dev.sextant.venues.kraken.feed;

/**
 * What {@link BookScanner} made of a frame. Everything but {@link #BOOK} is "not mine": {@link KrakenParser} reads it,
 * or says what is wrong with it.
 */
public enum ScanResult {
    /** Read whole. */
    BOOK(0),
    /** News of something else than a book. */
    OTHER_CHANNEL(-1),
    /** An answer, no JSON, or a field, a word or a spelling that the scanner does not know. */
    OTHER_SHAPE(-2),
    /** No such pair in {@link ScannedPairs}. */
    UNKNOWN_PAIR(-3),
    /** A number with more decimals than the pair has, beyond 18 digits, negative, or a price of zero. */
    NUMBER(-4),
    /** More than {@link KrakenParser#MAX_LEVELS} of a side. */
    TOO_MANY_LEVELS(-5),
    /** A frame of more bytes than {@link KrakenParser#MAX_CHARS}. */
    TOO_LONG(-6);

    private static final ScanResult[] ALL = values();

    private final int code;

    ScanResult(int code) {
        this.code = code;
    }

    /** Negative, where a scanning step would return the place of the next byte. */
    int code() {
        return code;
    }

    static ScanResult of(int code) {
        return ALL[-code];
    }
}
