package dev.sextant.simulation.model;

import java.util.Arrays;

/** The states found, in the order in which they were found, each with the one it was found from. */
final class StateSet {

    private static final int EMPTY = -1;

    private long[] states = new long[1 << 16];
    private int[] foundFrom = new int[1 << 16];
    private int[] slots = emptySlots(1 << 18);
    private int size;

    int size() {
        return size;
    }

    long get(int index) {
        return states[index];
    }

    /** The index of the state this one was found from; -1 for the first. */
    int foundFrom(int index) {
        return foundFrom[index];
    }

    /** The state's index; a new state gets the next one. */
    int add(long state, int from) {
        int slot = slotOf(state);
        if (slots[slot] != EMPTY) {
            return slots[slot];
        }
        if (size == states.length) {
            states = Arrays.copyOf(states, size * 2);
            foundFrom = Arrays.copyOf(foundFrom, size * 2);
        }
        states[size] = state;
        foundFrom[size] = from;
        slots[slot] = size++;
        if (size > slots.length / 2) {
            rehash();
        }
        return size - 1;
    }

    private int slotOf(long state) {
        int mask = slots.length - 1;
        long mixed = state * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & mask;
        while (slots[slot] != EMPTY && states[slots[slot]] != state) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void rehash() {
        slots = emptySlots(slots.length * 2);
        for (int index = 0; index < size; index++) {
            slots[slotOf(states[index])] = index;
        }
    }

    private static int[] emptySlots(int count) {
        int[] slots = new int[count];
        Arrays.fill(slots, EMPTY);
        return slots;
    }
}
