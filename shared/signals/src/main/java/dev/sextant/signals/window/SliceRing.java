package dev.sextant.signals.window;

import org.jspecify.annotations.Nullable;

/** The last {@code capacity} slices in order of time. */
final class SliceRing {

    private final @Nullable Slice[] slots;
    private long size;

    SliceRing(int capacity) {
        slots = new @Nullable Slice[capacity];
    }

    void push(Slice slice) {
        slots[slot(size)] = slice;
        size++;
    }

    /** The slice pushed {@code back} pushes ago (1 is the last), or null when there is none that old. */
    @Nullable
    Slice ago(int back) {
        return back > size ? null : slots[slot(size - back)];
    }

    String canonical() {
        StringBuilder text = new StringBuilder();
        for (int back = 1; back <= Math.min(size, slots.length); back++) {
            Slice slice = ago(back);
            text.append(slice).append('\n');
        }
        return text.toString();
    }

    private int slot(long index) {
        return Math.toIntExact(index % slots.length);
    }
}
