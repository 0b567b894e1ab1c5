package dev.sextant.recordings.frame;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.recordings.event.RecordedEvent;
import dev.sextant.recordings.input.ExactJson;
import dev.sextant.recordings.row.Numbers;
import dev.sextant.recordings.row.Place;
import dev.sextant.recordings.row.Row;
import dev.sextant.recordings.row.TimeFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Kraken WebSocket v1: arrays {@code [channel id, content…, channel, pair]} and objects with {@code event}. Frames are
 * told apart and counted, not taken apart.
 */
final class KrakenV1Frames implements FrameReader {

    private static final Pattern ARRAY = Pattern.compile(
            "\\[\\s*\\d+\\s*,.*\"(book-\\d+|trade|ticker|spread|ohlc-\\d+)\"\\s*,\\s*\"[^\"]+\"\\s*\\]");
    private static final Pattern CONTROL = Pattern.compile(
            "\\{.*\"event\"\\s*:\\s*\"(systemStatus|subscriptionStatus|heartbeat|pong|subscribe|ping)\".*");

    @Override
    public String name() {
        return "kraken-v1-frames";
    }

    @Override
    public boolean claims(Envelope frame) {
        if (frame.isAnswer()) {
            return frame.url().contains("kraken");
        }
        return ARRAY.matcher(frame.payload()).matches()
                || CONTROL.matcher(frame.payload()).matches();
    }

    @Override
    public Row read(Envelope frame) {
        JsonNode json = ExactJson.read(frame.payload());
        if (frame.isAnswer()) {
            return message(frame, frame.url(), "", false, frame.receivedMs());
        }
        if (json.isArray()) {
            return market(frame, json);
        }
        if (!json.path("event").isTextual()) {
            throw Numbers.wrong("event", json.path("event").toString(), "a text, or a frame that is an array");
        }
        return message(frame, json.path("event").asText(), json.path("pair").asText(""), false, frame.receivedMs());
    }

    private static Row market(Envelope frame, JsonNode json) {
        int size = json.size();
        if (size < 4 || !json.get(size - 2).isTextual() || !json.get(size - 1).isTextual()) {
            throw Numbers.wrong("frame", frame.payload(), "[channel id, content, channel, pair]");
        }
        String channel = json.get(size - 2).asText();
        boolean dated = channel.startsWith("book") || channel.equals("trade");
        long latest = dated || channel.equals("spread") ? latest(json, 0) : RecordedEvent.NO_TIME;
        return message(frame, channel, json.get(size - 1).asText(), dated, latest);
    }

    /** The latest time among the levels or trades, each an array with a text of seconds with six decimals. */
    private static long latest(JsonNode node, int depth) {
        long latest = RecordedEvent.NO_TIME;
        if (node.isContainerNode() && depth < 5) {
            for (JsonNode child : node) {
                latest = Math.max(latest, latest(child, depth + 1));
            }
        } else if (node.isTextual() && node.asText().matches("\\d{10}\\.\\d{6}")) {
            latest = TimeFormat.SECONDS.parse(node.asText());
        }
        return latest;
    }

    /** Frames with times of microseconds in them are never the same twice; the others may be. */
    private static Row message(Envelope frame, String channel, String pair, boolean unique, long timeMs) {
        long time = timeMs == RecordedEvent.NO_TIME ? frame.receivedMs() : timeMs;
        return new Row.Data(
                Place.unordered(channel, channel + " " + pair, unique ? frame.payload() : null, frame.clock(time)),
                new RecordedEvent.Message(pair, time, channel, frame.payload()));
    }

    @Override
    public String venueTime() {
        return "the latest level's or trade's time (seconds since 1970), else the receipt time";
    }

    @Override
    public List<String> notes() {
        return List.of(
                "no sequence numbers: a lost frame can't be seen; the book checksum would show it, and is not verified");
    }
}
