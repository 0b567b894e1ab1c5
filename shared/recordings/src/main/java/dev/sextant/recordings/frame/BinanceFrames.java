package dev.sextant.recordings.frame;

import dev.sextant.recordings.event.RecordedEvent;
import dev.sextant.recordings.input.ExactJson;
import dev.sextant.recordings.input.LineReader;
import dev.sextant.recordings.row.Place;
import dev.sextant.recordings.row.Row;
import dev.sextant.venues.http.JsonFields;
import dev.sextant.venues.http.JsonReader;
import dev.sextant.venues.http.MalformedJson;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Frames of Binance spot, USD-M and COIN-M, raw or combined, with the REST answers recorders put between them. Field
 * names as in the venue's stream pages.
 */
final class BinanceFrames implements FrameReader {

    private static final JsonReader JSON = new JsonReader(LineReader.MAX_CHARS);
    private static final Pattern CLAIM =
            Pattern.compile("\\{\\s*\"(stream|e|lastUpdateId|_kind)\"\\s*:.*|\\{.*\"e\"\\s*:\\s*\"\\w+\".*");
    private static final Pattern SYMBOL = Pattern.compile("[?&]symbol=(\\w+)");

    @Override
    public String name() {
        return "binance-frames";
    }

    @Override
    public boolean claims(Envelope frame) {
        return frame.isAnswer()
                ? frame.url().contains("binance")
                : CLAIM.matcher(frame.payload()).matches();
    }

    @Override
    public Row read(Envelope frame) throws MalformedJson {
        if (frame.isAnswer() && !frame.url().contains("/depth")) {
            ExactJson.read(frame.payload());
            return message(frame, frame.url().replaceFirst("\\?.*", ""), "", frame.receivedMs(), null);
        }
        JsonFields top = JSON.object(frame.payload());
        JsonFields event = top.has("stream") ? top.object("data") : top.has("_kind") ? top.object("body") : top;
        if (event.has("lastUpdateId")) {
            return BinanceEvents.snapshot(event, restSymbol(frame, top), frame);
        }
        String type = type(event);
        String stream = top.textOr("stream", event.textOr("s", "") + "@" + type);
        BinanceEvents events = new BinanceEvents(event, stream, channel(stream), frame);
        return switch (type) {
            case "trade" -> events.trade();
            case "aggTrade" -> events.aggregateTrade();
            case "bookTicker" -> events.quote();
            case "depthUpdate" -> events.depth();
            case "kline" -> events.candle();
            case "markPriceUpdate" -> events.markPrice();
            case "forceOrder" -> events.forcedOrder();
            case "openInterest" -> events.openInterest();
            case "" -> message(frame, "answer", "", frame.receivedMs(), null);
            default -> message(frame, channel(stream), event.textOr("s", ""), events.eventTimeMs(), frame.payload());
        };
    }

    /** Spot's best bid and ask, and the generated open interest of one recorder, come without {@code e}. */
    private static String type(JsonFields event) throws MalformedJson {
        if (event.has("e")) {
            return event.text("e");
        }
        if (event.has("u") && event.has("b") && event.has("B")) {
            return "bookTicker";
        }
        if (event.has("openInterest")) {
            return "openInterest";
        }
        boolean answer = event.has("result") || event.has("code") || event.has("orderId") || event.has("id");
        if (!answer) {
            throw MalformedJson.field("e", "absent", "the type of an event");
        }
        return "";
    }

    private static String channel(String stream) {
        int at = stream.indexOf('@');
        return at < 0 ? stream : stream.substring(stream.startsWith("!") ? 0 : at + 1);
    }

    private static String restSymbol(Envelope frame, JsonFields top) {
        Matcher symbol = SYMBOL.matcher(frame.url());
        if (symbol.find()) {
            return symbol.group(1);
        }
        String stream = top.textOr("stream", "");
        return stream.replaceFirst("@.*", "").toUpperCase(Locale.ROOT);
    }

    private static Row message(Envelope frame, String channel, String symbol, long timeMs, @Nullable String identity) {
        return new Row.Data(
                Place.unordered(channel, channel + " " + symbol, identity, frame.clock(timeMs)),
                new RecordedEvent.Message(symbol, timeMs, channel, frame.payload()));
    }

    @Override
    public String venueTime() {
        return "trade time T, else event time E (milliseconds since 1970); receipt time where a frame has neither";
    }

    @Override
    public List<String> notes() {
        return List.of(
                "trades and aggregate trades are checked by id, books by their update chain; best bid and ask, candles,"
                        + " marks and liquidations have no consecutive id, so a lost one can't be seen");
    }
}
