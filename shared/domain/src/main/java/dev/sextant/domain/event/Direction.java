package dev.sextant.domain.event;

/** Which way a position gains. */
public enum Direction {
    LONG,
    SHORT;

    /** +1 for long, −1 for short. */
    public int sign() {
        return this == LONG ? 1 : -1;
    }

    public Direction opposite() {
        return this == LONG ? SHORT : LONG;
    }
}
