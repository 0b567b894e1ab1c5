package dev.sextant.venues.binance.market;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Symbol;
import dev.sextant.venues.http.JsonFields;
import dev.sextant.venues.http.JsonReader;
import dev.sextant.venues.http.MalformedJson;
import java.util.OptionalLong;

/**
 * From a message of a market connection, combined or raw, to a {@link Parsed}. Never throws, never rounds, ignores
 * fields it does not know. Stateless and thread-safe.
 */
public final class StreamParser {

    /** Longest message that is looked at. */
    public static final int MAX_CHARS = 64 * 1024;

    /** A trade's own time may differ from its message's by this much; more would open buckets far from now. */
    static final long MAX_TRADE_LAG_MS = 5 * 60_000;

    private static final int MAX_SHOWN = 200;

    private static final JsonReader READER = new JsonReader(MAX_CHARS);

    /** Reads one message. */
    public Parsed parse(String message) {
        try {
            JsonFields top = READER.object(message);
            return top.has("stream") ? combined(top) : raw(top);
        } catch (MalformedJson e) {
            return new Parsed.Malformed(String.valueOf(e.getMessage()));
        }
    }

    private static Parsed combined(JsonFields top) throws MalformedJson {
        String stream = top.text("stream");
        if (stream.matches(".*@depth(5|10|20)(@.*)?")) {
            // The same shape as a change of the book, but each message is a whole top: applying it would corrupt one.
            return new Parsed.Ignored("partial depth");
        }
        return raw(top.object("data"));
    }

    private static Parsed raw(JsonFields fields) throws MalformedJson {
        if (!fields.has("e")) {
            return control(fields);
        }
        String type = fields.text("e");
        return switch (type) {
            case "aggTrade" -> new Parsed.Event(trade(fields));
            case "markPriceUpdate" -> new Parsed.Event(markPrice(fields));
            case "bookTicker" -> new Parsed.Event(topOfBook(fields));
            case "depthUpdate" -> new Parsed.Event(depthChange(fields));
            case "forceOrder" -> new Parsed.Event(forcedOrder(fields));
            case "serverShutdown" -> new Parsed.ShuttingDown();
            default -> new Parsed.Ignored("event " + shown(type));
        };
    }

    private static Parsed control(JsonFields fields) throws MalformedJson {
        if (fields.has("error")) {
            return refused(fields.object("error"));
        }
        if (fields.has("code")) {
            return refused(fields);
        }
        if (fields.has("result")) {
            return new Parsed.Ignored("acknowledgement");
        }
        throw new MalformedJson("neither an event nor an answer: field 'e' is absent");
    }

    private static Parsed refused(JsonFields error) throws MalformedJson {
        return new Parsed.Refused(error.integer("code"), shown(error.textOr("msg", "")));
    }

    /** The venue's words, as a log line may show them. */
    private static String shown(String text) {
        return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
    }

    private static MarketEvent trade(JsonFields fields) throws MalformedJson {
        long eventTimeMs = fields.timeMs("E");
        AggTrade trade = aggTrade(fields);
        if (Math.abs(trade.tradeTimeMs() - eventTimeMs) > MAX_TRADE_LAG_MS) {
            throw MalformedJson.field("T", trade.tradeTimeMs(), "a time within 5 minutes of E " + eventTimeMs);
        }
        return new MarketEvent.Trade(symbol(fields), eventTimeMs, trade);
    }

    /** The trade in an object that names its fields as stream and REST both do. */
    public static AggTrade aggTrade(JsonFields fields) throws MalformedJson {
        try {
            return new AggTrade(
                    fields.id("a"),
                    fields.e8("p"),
                    fields.e8("q"),
                    fields.timeMs("T"),
                    fields.flag("m"),
                    fields.id("f"),
                    fields.id("l"));
        } catch (IllegalArgumentException e) {
            throw new MalformedJson(String.valueOf(e.getMessage()));
        }
    }

    private static MarketEvent markPrice(JsonFields fields) throws MalformedJson {
        return new MarketEvent.MarkPrice(
                symbol(fields),
                fields.timeMs("E"),
                positive(fields, "p"),
                optionalE8(fields, "i"),
                optionalE8(fields, "r"),
                fields.has("T") ? fields.integer("T") : 0);
    }

    private static MarketEvent topOfBook(JsonFields fields) throws MalformedJson {
        return new MarketEvent.TopOfBook(
                symbol(fields),
                fields.timeMs("E"),
                fields.id("u"),
                positive(fields, "b"),
                fields.e8("B"),
                positive(fields, "a"),
                fields.e8("A"));
    }

    private static MarketEvent depthChange(JsonFields fields) throws MalformedJson {
        return new MarketEvent.DepthChange(
                symbol(fields),
                fields.timeMs("E"),
                fields.id("U"),
                fields.id("u"),
                fields.integer("pu"),
                PriceLevels.parse(fields, "b"),
                PriceLevels.parse(fields, "a"));
    }

    private static MarketEvent forcedOrder(JsonFields fields) throws MalformedJson {
        JsonFields order = fields.object("o");
        return new MarketEvent.ForcedOrder(
                symbol(order),
                fields.timeMs("E"),
                switch (order.text("S")) {
                    case "SELL" -> true;
                    case "BUY" -> false;
                    default -> throw MalformedJson.field("S", order.text("S"), "BUY or SELL");
                },
                positive(order, "z"),
                positive(order, "ap"),
                order.timeMs("T"));
    }

    private static long positive(JsonFields fields, String name) throws MalformedJson {
        long value = fields.e8(name);
        if (value <= 0) {
            throw MalformedJson.field(name, fields.text(name), "a positive decimal");
        }
        return value;
    }

    /** Delivery contracts send an empty string where perpetuals have a number; old recordings lack the field. */
    private static OptionalLong optionalE8(JsonFields fields, String name) throws MalformedJson {
        boolean empty = !fields.has(name) || fields.textOr(name, "-").isEmpty();
        return empty ? OptionalLong.empty() : OptionalLong.of(fields.e8(name));
    }

    private static Symbol symbol(JsonFields fields) throws MalformedJson {
        try {
            return new Symbol(fields.text("s"));
        } catch (IllegalArgumentException e) {
            throw new MalformedJson("field 's': " + e.getMessage());
        }
    }
}
