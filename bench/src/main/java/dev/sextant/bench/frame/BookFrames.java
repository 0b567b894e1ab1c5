package dev.sextant.bench.frame;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.domain.market.Symbol;
import dev.sextant.venues.kraken.feed.MarketStatus;
import dev.sextant.venues.kraken.feed.PairRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Frames of one pair's book in Kraken's second version, the snapshot first, and the same told as its first version does.
 *
 * @param depth levels of each side
 * @param v2 the frames
 * @param v1 the same levels and checksums
 */
record BookFrames(String symbol, int pricePrecision, int qtyPrecision, int depth, Packed v2, Packed v1) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The frames of these lines that are of a book. */
    static BookFrames of(String symbol, int pricePrecision, int qtyPrecision, int depth, List<String> lines) {
        List<String> v2 = new ArrayList<>();
        List<String> v1 = new ArrayList<>();
        for (String line : lines) {
            JsonNode message = read(line);
            if (message.path("channel").asText().equals("book")) {
                v2.add(line);
                v1.add(new FirstVersion(symbol, depth, pricePrecision, qtyPrecision).frame(message));
            }
        }
        return new BookFrames(symbol, pricePrecision, qtyPrecision, depth, new Packed(v2), new Packed(v1));
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PairRules rules() {
        return new PairRules(
                new Symbol(symbol),
                symbol.substring(0, symbol.indexOf('/')),
                symbol.substring(symbol.indexOf('/') + 1),
                MarketStatus.ONLINE,
                pricePrecision,
                qtyPrecision,
                BigDecimal.ONE.movePointLeft(pricePrecision),
                BigDecimal.ONE.movePointLeft(qtyPrecision),
                BigDecimal.ZERO,
                5,
                BigDecimal.ZERO);
    }

    /** Updates after the snapshot. */
    int updates() {
        return v2.count() - 1;
    }

    double averageBytes() {
        return (double) (v2.bytes.length - v2.length(0)) / updates();
    }
}
