package dev.sextant.recordings.frame;

import dev.sextant.recordings.event.RecordedEvent;
import dev.sextant.recordings.input.LineReader;
import dev.sextant.recordings.row.Numbers;
import dev.sextant.recordings.row.Order;
import dev.sextant.recordings.row.Place;
import dev.sextant.recordings.row.Row;
import dev.sextant.recordings.row.TimeFormat;
import dev.sextant.venues.http.JsonFields;
import dev.sextant.venues.http.JsonReader;
import dev.sextant.venues.http.MalformedJson;
import java.util.ArrayList;
import java.util.List;

/**
 * Coinbase Advanced Trade frames in a recorder's JSON lines: {@code {"t":"recv","conn":…,"ts":…,"data":"<frame>"}}. The
 * lines of other {@code t} are the recorder's own.
 */
final class CoinbaseFrames implements FrameReader {

    private static final JsonReader JSON = new JsonReader(LineReader.MAX_CHARS);

    @Override
    public String name() {
        return "coinbase-frames";
    }

    @Override
    public boolean claims(Envelope frame) {
        String text = frame.payload();
        boolean header = text.startsWith("{\"t\":\"header\"") && text.contains("\"COINBASE\"");
        return header || (text.startsWith("{\"t\":\"recv\"") && text.contains("sequence_num"));
    }

    @Override
    public Row read(Envelope line) throws MalformedJson {
        JsonFields wrapped = JSON.object(line.payload());
        return switch (wrapped.text("t")) {
            case "recv" -> frame(wrapped.text("conn"), JSON.object(wrapped.text("data")));
            case "header", "http", "connect", "send", "disconnect" -> new Row.Aside(Row.Apart.RECORDER);
            default -> throw MalformedJson.field("t", wrapped.text("t"), "header, http, connect, send or recv");
        };
    }

    private static Row frame(String connection, JsonFields frame) throws MalformedJson {
        String channel = frame.text("channel");
        long timeMs = time("timestamp", frame.text("timestamp"));
        List<RecordedEvent> events = new ArrayList<>();
        for (JsonFields event : frame.objects("events")) {
            switch (channel) {
                case "l2_data" -> events.add(CoinbaseEvents.book(event, timeMs));
                case "ticker", "ticker_batch" -> CoinbaseEvents.quotes(event, timeMs, events);
                case "market_trades" -> CoinbaseEvents.trades(event, events);
                case "candles" -> CoinbaseEvents.candles(event, events);
                default -> events.add(new RecordedEvent.Message("", timeMs, channel, ""));
            }
        }
        long sequence = frame.id("sequence_num");
        Place place = new Place(channel, connection, Long.toString(sequence), new Order.Consecutive(sequence), timeMs);
        return new Row.Data(place, events);
    }

    /** RFC 3339 in UTC. */
    static long time(String field, String text) {
        try {
            return TimeFormat.TEXT.parse(text);
        } catch (IllegalArgumentException e) {
            throw Numbers.wrong(field, text, "a time like 2026-08-09T21:05:48.48Z");
        }
    }

    @Override
    public String venueTime() {
        return "the trade's time, else the frame's timestamp (text in UTC)";
    }

    @Override
    public List<String> notes() {
        return List.of("sequence_num counts all channels of a connection: a lost frame is seen, its channel isn't");
    }
}
