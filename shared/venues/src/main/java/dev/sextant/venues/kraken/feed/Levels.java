package dev.sextant.venues.kraken.feed;

/**
 * The levels of one side in one message, in its order, as scaled longs; used again for each message. Price in units of
 * 10^-{@code pricePrecision}, 1 or more; absolute quantity in units of 10^-{@code qtyPrecision}, 0 removes the level.
 */
public final class Levels {

    private final long[] prices = new long[KrakenParser.MAX_LEVELS];
    private final long[] qtys = new long[KrakenParser.MAX_LEVELS];
    private int size;

    Levels() {}

    void clear() {
        size = 0;
    }

    /** False when there is no room for it. */
    boolean add(long price, long qty) {
        if (size == KrakenParser.MAX_LEVELS) {
            return false;
        }
        prices[size] = price;
        qtys[size] = qty;
        size++;
        return true;
    }

    /** How many. */
    public int size() {
        return size;
    }

    /** Price of level {@code i}. */
    public long price(int i) {
        return prices[checked(i)];
    }

    /** Quantity of level {@code i}. */
    public long qty(int i) {
        return qtys[checked(i)];
    }

    private int checked(int i) {
        if (i < 0 || i >= size) {
            throw new IndexOutOfBoundsException("level " + i + " of " + size);
        }
        return i;
    }

    @Override
    public String toString() {
        return size + " levels";
    }
}
