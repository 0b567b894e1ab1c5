package dev.sextant.venues.kraken.trade;

import dev.sextant.domain.market.Symbol;
import dev.sextant.venues.http.JsonFields;
import dev.sextant.venues.http.MalformedJson;
import dev.sextant.venues.kraken.feed.MarketStatus;
import dev.sextant.venues.kraken.feed.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads {@code AssetPairs}. A pair that can't be read is told beside the others. */
final class AssetPairs {

    /** The only assets whose names differ between {@code wsname} and version 2 of the socket. */
    private static final Map<String, String> RENAMED = Map.of("XBT", "BTC", "XDG", "DOGE");

    private static final int MAX_DECIMALS = 18;

    /**
     * What an answer has.
     *
     * @param unread pairs that can't be read, with the reason; nothing may be sent for them
     */
    record Read(List<AssetPair> pairs, List<String> unread) {}

    private AssetPairs() {}

    static Read read(JsonFields result) {
        List<AssetPair> pairs = new ArrayList<>();
        List<String> unread = new ArrayList<>();
        for (String id : result.names()) {
            try {
                pairs.add(pair(id, result.object(id)));
            } catch (MalformedJson e) {
                unread.add(Wire.shown(id) + ": " + e.getMessage());
            }
        }
        return new Read(List.copyOf(pairs), List.copyOf(unread));
    }

    private static AssetPair pair(String id, JsonFields pair) throws MalformedJson {
        return new AssetPair(
                id,
                pair.text("altname"),
                symbol(pair.text("wsname")),
                pair.text("base"),
                pair.text("quote"),
                Wire.whole(pair, "pair_decimals", MAX_DECIMALS),
                Wire.whole(pair, "lot_decimals", MAX_DECIMALS),
                Wire.whole(pair, "cost_decimals", MAX_DECIMALS),
                Amounts.notNegative(pair, "ordermin"),
                Amounts.notNegative(pair, "costmin"),
                Amounts.positive(pair, "tick_size"),
                MarketStatus.of(pair.text("status")));
    }

    private static Symbol symbol(String wsname) throws MalformedJson {
        String[] sides = wsname.split("/", -1);
        if (sides.length != 2 || sides[0].isEmpty() || sides[1].isEmpty()) {
            throw MalformedJson.field("wsname", "'" + wsname + "'", "two assets with a slash between");
        }
        try {
            return new Symbol(
                    RENAMED.getOrDefault(sides[0], sides[0]) + "/" + RENAMED.getOrDefault(sides[1], sides[1]));
        } catch (IllegalArgumentException e) {
            throw MalformedJson.field("wsname", "'" + wsname + "'", "two assets with a slash between");
        }
    }
}
