package dev.sextant.venues.kraken.feed;

import dev.sextant.venues.http.JsonFields;
import dev.sextant.venues.http.JsonReader;
import dev.sextant.venues.http.MalformedJson;
import java.util.List;

/**
 * From a text message of Kraken's public socket to a {@link KrakenMessage}. Never throws, never rounds, ignores fields
 * it does not know; a reason names field and value and has at most some 200 characters. Stateless and thread-safe.
 */
public final class KrakenParser {

    /** Longest message that is looked at: a snapshot of all instruments has some hundred thousand characters. */
    public static final int MAX_CHARS = 4 * 1024 * 1024;

    /** Most levels of a side in one message. */
    public static final int MAX_LEVELS = 5_000;

    private static final JsonReader READER = new JsonReader(MAX_CHARS);

    /** Reads one message. */
    public KrakenMessage parse(String message) {
        JsonFields top;
        try {
            top = READER.object(message);
        } catch (MalformedJson e) {
            return MalformedNews.unread(e);
        }
        try {
            return read(top, message);
        } catch (MalformedJson e) {
            return MalformedNews.of(top, e);
        }
    }

    private static KrakenMessage read(JsonFields top, String message) throws MalformedJson {
        if (top.has("channel")) {
            return news(top, message);
        }
        if (top.has("method") || top.has("success")) {
            return AnswerReader.read(top, message);
        }
        throw new MalformedJson("neither news nor an answer: fields 'channel' and 'method' are absent");
    }

    private static KrakenMessage news(JsonFields top, String message) throws MalformedJson {
        String channel = top.text("channel");
        return switch (channel) {
            case "book" -> MarketReader.book(Wire.isSnapshot(top), only(top));
            case "trade" -> MarketReader.trades(Wire.isSnapshot(top), top.objects("data"));
            case "ticker" -> MarketReader.tickers(Wire.isSnapshot(top), top.objects("data"));
            case "instrument" -> InstrumentReader.read(Wire.isSnapshot(top), top.object("data"));
            case "status" -> status(only(top));
            case "heartbeat" -> new KrakenMessage.Heartbeat();
            default -> new KrakenMessage.Unknown("channel " + Wire.shown(channel), Wire.shown(message));
        };
    }

    private static JsonFields only(JsonFields top) throws MalformedJson {
        List<JsonFields> data = top.objects("data");
        if (data.size() != 1) {
            throw MalformedJson.field("data", "an array of " + data.size(), "exactly one entry");
        }
        return data.getFirst();
    }

    private static KrakenMessage status(JsonFields data) throws MalformedJson {
        return new KrakenMessage.Status(
                MarketStatus.of(data.text("system")),
                Wire.shown(data.textOr("version", "")),
                data.has("connection_id") ? Wire.shown(data.textOrDigits("connection_id")) : "");
    }
}
