package dev.sextant.ingest.kraken;

import dev.sextant.arbitrage.book.OrderBook;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Writes Kraken's public messages for three pairs, with right checksums. Prices have two digits, quantities four. */
public final class KrakenVenue {

    private final Map<String, OrderBook> books = new HashMap<>();
    private final Map<String, String> statuses = new HashMap<>();

    /** The pairs of the triangle and one that is on no cycle. */
    public static final List<String> PAIRS = List.of("BTC/USD", "ETH/BTC", "ETH/USD", "DOGE/XRP");

    public KrakenVenue() {
        PAIRS.forEach(pair -> {
            books.put(pair, new OrderBook(10));
            statuses.put(pair, "online");
        });
    }

    /** The answer to a subscription to instruments. */
    public String instruments() {
        return instruments("snapshot", 4);
    }

    String status(String pair, String status) {
        statuses.put(pair, status);
        return instruments("update", 4);
    }

    String instruments(String type, int quantityDigits) {
        String pairs = PAIRS.stream().map(pair -> pair(pair, quantityDigits)).collect(Collectors.joining(","));
        return "{\"channel\":\"instrument\",\"type\":\"" + type + "\",\"data\":{\"assets\":[],\"pairs\":[" + pairs
                + "]}}";
    }

    private String pair(String pair, int quantityDigits) {
        String[] assets = pair.split("/", 2);
        int priceDigits = pair.endsWith("BTC") ? 4 : 2;
        return """
                {"symbol":"%s","base":"%s","quote":"%s","status":"%s","price_precision":%d,"price_increment":%s,\
                "qty_precision":%d,"qty_increment":%s,"qty_min":0.001,"cost_precision":5,"cost_min":0.00001,\
                "marginable":false,"has_index":true}""".formatted(
                        pair,
                        assets[0],
                        assets[1],
                        statuses.get(pair),
                        priceDigits,
                        BigDecimal.valueOf(1, priceDigits).toPlainString(),
                        quantityDigits,
                        BigDecimal.valueOf(1, quantityDigits).toPlainString());
    }

    private OrderBook of(String pair) {
        return Objects.requireNonNull(books.get(pair), pair);
    }

    /** A book with one level on each side. */
    public String snapshot(String pair, String bid, String bidQuantity, String ask, String askQuantity) {
        of(pair).clear();
        return book("snapshot", pair, List.of(bid, bidQuantity), List.of(ask, askQuantity));
    }

    /** The same, changed: a quantity of 0 removes. */
    public String update(String pair, List<String> bid, List<String> ask) {
        return book("update", pair, bid, ask);
    }

    private String book(String type, String pair, List<String> bid, List<String> ask) {
        OrderBook book = of(pair);
        int digits = pair.endsWith("BTC") ? 4 : 2;
        List<String> sides = new ArrayList<>();
        for (List<String> level : List.of(bid, ask)) {
            if (level.isEmpty()) {
                sides.add("[]");
                continue;
            }
            long price = new BigDecimal(level.get(0)).movePointRight(digits).longValueExact();
            long quantity = new BigDecimal(level.get(1)).movePointRight(4).longValueExact();
            if (sides.isEmpty()) {
                book.setBid(price, quantity);
            } else {
                book.setAsk(price, quantity);
            }
            sides.add("[{\"price\":" + level.get(0) + ",\"qty\":" + level.get(1) + "}]");
        }
        book.truncate();
        return "{\"channel\":\"book\",\"type\":\"" + type + "\",\"data\":[{\"symbol\":\"" + pair + "\",\"bids\":"
                + sides.get(0) + ",\"asks\":" + sides.get(1) + ",\"checksum\":" + book.checksum()
                + ",\"timestamp\":\"2026-01-01T00:00:00.000000Z\"}]}";
    }

    /** The answer to a request about a book. */
    public static String granted(String method, String pair) {
        return "{\"method\":\"" + method + "\",\"result\":{\"channel\":\"book\",\"depth\":10,\"symbol\":\"" + pair
                + "\"},\"success\":true,\"req_id\":2,\"time_in\":\"2026-01-01T00:00:00.000000Z\",\"time_out\":\"2026-01-01T00:00:00.000001Z\"}";
    }
}
