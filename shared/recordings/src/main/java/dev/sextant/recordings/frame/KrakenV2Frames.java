package dev.sextant.recordings.frame;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.recordings.event.RecordedEvent;
import dev.sextant.recordings.input.ExactJson;
import dev.sextant.recordings.row.Numbers;
import dev.sextant.recordings.row.Order;
import dev.sextant.recordings.row.Place;
import dev.sextant.recordings.row.Row;
import dev.sextant.recordings.row.TimeFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Kraken WebSocket v2: objects with {@code channel} and {@code data}, and answers with {@code method}. Frames are told
 * apart and counted, not taken apart.
 */
final class KrakenV2Frames implements FrameReader {

    private static final Pattern CHANNEL = Pattern.compile(
            "\\{\\s*\"channel\"\\s*:\\s*\"(book|level3|trade|ticker|ohlc|status|heartbeat|instrument|executions|balances)\".*\\}");
    private static final Pattern ANSWER = Pattern.compile("\\{.*\"method\"\\s*+:\\s*+\"\\w++\".*\\}");

    @Override
    public String name() {
        return "kraken-v2-frames";
    }

    @Override
    public boolean claims(Envelope frame) {
        return CHANNEL.matcher(frame.payload()).matches() || isAnswer(frame.payload());
    }

    /** In one go over the text: looked for in one pattern, two words would be looked for from each place of the other. */
    private static boolean isAnswer(String payload) {
        return (payload.contains("\"time_in\"") || payload.contains("\"success\""))
                && ANSWER.matcher(payload).matches();
    }

    @Override
    public Row read(Envelope frame) {
        JsonNode json = ExactJson.read(frame.payload());
        if (json.path("channel").isTextual()) {
            return news(frame, json.path("channel").asText(), json.path("data").path(0));
        }
        if (!json.path("method").isTextual()) {
            throw Numbers.wrong("channel", json.path("channel").toString(), "a text, or an answer with a method");
        }
        return message(
                frame,
                json.path("method").asText(),
                "",
                time("time_out", json.path("time_out").asText("")),
                false);
    }

    private static Row news(Envelope frame, String channel, JsonNode first) {
        boolean book = channel.equals("book");
        if (book && !first.path("timestamp").isTextual()) {
            throw Numbers.wrong("timestamp", first.path("timestamp").toString(), "a text of RFC 3339");
        }
        long timeMs = time("timestamp", first.path("timestamp").asText(""));
        return message(frame, channel, first.path("symbol").asText(""), timeMs, book);
    }

    private static long time(String field, String text) {
        return text.isEmpty() ? RecordedEvent.NO_TIME : CoinbaseFrames.time(field, text);
    }

    private static Row message(Envelope frame, String channel, String symbol, long timeMs, boolean ordered) {
        long clockMs = frame.clock(timeMs);
        String stream = channel + " " + symbol;
        Place place = ordered
                ? new Place(channel, stream, frame.payload(), new Order.Timed(timeMs), clockMs)
                : Place.unordered(channel, stream, null, clockMs);
        return new Row.Data(place, new RecordedEvent.Message(symbol, timeMs, channel, frame.payload()));
    }

    @Override
    public String venueTime() {
        return "timestamp of the first entry (" + TimeFormat.TEXT.unit() + "); status and heartbeat have none";
    }

    @Override
    public List<String> notes() {
        return List.of(
                "no sequence numbers: a lost frame can't be seen; the book checksum would show it, and is not verified");
    }
}
