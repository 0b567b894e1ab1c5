package dev.sextant.venues.binance.market.book;

import dev.sextant.venues.binance.market.PriceLevels;
import java.util.Arrays;

/**
 * One side of a book as two parallel arrays, worst level first: changes cluster at the best price, which so stands at
 * the end, where inserting moves least.
 */
final class BookSide {

    private static final int INITIAL = 256;

    /** +1 when a higher price is better (bids), −1 when a lower one is (asks). */
    private final int better;

    /** Price times {@link #better}, rising, so that one search serves both sides. */
    private long[] keys = new long[INITIAL];

    private long[] qtysE8 = new long[INITIAL];
    private int size;

    private BookSide(int better) {
        this.better = better;
    }

    static BookSide bids() {
        return new BookSide(1);
    }

    static BookSide asks() {
        return new BookSide(-1);
    }

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    /** Price of the level with this rank, 0 = best. */
    long priceE8(int rank) {
        return keys[checked(rank)] * better;
    }

    long qtyE8(int rank) {
        return qtysE8[checked(rank)];
    }

    private int checked(int rank) {
        if (rank < 0 || rank >= size) {
            throw new IndexOutOfBoundsException("level " + rank + " of " + size);
        }
        return size - 1 - rank;
    }

    void apply(PriceLevels levels) {
        for (int i = 0; i < levels.size(); i++) {
            set(levels.priceE8(i), levels.qtyE8(i));
        }
    }

    /** Quantities are absolute; removing a level that isn't there is normal. */
    private void set(long priceE8, long qtyE8) {
        long key = priceE8 * better;
        int at = Arrays.binarySearch(keys, 0, size, key);
        if (at >= 0 && qtyE8 == 0) {
            remove(at);
        } else if (at >= 0) {
            qtysE8[at] = qtyE8;
        } else if (qtyE8 > 0) {
            insert(-at - 1, key, qtyE8);
        }
    }

    private void remove(int at) {
        size--;
        System.arraycopy(keys, at + 1, keys, at, size - at);
        System.arraycopy(qtysE8, at + 1, qtysE8, at, size - at);
    }

    private void insert(int at, long key, long qtyE8) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size * 2);
            qtysE8 = Arrays.copyOf(qtysE8, size * 2);
        }
        System.arraycopy(keys, at, keys, at + 1, size - at);
        System.arraycopy(qtysE8, at, qtysE8, at + 1, size - at);
        keys[at] = key;
        qtysE8[at] = qtyE8;
        size++;
    }
}
