package dev.sextant.local.venue.kraken.account;

import java.util.EnumSet;
import java.util.Set;

/** What a key may do. None of them takes money out. */
public enum Right {
    FUNDS,
    OPEN_ORDERS,
    CLOSED_ORDERS,
    PLACE,
    CANCEL,
    SOCKETS;

    /** All that trading needs. */
    public static Set<Right> trading() {
        return EnumSet.allOf(Right.class);
    }

    /** All that looking on needs. */
    public static Set<Right> reading() {
        return EnumSet.of(FUNDS, OPEN_ORDERS, CLOSED_ORDERS, SOCKETS);
    }
}
