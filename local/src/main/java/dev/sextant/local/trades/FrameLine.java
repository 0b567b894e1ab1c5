package dev.sextant.local.trades;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Symbol;
import dev.sextant.venues.http.JsonFields;
import dev.sextant.venues.http.JsonReader;
import dev.sextant.venues.http.MalformedJson;

/** A frame of a capture: {@code trade} and {@code aggTrade} of one symbol, combined form or raw. */
final class FrameLine {

    private static final JsonReader READER = new JsonReader(64 * 1024);

    private FrameLine() {}

    static ParsedLine read(String json, Symbol symbol) {
        if (!json.contains("rade\"")) {
            return new ParsedLine.Other();
        }
        try {
            JsonFields top = READER.object(json);
            JsonFields event = top.has("stream") ? top.object("data") : top;
            if (!event.has("e") || !event.textOr("s", "").equals(symbol.name())) {
                return new ParsedLine.Other();
            }
            return switch (event.text("e")) {
                case "trade" -> new ParsedLine.Trade(trade(event, event.id("t"), event.id("t"), event.id("t")));
                case "aggTrade" -> new ParsedLine.Trade(trade(event, event.id("a"), event.id("f"), event.id("l")));
                default -> new ParsedLine.Other();
            };
        } catch (MalformedJson | IllegalArgumentException e) {
            return new ParsedLine.Dropped(String.valueOf(e.getMessage()));
        }
    }

    private static AggTrade trade(JsonFields event, long id, long first, long last) throws MalformedJson {
        return new AggTrade(id, event.e8("p"), event.e8("q"), event.timeMs("T"), event.flag("m"), first, last);
    }
}
