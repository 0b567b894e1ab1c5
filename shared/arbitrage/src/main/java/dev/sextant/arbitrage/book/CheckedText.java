package dev.sextant.arbitrage.book;

import java.util.zip.CRC32;

/**
 * The text of a side's best levels, as far as the checksum goes. It knows from which rank on it is out of date, and is
 * written anew from there: most changes leave the other side, and the better levels, as they were.
 */
final class CheckedText {

    private final byte[] text = new byte[OrderBook.CHECKED_LEVELS * LevelTexts.SLOT + Long.BYTES];

    /** Where the text of each rank ends, behind a 0. */
    private final int[] ends = new int[OrderBook.CHECKED_LEVELS + 1];

    /** How many levels the text holds. */
    private int levels;

    /** Levels of this rank and beyond are not as they are written. */
    private int current;

    /** The level of this rank has changed, or others moved across it. */
    void changed(int rank) {
        current = Math.min(current, rank);
    }

    /** Brings the text up to date with its side; false when nothing in it has changed. */
    boolean refresh(BookSide side) {
        int wanted = Math.min(OrderBook.CHECKED_LEVELS, side.size());
        if (current >= wanted && levels == wanted) {
            return false;
        }
        int end = ends[Math.min(current, wanted)];
        for (int rank = current; rank < wanted; rank++) {
            end = side.write(rank, text, end);
            ends[rank + 1] = end;
        }
        levels = wanted;
        current = OrderBook.CHECKED_LEVELS;
        return true;
    }

    void addTo(CRC32 crc) {
        crc.update(text, 0, ends[levels]);
    }
}
