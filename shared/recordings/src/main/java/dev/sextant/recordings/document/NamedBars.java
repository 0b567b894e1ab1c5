package dev.sextant.recordings.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.recordings.event.PriceSource;
import dev.sextant.recordings.event.RecordedEvent;
import dev.sextant.recordings.input.Head;
import dev.sextant.recordings.row.Place;
import dev.sextant.recordings.row.RecordParser;
import dev.sextant.recordings.row.Row;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code {"name":"ETH/USD_PT5M@…","ohlc":[{"endTime":…}]}}: bars with the last millisecond of their interval, whose length
 * the name tells.
 */
final class NamedBars extends ElementParser {

    private static final Pattern NAME = Pattern.compile("\"name\"\\s*:\\s*\"([^\"_]+)_(P[T\\dHMD]+)[@\"]");

    private final String symbol;
    private final long lengthMs;

    private NamedBars(String symbol, long lengthMs) {
        this.symbol = symbol;
        this.lengthMs = lengthMs;
    }

    /** A parser, or null when the name doesn't tell the bars' length. */
    static @Nullable RecordParser of(Head head) {
        Matcher name = NAME.matcher(head.text());
        if (!name.find()) {
            return null;
        }
        try {
            return new NamedBars(name.group(1), Duration.parse(name.group(2)).toMillis());
        } catch (DateTimeException | ArithmeticException e) {
            return null; // a length that is none
        }
    }

    @Override
    Row read(JsonNode element) {
        long openMs = whole(element, "endTime") + 1 - lengthMs;
        return new Row.Data(
                Place.periodic("candle", symbol, openMs),
                new RecordedEvent.Candle(
                        symbol,
                        openMs,
                        PriceSource.TRADES,
                        ohlc(element, "openPrice", "highPrice", "lowPrice", "closePrice"),
                        Optional.of(decimal(element, "volume")),
                        true));
    }

    @Override
    public String timeBasis() {
        return "endTime (milliseconds since 1970, the bar's last), turned into the bar's open";
    }
}
