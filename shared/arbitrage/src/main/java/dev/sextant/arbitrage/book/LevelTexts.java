package dev.sextant.arbitrage.book;

import java.util.Arrays;

/**
 * The digits of each level as the checksum wants them, price then quantity, written once and kept until the level
 * changes. A level's text lies in a slot that it keeps while it moves along the side; only the slots' numbers move.
 */
final class LevelTexts {

    /** Nineteen digits of a price and nineteen of a quantity, in whole words. */
    static final int SLOT = 40;

    private byte[] digits;

    /** The slot of each place of the side; places from the side's size on hold the free ones. */
    private int[] slots;

    /** How long the text of each slot is: 0 when it has to be written. */
    private int[] lengths;

    /** How long the price in each slot's text is: 0 when it has to be written. */
    private int[] priceLengths;

    LevelTexts(int places) {
        digits = new byte[places * SLOT];
        slots = new int[places];
        lengths = new int[places];
        priceLengths = new int[places];
        free(0);
    }

    private void free(int first) {
        for (int i = first; i < slots.length; i++) {
            slots[i] = i;
        }
    }

    void grow(int places) {
        int before = slots.length;
        digits = Arrays.copyOf(digits, places * SLOT);
        slots = Arrays.copyOf(slots, places);
        lengths = Arrays.copyOf(lengths, places);
        priceLengths = Arrays.copyOf(priceLengths, places);
        free(before);
    }

    /** A level appears at this place of a side of this size. */
    void insert(int at, int size) {
        int slot = slots[size];
        System.arraycopy(slots, at, slots, at + 1, size - at);
        slots[at] = slot;
        lengths[slot] = 0;
        priceLengths[slot] = 0;
    }

    /** The level at this place of a side of this size goes. */
    void remove(int at, int size) {
        int slot = slots[at];
        System.arraycopy(slots, at + 1, slots, at, size - 1 - at);
        slots[size - 1] = slot;
    }

    void forgetQuantity(int at) {
        lengths[slots[at]] = 0;
    }

    /** Writes a level's digits to the end of a text with room for {@value #SLOT} more, and returns the new end. */
    int write(int at, long price, long quantity, byte[] to, int end) {
        int slot = slots[at];
        int from = slot * SLOT;
        if (lengths[slot] == 0) {
            if (priceLengths[slot] == 0) {
                priceLengths[slot] = Digits.write(price, digits, from);
            }
            lengths[slot] = priceLengths[slot] + Digits.write(quantity, digits, from + priceLengths[slot]);
        }
        int length = lengths[slot];
        Digits.copy(digits, from, to, end, length);
        return end + length;
    }
}
