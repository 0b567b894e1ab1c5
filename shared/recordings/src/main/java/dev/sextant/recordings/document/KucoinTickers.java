package dev.sextant.recordings.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.recordings.event.RecordedEvent;
import dev.sextant.recordings.row.Place;
import dev.sextant.recordings.row.Row;
import java.util.List;
import java.util.Optional;

/** KuCoin's answer with the best bid and ask of all symbols at one instant. A symbol without both is only listed. */
final class KucoinTickers extends ElementParser {

    @Override
    Row read(JsonNode element) {
        String symbol = text(element, "symbol");
        long timeMs = element.path("datetime").isIntegralNumber()
                ? element.path("datetime").asLong()
                : RecordedEvent.NO_TIME;
        boolean quoted = element.has("buy") && element.has("sell");
        RecordedEvent event = quoted
                ? new RecordedEvent.Quote(
                        symbol,
                        timeMs,
                        decimal(element, "buy"),
                        Optional.empty(),
                        decimal(element, "sell"),
                        Optional.empty())
                : new RecordedEvent.Listing(symbol, "ticker", "without bid and ask");
        return new Row.Data(Place.unordered("ticker", "tickers", symbol, RecordedEvent.NO_TIME), event);
    }

    @Override
    public String timeBasis() {
        return "datetime of each symbol (milliseconds since 1970); the document is one instant";
    }

    @Override
    public List<String> notes() {
        return List.of("one snapshot without order: disorder and gaps can't be seen", "no sizes");
    }
}
