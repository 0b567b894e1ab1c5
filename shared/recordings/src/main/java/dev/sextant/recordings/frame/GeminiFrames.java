package dev.sextant.recordings.frame;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.recordings.event.RecordedEvent;
import dev.sextant.recordings.input.ExactJson;
import dev.sextant.recordings.row.Numbers;
import dev.sextant.recordings.row.Order;
import dev.sextant.recordings.row.Place;
import dev.sextant.recordings.row.Row;
import java.util.List;
import java.util.regex.Pattern;

/** Gemini market data v2: {@code l2_updates}, {@code trade}, {@code heartbeat}. Frames are counted, not taken apart. */
final class GeminiFrames implements FrameReader {

    private static final Pattern CLAIM = Pattern.compile(
            "\\{\\s*\"type\"\\s*:\\s*\"(l2_updates\".*\"changes\"|trade\".*\"event_id\"|heartbeat\"\\s*,\\s*\"timestamp\").*");

    @Override
    public String name() {
        return "gemini-frames";
    }

    @Override
    public boolean claims(Envelope frame) {
        return CLAIM.matcher(frame.payload()).matches();
    }

    @Override
    public Row read(Envelope frame) {
        JsonNode json = ExactJson.read(frame.payload());
        if (!json.path("type").isTextual()) {
            throw Numbers.wrong("type", json.path("type").toString(), "a text");
        }
        String type = json.path("type").asText();
        String symbol = json.path("symbol").asText("");
        long timeMs = json.path("timestamp").isIntegralNumber()
                ? json.path("timestamp").asLong()
                : frame.receivedMs();
        RecordedEvent message = new RecordedEvent.Message(symbol, timeMs, type, frame.payload());
        String stream = type + " " + symbol;
        long clockMs = frame.clock(timeMs);
        if (!type.equals("trade")) {
            return new Row.Data(Place.unordered(type, stream, null, clockMs), message);
        }
        if (!json.path("event_id").isIntegralNumber()) {
            throw Numbers.wrong("event_id", json.path("event_id").toString(), "a whole number");
        }
        long id = json.path("event_id").asLong();
        return new Row.Data(new Place(type, stream, Long.toString(id), new Order.Rising(id), clockMs), message);
    }

    @Override
    public String venueTime() {
        return "timestamp (milliseconds since 1970), else the receipt time";
    }

    @Override
    public List<String> notes() {
        return List.of("no sequence numbers or checksums: a lost or repeated l2_updates frame can't be seen");
    }
}
