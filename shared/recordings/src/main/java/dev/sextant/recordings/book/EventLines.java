package dev.sextant.recordings.book;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.recordings.event.RecordedEvent;
import dev.sextant.recordings.input.ExactJson;
import dev.sextant.recordings.row.Numbers;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Books of any venue as JSON lines:
 *
 * <pre>
 * {"t":1618677942586,"pair":"BTC/USD","snapshot":true,"bids":[["55913.08","0.5"]],"asks":[["55913.09","1.2"]]}
 * </pre>
 *
 * {@code t} in epoch milliseconds; quantities are absolute, 0 removes; {@code snapshot} absent means false, an absent
 * side is one that does not change.
 */
final class EventLines implements BookReader {

    @Override
    public BookRow read(RecordedEvent.Message frame) {
        JsonNode json = ExactJson.read(frame.text());
        if (!json.path("t").isIntegralNumber() || !json.path("t").canConvertToLong()) {
            throw Numbers.wrong("t", json.path("t").toString(), "epoch milliseconds, a whole number");
        }
        boolean snapshot = json.path("snapshot").asBoolean();
        if (json.has("snapshot") && !json.path("snapshot").isBoolean()) {
            throw Numbers.wrong("snapshot", json.path("snapshot").toString(), "true or false");
        }
        return new BookRow.Changed(new BookEvent(
                json.path("t").asLong(),
                PairName.of(json.path("pair")),
                snapshot,
                side(json, "bids"),
                side(json, "asks"),
                OptionalLong.empty(),
                OptionalInt.empty()));
    }

    @Override
    public String pair(RecordedEvent.Message frame) {
        return PairName.of(ExactJson.read(frame.text()).path("pair"));
    }

    private static List<BookLevel> side(JsonNode json, String field) {
        return json.has(field) ? Levels.of(field, json.get(field)) : List.of();
    }
}
