package dev.sextant.local.venue.kraken;

import dev.sextant.arbitrage.book.BookSide;
import dev.sextant.arbitrage.book.OrderBook;
import dev.sextant.domain.order.Side;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A pair's book to one depth, as those who subscribed to it have it after what was sent so far. */
final class SentBook {

    private final int pair;
    private final int depth;
    private final OrderBook book;

    /** What a client would begin with now. */
    SentBook(VenueBooks books, int pair, int depth) {
        this.pair = pair;
        this.depth = depth;
        this.book = new OrderBook(depth);
        follow(books, new BookChange(pair, List.of(), List.of()));
    }

    /** CRC-32 of its ten best levels of each side. */
    long checksum() {
        return book.checksum();
    }

    List<long[]> bids() {
        return levels(book.bids());
    }

    List<long[]> asks() {
        return levels(book.asks());
    }

    private static List<long[]> levels(BookSide side) {
        List<long[]> levels = new ArrayList<>(side.size());
        for (int rank = 0; rank < side.size(); rank++) {
            levels.add(new long[] {side.price(rank), side.quantity(rank)});
        }
        return levels;
    }

    /**
     * Brings it to what the books are now.
     *
     * @return what a client has to be told: levels that differ, and of those told anew the ones within the depth
     */
    BookChange follow(VenueBooks books, BookChange told) {
        List<long[]> bids = changes(book.bids(), books.levels(pair, Side.BUY, depth), told.bids(), 1);
        List<long[]> asks = changes(book.asks(), books.levels(pair, Side.SELL, depth), told.asks(), -1);
        bids.forEach(level -> book.setBid(level[0], level[1]));
        asks.forEach(level -> book.setAsk(level[0], level[1]));
        book.truncate();
        return new BookChange(pair, bids, asks);
    }

    /** Levels that better ones push out of the depth are not told of: who subscribed cuts them off as well. */
    private List<long[]> changes(BookSide before, List<long[]> now, List<long[]> told, int better) {
        Set<Long> anew = new HashSet<>();
        told.forEach(level -> anew.add(level[0]));
        List<long[]> changes = new ArrayList<>();
        int rank = 0;
        for (long[] level : now) {
            for (; rank < before.size() && isBetter(before.price(rank), level[0], better); rank++) {
                changes.add(gone(before.price(rank), anew));
            }
            boolean was = rank < before.size() && before.price(rank) == level[0];
            if (anew.remove(level[0]) || !was || before.quantity(rank) != level[1]) {
                changes.add(level);
            }
            rank += was ? 1 : 0;
        }
        boolean full = now.size() == depth;
        for (; rank < before.size() && !full; rank++) {
            changes.add(gone(before.price(rank), anew));
        }
        anew.stream()
                .filter(price -> !full || isBetter(price, now.getLast()[0], better))
                .forEach(price -> changes.add(new long[] {price, 0}));
        return changes;
    }

    private static boolean isBetter(long price, long than, int better) {
        return Long.compare(price, than) * better > 0;
    }

    private static long[] gone(long price, Set<Long> anew) {
        anew.remove(price);
        return new long[] {price, 0};
    }
}
