package dev.sextant.local.venue.kraken.account;

import java.util.EnumSet;
import java.util.Set;

/** What a key may do, of what matters here. */
public enum Right {
    FUNDS("query-funds"),
    OPEN_ORDERS("query-open-trades"),
    CLOSED_ORDERS("query-closed-trades"),
    PLACE("modify-trades"),
    CANCEL("close-trades"),
    SOCKETS("create-ws-token"),
    LEDGER("query-ledger"),
    WITHDRAW("withdraw-funds"),
    WITHDRAW_ADDRESSES("add-withdraw-address");

    private final String word;

    Right(String word) {
        this.word = word;
    }

    /** As the venue names it. */
    public String word() {
        return word;
    }

    /** All that trading needs. */
    public static Set<Right> trading() {
        return EnumSet.of(FUNDS, OPEN_ORDERS, CLOSED_ORDERS, PLACE, CANCEL, SOCKETS);
    }

    /** All that looking on needs. */
    public static Set<Right> reading() {
        return EnumSet.of(FUNDS, OPEN_ORDERS, CLOSED_ORDERS, SOCKETS);
    }
}
