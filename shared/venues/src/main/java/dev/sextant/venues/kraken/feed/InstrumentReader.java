package dev.sextant.venues.kraken.feed;

import dev.sextant.venues.http.JsonFields;
import dev.sextant.venues.http.MalformedJson;
import dev.sextant.venues.kraken.feed.KrakenMessage.UnreadEntry;
import java.util.ArrayList;
import java.util.List;

/** Assets and pairs. An entry that can't be read is told beside the others: one odd pair must not hide a thousand. */
final class InstrumentReader {

    /** Reads one entry. */
    private interface EntryReader<T> {
        T read(JsonFields entry) throws MalformedJson;
    }

    private InstrumentReader() {}

    static KrakenMessage read(boolean snapshot, JsonFields data) throws MalformedJson {
        if (!data.has("assets") && !data.has("pairs")) {
            throw MalformedJson.field("data", data, "assets or pairs");
        }
        List<UnreadEntry> unread = new ArrayList<>();
        return new KrakenMessage.Instruments(
                snapshot,
                entries(data, "assets", "id", unread, InstrumentReader::asset),
                entries(data, "pairs", "symbol", unread, InstrumentReader::pair),
                List.copyOf(unread));
    }

    private static <T> List<T> entries(
            JsonFields data, String section, String nameField, List<UnreadEntry> unread, EntryReader<T> reader)
            throws MalformedJson {
        List<T> read = new ArrayList<>();
        for (JsonFields entry : data.has(section) ? data.objects(section) : List.<JsonFields>of()) {
            try {
                read.add(reader.read(entry));
            } catch (MalformedJson | IllegalArgumentException e) {
                unread.add(new UnreadEntry(
                        Wire.shown(entry.textOr(nameField, "")), Wire.shown(String.valueOf(e.getMessage()))));
            }
        }
        return List.copyOf(read);
    }

    private static AssetRules asset(JsonFields asset) throws MalformedJson {
        return new AssetRules(
                Wire.shown(asset.text("id")),
                Wire.shown(asset.text("status")),
                Wire.whole(asset, "precision", PairRules.MAX_PRECISION));
    }

    private static PairRules pair(JsonFields pair) throws MalformedJson {
        return new PairRules(
                Wire.symbol(pair),
                pair.text("base"),
                pair.text("quote"),
                MarketStatus.of(pair.text("status")),
                Wire.whole(pair, "price_precision", PairRules.MAX_PRECISION),
                Wire.whole(pair, "qty_precision", PairRules.MAX_PRECISION),
                pair.number("price_increment"),
                pair.number("qty_increment"),
                pair.number("qty_min"),
                Wire.whole(pair, "cost_precision", PairRules.MAX_PRECISION),
                pair.number("cost_min"));
    }
}
