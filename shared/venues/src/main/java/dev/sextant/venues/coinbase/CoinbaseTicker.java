package dev.sextant.venues.coinbase;

import dev.sextant.venues.http.JsonFields;
import dev.sextant.venues.http.JsonReader;
import dev.sextant.venues.http.MalformedJson;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/**
 * A product's best bid and ask as they are now, with the time of its last trade.
 *
 * @param product for example {@code BTC-USD}
 * @param bid above 0, not above {@code ask}
 * @param tradeTimeMs when it last traded, epoch ms: tells a frozen market from a running one
 */
public record CoinbaseTicker(String product, BigDecimal bid, BigDecimal ask, long tradeTimeMs) {

    private static final JsonReader READER = new JsonReader(16 * 1024);
    private static final BigDecimal TWO = BigDecimal.TWO;

    /** From the body of {@code GET /products/{product}/ticker}. */
    static CoinbaseTicker parse(String product, String body) throws MalformedJson {
        JsonFields ticker = READER.object(body);
        BigDecimal bid = ticker.decimal("bid");
        BigDecimal ask = ticker.decimal("ask");
        if (bid.signum() <= 0 || bid.compareTo(ask) > 0) {
            throw new MalformedJson("bid " + bid + " and ask " + ask + " of " + product
                    + ", expected a bid above 0 and not above the ask");
        }
        return new CoinbaseTicker(product, bid, ask, time(ticker.text("time")));
    }

    private static long time(String text) throws MalformedJson {
        try {
            return Instant.parse(text).toEpochMilli();
        } catch (DateTimeParseException e) {
            throw new MalformedJson(
                    "field 'time' is '" + text + "', expected a UTC time like 2025-11-14T20:46:03.511254Z");
        }
    }

    /** Half way between bid and ask, exact. */
    public BigDecimal mid() {
        return bid.add(ask).divide(TWO);
    }
}
