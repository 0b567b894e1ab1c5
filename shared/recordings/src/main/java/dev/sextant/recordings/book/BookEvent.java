package dev.sextant.recordings.book;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * One message about one book.
 *
 * @param timeMs epoch milliseconds
 * @param pair as {@code BTC/USD}, base first
 * @param snapshot whether it replaces the book; else it changes levels of it
 * @param checksum what the venue says the book comes to after it, where it says so
 * @param depth how many levels of each side the book has, where it is limited
 */
public record BookEvent(
        long timeMs,
        String pair,
        boolean snapshot,
        List<BookLevel> bids,
        List<BookLevel> asks,
        OptionalLong checksum,
        OptionalInt depth) {

    public BookEvent {
        bids = List.copyOf(bids);
        asks = List.copyOf(asks);
    }
}
