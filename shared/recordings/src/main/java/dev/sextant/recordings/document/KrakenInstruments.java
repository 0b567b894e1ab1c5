package dev.sextant.recordings.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.recordings.event.RecordedEvent;
import dev.sextant.recordings.row.Place;
import dev.sextant.recordings.row.Row;
import java.util.List;

/** Kraken's instrument snapshot: every asset and every pair with its status. */
final class KrakenInstruments extends ElementParser {

    @Override
    Row read(JsonNode element) {
        String section = text(element, "_section");
        String symbol = text(element, section.equals("assets") ? "id" : "symbol");
        return new Row.Data(
                Place.unordered(section, section, symbol, RecordedEvent.NO_TIME),
                new RecordedEvent.Listing(symbol, section, text(element, "status")));
    }

    @Override
    public String timeBasis() {
        return "none: the snapshot carries no time";
    }

    @Override
    public List<String> notes() {
        return List.of("one snapshot without order: disorder and gaps can't be seen");
    }
}
