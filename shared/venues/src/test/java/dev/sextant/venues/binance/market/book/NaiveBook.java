package dev.sextant.venues.binance.market.book;

import dev.sextant.venues.binance.market.PriceLevels;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The slow, obvious twin of {@link LocalBook}: two sorted maps. */
final class NaiveBook {

    final NavigableMap<Long, Long> bids = new TreeMap<>(Comparator.reverseOrder());
    final NavigableMap<Long, Long> asks = new TreeMap<>();

    void apply(PriceLevels bidChanges, PriceLevels askChanges) {
        apply(bids, bidChanges);
        apply(asks, askChanges);
    }

    private static void apply(Map<Long, Long> side, PriceLevels changes) {
        for (int i = 0; i < changes.size(); i++) {
            if (changes.qtyE8(i) == 0) {
                side.remove(changes.priceE8(i));
            } else {
                side.put(changes.priceE8(i), changes.qtyE8(i));
            }
        }
    }

    /** Both sides, best first, as one text. */
    String text() {
        return bids + " " + asks;
    }

    static String text(LocalBook book) {
        StringBuilder text = new StringBuilder("{");
        for (int i = 0; i < book.bidCount(); i++) {
            text.append(i == 0 ? "" : ", ")
                    .append(book.bidPriceE8(i))
                    .append('=')
                    .append(book.bidQtyE8(i));
        }
        text.append("} {");
        for (int i = 0; i < book.askCount(); i++) {
            text.append(i == 0 ? "" : ", ")
                    .append(book.askPriceE8(i))
                    .append('=')
                    .append(book.askQtyE8(i));
        }
        return text.append('}').toString();
    }
}
