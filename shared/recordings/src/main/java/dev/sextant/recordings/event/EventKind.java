package dev.sextant.recordings.event;

import java.util.Arrays;
import java.util.Locale;

/** The kinds of {@link RecordedEvent}. */
public enum EventKind {
    TRADE,
    AGGREGATE_TRADE,
    LIQUIDATION,
    ACCOUNT_LIQUIDATION,
    FUNDING_RATE,
    MARK_PRICE,
    OPEN_INTEREST,
    LONG_SHORT_RATIO,
    TAKER_VOLUME,
    CANDLE,
    QUOTE_BAR,
    QUOTE,
    BOOK_CHANGE,
    BOOK_SNAPSHOT,
    LISTING,
    MESSAGE;

    /** The name in JSON and on the command line: {@code funding_rate}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The kind of a name.
     *
     * @throws IllegalArgumentException naming the value and the known names
     */
    public static EventKind of(String wireName) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName().equals(wireName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("kind '" + wireName + "' is unknown, expected one of "
                        + Arrays.stream(values()).map(EventKind::wireName).toList()));
    }
}
