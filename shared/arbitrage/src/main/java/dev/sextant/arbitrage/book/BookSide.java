package dev.sextant.arbitrage.book;

import java.util.Arrays;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * One side of a book: prices and quantities as whole numbers of the pair's last digit, best level at rank 0. It keeps no
 * more levels than its depth once a message is over. Not thread-safe; allocates nothing but for the first checksum and
 * for a message that adds more levels than any before it.
 *
 * <p>The arrays run from the worst level to the best, because changes cluster at the best one and inserting there moves
 * least.
 */
public final class BookSide {

    /** Places for levels that a message adds before others leave. */
    private static final int SPARE = 6;

    /** Deeper books get their places when they need them. */
    private static final int LARGE = 1000;

    /** +1 when a higher price is better (bids), −1 when a lower one is (asks). */
    private final int better;

    private final int depth;

    /** Price times {@link #better}, rising, so that one search serves both sides. */
    private long[] keys;

    private long[] quantities;
    private int size;

    /** The text of each level, and of all that are checked; none before the first checksum: not every book has one. */
    private @Nullable LevelTexts texts;

    private @Nullable CheckedText checked;

    /** The best rank that has changed since {@link #seen}. */
    private int changedFrom = Integer.MAX_VALUE;

    BookSide(int better, int depth) {
        this.better = better;
        this.depth = depth;
        int places = Math.min(depth, LARGE) + SPARE;
        this.keys = new long[places];
        this.quantities = new long[places];
    }

    /** How many levels there are, at most the depth. */
    public int size() {
        return size;
    }

    /**
     * The best rank whose level is not as it was at the last {@link #seen}: every better one is. From 0; {@link
     * Integer#MAX_VALUE} when none has changed.
     */
    public int changedFrom() {
        return changedFrom;
    }

    /** Its one reader, a detector, knows it as it is now. */
    public void seen() {
        changedFrom = Integer.MAX_VALUE;
    }

    private void changed(int rank) {
        if (checked != null) {
            checked.changed(rank);
        }
        changedFrom = Math.min(changedFrom, rank);
    }

    /** Price of the level of this rank in units of 10^−price precision; rank from 0 to size − 1, unchecked. */
    public long price(int rank) {
        return keys[size - 1 - rank] * better;
    }

    /** Quantity of the level of this rank in units of 10^−quantity precision; rank from 0 to size − 1, unchecked. */
    public long quantity(int rank) {
        return quantities[size - 1 - rank];
    }

    void clear() {
        size = 0;
        changed(0);
    }

    /** Sets the level of this price; quantity 0 removes it, and removing one that isn't there is normal. */
    void set(long price, long quantity) {
        long key = price * better;
        int at = find(key);
        boolean there = at < size && keys[at] == key;
        if (quantity == 0) {
            if (there) {
                remove(at);
            }
        } else if (there) {
            quantities[at] = quantity;
            if (texts != null) {
                texts.forgetQuantity(at);
            }
            changed(size - 1 - at);
        } else {
            insert(at, key, quantity);
        }
    }

    /** Lets the levels beyond the depth go: the venue doesn't tell when they leave. */
    void truncate() {
        while (size > depth) {
            remove(0);
        }
    }

    /** The first place whose key is not below this one, looked for from the best level: most changes are there. */
    private int find(long key) {
        int at = size;
        int nearest = Math.max(0, size - 8);
        while (at > nearest && keys[at - 1] >= key) {
            at--;
        }
        if (at > nearest || at == 0 || keys[at - 1] < key) {
            return at;
        }
        int found = Arrays.binarySearch(keys, 0, at, key);
        return found >= 0 ? found : -found - 1;
    }

    private void remove(int at) {
        if (texts != null) {
            texts.remove(at, size);
        }
        size--;
        changed(size - at);
        System.arraycopy(keys, at + 1, keys, at, size - at);
        System.arraycopy(quantities, at + 1, quantities, at, size - at);
    }

    private void insert(int at, long key, long quantity) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size * 2);
            quantities = Arrays.copyOf(quantities, size * 2);
            if (texts != null) {
                texts.grow(size * 2);
            }
        }
        System.arraycopy(keys, at, keys, at + 1, size - at);
        System.arraycopy(quantities, at, quantities, at + 1, size - at);
        if (texts != null) {
            texts.insert(at, size);
        }
        changed(size - at);
        keys[at] = key;
        quantities[at] = quantity;
        size++;
    }

    /** Brings the checksum's text up to date; false when it is as it was. */
    boolean refreshText() {
        if (checked == null) {
            texts = new LevelTexts(keys.length);
            checked = new CheckedText();
        }
        return checked.refresh(this);
    }

    void addTo(CRC32 crc) {
        if (checked != null) {
            checked.addTo(crc);
        }
    }

    /** Writes the digits of the level of this rank to the end of a text and returns the new end. */
    int write(int rank, byte[] to, int end) {
        int at = size - 1 - rank;
        return texts == null ? end : texts.write(at, keys[at] * better, quantities[at], to, end);
    }
}
