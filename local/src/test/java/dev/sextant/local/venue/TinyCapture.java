package dev.sextant.local.venue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** A made-up BTCUSDT capture in the recorder's own format: a seeded book that wanders, with trades at its best prices. */
final class TinyCapture {

    static final int LEVELS = 12;

    private final SplittableRandom random;
    private final List<String> lines = new ArrayList<>();
    private final TreeMap<Long, Long> bids = new TreeMap<>(Comparator.reverseOrder());
    private final TreeMap<Long, Long> asks = new TreeMap<>();
    private long middleTenths;
    private long updateId = 1_000;
    private long tradeId = 500;
    int trades;
    BigDecimal traded = BigDecimal.ZERO;

    private TinyCapture(long seed, int price) {
        random = new SplittableRandom(seed);
        middleTenths = 10L * price;
    }

    /** Writes a capture whose first event is at {@code firstMs} and which lasts some seconds, and returns its facts. */
    static TinyCapture write(Path file, long firstMs, int seconds, int price) throws IOException {
        TinyCapture capture = new TinyCapture(firstMs, price);
        capture.record(firstMs, seconds);
        Files.write(file, capture.lines);
        return capture;
    }

    private void record(long firstMs, int seconds) {
        move();
        line(
                firstMs,
                "{\"lastUpdateId\":" + updateId + ",\"E\":" + firstMs + ",\"T\":" + firstMs + ",\"bids\":"
                        + levels(bids) + ",\"asks\":" + levels(asks) + "}");
        for (long ms = firstMs; ms < firstMs + seconds * 1_000L; ms += 50) {
            for (int i = random.nextInt(4); i > 0; i--) {
                trade(ms + 3 - i);
            }
            long previous = updateId;
            Map<Long, Long> oldBids = new TreeMap<>(bids);
            Map<Long, Long> oldAsks = new TreeMap<>(asks);
            move();
            updateId += 1 + random.nextInt(40);
            depth(ms + 20, previous, changes(oldBids, bids), changes(oldAsks, asks));
            ticker(ms + 20);
        }
    }

    private void move() {
        middleTenths += random.nextInt(5) - 2;
        bids.clear();
        asks.clear();
        for (int i = 0; i < LEVELS; i++) {
            bids.put(middleTenths - 1 - i, 1L + random.nextInt(3_000));
            asks.put(middleTenths + i, 1L + random.nextInt(3_000));
        }
    }

    private static Map<Long, Long> changes(Map<Long, Long> before, Map<Long, Long> after) {
        Map<Long, Long> changes = new TreeMap<>(after);
        before.keySet().forEach(price -> changes.putIfAbsent(price, 0L));
        return changes;
    }

    private void trade(long ms) {
        boolean sold = random.nextBoolean();
        long price = sold ? bids.firstKey() : asks.firstKey();
        long qty = 1L + random.nextInt(500);
        trades++;
        traded = traded.add(BigDecimal.valueOf(qty, 3));
        frame(
                ms,
                "trade",
                "{\"e\":\"trade\",\"E\":" + ms + ",\"T\":" + ms + ",\"s\":\"BTCUSDT\",\"t\":" + tradeId++ + ",\"p\":\""
                        + price(price) + "\",\"q\":\"" + qty(qty) + "\",\"X\":\"MARKET\",\"m\":" + sold + "}");
    }

    private void depth(long ms, long previous, Map<Long, Long> changedBids, Map<Long, Long> changedAsks) {
        frame(
                ms,
                "depth@0ms",
                "{\"e\":\"depthUpdate\",\"E\":" + ms + ",\"T\":" + (ms - 1) + ",\"s\":\"BTCUSDT\",\"U\":"
                        + (previous == 1_000 ? previous : previous + 1) + ",\"u\":" + updateId + ",\"pu\":" + previous
                        + ",\"b\":" + levels(changedBids) + ",\"a\":" + levels(changedAsks) + "}");
    }

    private void ticker(long ms) {
        frame(
                ms,
                "bookTicker",
                "{\"e\":\"bookTicker\",\"u\":" + updateId + ",\"s\":\"BTCUSDT\",\"b\":\""
                        + price(bids.firstKey()) + "\",\"B\":\""
                        + qty(bids.firstEntry().getValue()) + "\",\"a\":\""
                        + price(asks.firstKey()) + "\",\"A\":\""
                        + qty(asks.firstEntry().getValue()) + "\",\"T\":" + ms
                        + ",\"E\":" + ms + "}");
    }

    private void frame(long ms, String stream, String data) {
        line(ms, "{\"stream\":\"btcusdt@" + stream + "\",\"data\":" + data + "}");
    }

    private void line(long ms, String json) {
        lines.add(ms + "000000 " + json);
    }

    private static String levels(Map<Long, Long> side) {
        List<String> rows = new ArrayList<>();
        side.forEach((price, qty) -> rows.add("[\"" + price(price) + "\",\"" + qty(qty) + "\"]"));
        return "[" + String.join(",", rows) + "]";
    }

    private static String price(long tenths) {
        return BigDecimal.valueOf(tenths, 1).setScale(2).toPlainString();
    }

    private static String qty(long thousandths) {
        return BigDecimal.valueOf(thousandths, 3).toPlainString();
    }
}
