package dev.sextant.bench.frame;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.CRC32;

/** Makes frames of a wandering book from a seed, with the checksums a slow book of its own has. */
final class FrameMaker {

    private static final String SYMBOL = "BTC/USD";
    private static final int PRICE_PRECISION = 1;
    private static final int QTY_PRECISION = 8;

    private final Random random;
    private final int depth;
    private final NavigableMap<Long, Long> bids = new TreeMap<>(Comparator.reverseOrder());
    private final NavigableMap<Long, Long> asks = new TreeMap<>();
    private final List<String> changedBids = new ArrayList<>();
    private final List<String> changedAsks = new ArrayList<>();
    private long middle = 640_000;
    private long micros;

    FrameMaker(int depth, long seed) {
        this.depth = depth;
        this.random = new Random(seed);
    }

    /** A snapshot and so many updates. */
    BookFrames make(int updates) {
        List<String> lines = new ArrayList<>();
        fill();
        lines.add(frame("snapshot"));
        for (int i = 0; i < updates; i++) {
            change();
            lines.add(frame("update"));
        }
        return BookFrames.of(SYMBOL, PRICE_PRECISION, QTY_PRECISION, depth, lines);
    }

    /** Most often another quantity near the touch, or a level that goes; sometimes the middle moves. */
    private void change() {
        boolean bid = random.nextBoolean();
        NavigableMap<Long, Long> side = bid ? bids : asks;
        int rank = Math.min(side.size() - 1, (int) Math.abs(random.nextGaussian() * 4));
        long price = side.keySet().stream().skip(rank).findFirst().orElseThrow();
        int kind = random.nextInt(10);
        if (kind < 6) {
            set(bid, price, quantity());
        } else if (kind < 8) {
            set(bid, price, 0);
        } else {
            middle += random.nextLong(-8, 9);
            List.copyOf(bids.headMap(middle - 1, false).keySet()).forEach(gone -> set(true, gone, 0));
            List.copyOf(asks.headMap(middle + 1, false).keySet()).forEach(gone -> set(false, gone, 0));
            set(bid, middle + (bid ? -1 : 1), quantity());
        }
        fill();
    }

    private void fill() {
        while (bids.size() < depth) {
            set(true, (bids.isEmpty() ? middle : bids.lastKey()) - random.nextLong(1, 12), quantity());
        }
        while (asks.size() < depth) {
            set(false, (asks.isEmpty() ? middle : asks.lastKey()) + random.nextLong(1, 12), quantity());
        }
        while (bids.size() > depth) {
            bids.pollLastEntry();
        }
        while (asks.size() > depth) {
            asks.pollLastEntry();
        }
    }

    private long quantity() {
        return (long) Math.pow(10, random.nextDouble(5, 9));
    }

    private void set(boolean bid, long price, long quantity) {
        if (quantity == 0) {
            (bid ? bids : asks).remove(price);
        } else {
            (bid ? bids : asks).put(price, quantity);
        }
        (bid ? changedBids : changedAsks).add(level(price, quantity));
    }

    private static String level(long price, long quantity) {
        return String.format(
                Locale.ROOT,
                "{\"price\":%d.%d,\"qty\":%d.%08d}",
                price / 10,
                price % 10,
                quantity / 100_000_000,
                quantity % 100_000_000);
    }

    private String frame(String type) {
        micros = (micros + random.nextLong(200_000)) % 60_000_000;
        String text = "{\"channel\":\"book\",\"type\":\"" + type + "\",\"data\":[{\"symbol\":\"" + SYMBOL
                + "\",\"bids\":[" + String.join(",", changedBids) + "],\"asks\":[" + String.join(",", changedAsks)
                + "],\"checksum\":" + checksum() + ",\"timestamp\":\"2026-07-19T17:54:"
                + String.format(Locale.ROOT, "%02d.%06dZ", micros / 1_000_000, micros % 1_000_000) + "\"}]}";
        changedBids.clear();
        changedAsks.clear();
        return text;
    }

    private long checksum() {
        StringBuilder text = new StringBuilder();
        for (NavigableMap<Long, Long> side : List.of(asks, bids)) {
            for (Map.Entry<Long, Long> level :
                    side.entrySet().stream().limit(10).toList()) {
                text.append(level.getKey()).append(level.getValue());
            }
        }
        CRC32 crc = new CRC32();
        crc.update(text.toString().getBytes(StandardCharsets.US_ASCII));
        return crc.getValue();
    }
}
