package dev.sextant.venues.kraken.feed;

import dev.sextant.domain.market.Symbol;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Messages and pairs of the tests. */
final class Frames {

    private Frames() {}

    /** One message of each kind, written by hand. */
    static List<String> written() throws IOException {
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Frames.class.getResourceAsStream("/kraken/feed/messages.ndjson")),
                StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }

    /** A pair whose steps are its units. */
    static PairRules pair(String symbol, int pricePrecision, int qtyPrecision) {
        int slash = symbol.indexOf('/');
        return new PairRules(
                new Symbol(symbol),
                symbol.substring(0, slash),
                symbol.substring(slash + 1),
                MarketStatus.ONLINE,
                pricePrecision,
                qtyPrecision,
                BigDecimal.ONE.movePointLeft(pricePrecision),
                BigDecimal.ONE.movePointLeft(qtyPrecision),
                BigDecimal.ZERO,
                5,
                BigDecimal.ZERO);
    }
}
