package dev.sextant.arbitrage.book;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.zip.CRC32;

/** The slow, obvious book: decimals in sorted maps. */
public final class PlainBook {

    private final int depth;
    private final int pricePrecision;
    private final int quantityPrecision;
    public final NavigableMap<BigDecimal, BigDecimal> bids = new TreeMap<>(Comparator.reverseOrder());
    public final NavigableMap<BigDecimal, BigDecimal> asks = new TreeMap<>();

    public PlainBook(int depth, int pricePrecision, int quantityPrecision) {
        this.depth = depth;
        this.pricePrecision = pricePrecision;
        this.quantityPrecision = quantityPrecision;
    }

    public void set(Map<BigDecimal, BigDecimal> side, long price, long quantity) {
        BigDecimal at = BigDecimal.valueOf(price, pricePrecision);
        if (quantity == 0) {
            side.remove(at);
        } else {
            side.put(at, BigDecimal.valueOf(quantity, quantityPrecision));
        }
    }

    public void truncate() {
        cut(bids);
        cut(asks);
    }

    private void cut(NavigableMap<BigDecimal, BigDecimal> side) {
        while (side.size() > depth) {
            side.pollLastEntry();
        }
    }

    long checksum() {
        String text = text(asks) + text(bids);
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.US_ASCII));
        return crc.getValue();
    }

    private static String text(NavigableMap<BigDecimal, BigDecimal> side) {
        StringBuilder text = new StringBuilder();
        Iterator<Map.Entry<BigDecimal, BigDecimal>> levels = side.entrySet().iterator();
        for (int i = 0; i < 10 && levels.hasNext(); i++) {
            Map.Entry<BigDecimal, BigDecimal> level = levels.next();
            text.append(level.getKey().unscaledValue()).append(level.getValue().unscaledValue());
        }
        return text.toString();
    }
}
