package dev.sextant.venues.kraken.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sextant.venues.binance.market.ReferenceData;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Books recorded in the protocol's first version, written anew in the second: numbers in place of strings, digit for
 * digit, and BTC for XBT. Ten pairs of many precisions, a thousand levels.
 */
class KrakenFirstVersionCaptureTest {

    private static final JsonMapper JSON = new JsonMapper();

    /** A book message of the first version. */
    private record Old(String symbol, boolean snapshot, List<JsonNode> bids, List<JsonNode> asks, String checksum) {

        static Old of(JsonNode frame) {
            List<JsonNode> bids = new ArrayList<>();
            List<JsonNode> asks = new ArrayList<>();
            String checksum = "0";
            for (int i = 1; i < frame.size() - 2; i++) {
                JsonNode part = frame.get(i);
                part.path("b").forEach(bids::add);
                part.path("bs").forEach(bids::add);
                part.path("a").forEach(asks::add);
                part.path("as").forEach(asks::add);
                checksum = part.path("c").asText(checksum);
            }
            String symbol = frame.get(frame.size() - 1).asText().replace("XBT", "BTC");
            return new Old(symbol, frame.get(1).has("as"), bids, asks, checksum);
        }

        String inTheSecondVersion() {
            return "{\"channel\":\"book\",\"type\":\"" + (snapshot ? "snapshot" : "update")
                    + "\",\"data\":[{\"symbol\":\"" + symbol + "\",\"bids\":" + written(bids) + ",\"asks\":"
                    + written(asks) + ",\"checksum\":" + checksum + ",\"timestamp\":\"" + time() + "\"}]}";
        }

        private static String written(List<JsonNode> levels) {
            List<String> written = levels.stream()
                    .map(level -> "{\"price\":" + level.get(0).asText() + ",\"qty\":"
                            + level.get(1).asText() + "}")
                    .toList();
            return "[" + String.join(",", written) + "]";
        }

        private String time() {
            JsonNode any = bids.isEmpty() ? asks.getFirst() : bids.getFirst();
            String[] parts = any.get(2).asText().split("\\.", -1);
            String second = Instant.ofEpochSecond(Long.parseLong(parts[0])).toString();
            return second.replace("Z", "." + parts[1] + "Z");
        }

        private List<Long> scaled(List<JsonNode> levels, PairRules rules) {
            List<Long> scaled = new ArrayList<>();
            for (JsonNode level : levels) {
                scaled.add(units(level.get(0), rules.pricePrecision()));
                scaled.add(units(level.get(1), rules.qtyPrecision()));
            }
            return scaled;
        }

        private static long units(JsonNode number, int precision) {
            return new BigDecimal(number.asText()).movePointRight(precision).longValueExact();
        }
    }

    private static List<Old> books(String file) throws IOException {
        List<Old> books = new ArrayList<>();
        for (String line : ReferenceData.gzipLines(file)) {
            String text = line.substring(line.indexOf(": [") >= 0 ? line.indexOf(": [") + 2 : 0);
            if (text.startsWith("[")) {
                books.add(Old.of(JSON.readTree(text)));
            }
        }
        return books;
    }

    /** As many decimals as the first version writes: its snapshots have them all. */
    private static List<PairRules> pairs(List<Old> books) {
        Map<String, PairRules> pairs = new TreeMap<>();
        for (Old book : books) {
            JsonNode level =
                    book.bids().isEmpty() ? book.asks().getFirst() : book.bids().getFirst();
            pairs.putIfAbsent(book.symbol(), Frames.pair(book.symbol(), decimals(level, 0), decimals(level, 1)));
        }
        return List.copyOf(pairs.values());
    }

    private static int decimals(JsonNode level, int at) {
        return new BigDecimal(level.get(at).asText()).scale();
    }

    private static int sameInBoth(String file) throws IOException {
        List<Old> books = books(file);
        List<PairRules> rules = pairs(books);
        Twins twins = new Twins(rules);
        for (Old book : books) {
            String frame = book.inTheSecondVersion();
            assertEquals(ScanResult.BOOK, twins.check(frame), frame);
            PairRules pair = rules.get(twins.scanned().pair());
            assertEquals(book.symbol(), pair.symbol().name());
            assertEquals(book.scaled(book.bids(), pair), twins.scanned().bids());
            assertEquals(book.scaled(book.asks(), pair), twins.scanned().asks());
            assertEquals(book.checksum(), Long.toString(twins.scanned().checksum()));
        }
        return books.size();
    }

    @Test
    void tenPairsWithAThousandLevels() throws IOException {
        assertEquals(4_279, sameInBoth("data/kraken-ws1-book/10pairs-20210417T1648Z.book1000.raw.txt.gz"));
    }

    @Test
    void bitcoinWithTenLevels() throws IOException {
        assertEquals(980, sameInBoth("data/kraken-ws1-book/xbtusd-book10-20230830.ndjson.gz"));
    }
}
