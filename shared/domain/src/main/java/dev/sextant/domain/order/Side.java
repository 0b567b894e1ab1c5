package dev.sextant.domain.order;

import dev.sextant.domain.event.Direction;

/** Which side of the book an order takes. */
public enum Side {
    BUY,
    SELL;

    public Side opposite() {
        return this == BUY ? SELL : BUY;
    }

    /** The side that opens a position of a direction. */
    public static Side opening(Direction direction) {
        return direction == Direction.LONG ? BUY : SELL;
    }

    /** +1 for buy, −1 for sell. */
    public int sign() {
        return this == BUY ? 1 : -1;
    }
}
