package dev.sextant.ingest.kraken;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A channel beside the books. */
public enum NewsChannel {
    /** Each trade of anybody's. */
    TRADE,
    /** Best prices and the last one, with each trade. */
    TICKER;

    /** As the venue names it: {@code trade}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The channel of this name; empty for any other. */
    static Optional<NewsChannel> of(String wireName) {
        return Arrays.stream(values())
                .filter(channel -> channel.wireName().equals(wireName))
                .findFirst();
    }
}
