package dev.sextant.recordings.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.recordings.event.RecordedEvent;
import dev.sextant.recordings.row.Place;
import dev.sextant.recordings.row.Row;
import java.util.List;
import java.util.stream.Stream;

/** Any other JSON document: one message, told by the field in which venues write what a message is. */
final class JsonMessage extends ElementParser {

    private static final List<String> TYPES = List.of("e", "stream", "channel", "feed", "event", "method", "type");

    @Override
    Row read(JsonNode outline) {
        String channel = first(outline, TYPES.stream(), "answer");
        String symbol = first(outline, Stream.of("s", "symbol", "pair", "product_id"), "");
        return new Row.Data(
                Place.unordered(channel, channel, null, RecordedEvent.NO_TIME),
                new RecordedEvent.Message(symbol, RecordedEvent.NO_TIME, channel, outline.toString()));
    }

    private static String first(JsonNode outline, Stream<String> fields, String otherwise) {
        return fields.map(outline::path)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .findFirst()
                .orElse(otherwise);
    }

    @Override
    public String timeBasis() {
        return "none: one document is one message";
    }

    @Override
    public List<String> notes() {
        return List.of("checked to be whole JSON and counted as one message; only its first level is kept");
    }
}
