package dev.sextant.local.venue.kraken.follow;

import dev.sextant.arbitrage.book.BookSide;
import dev.sextant.arbitrage.book.OrderBook;
import dev.sextant.domain.order.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The book of a pair as its venue tells it, less what was taken here: what is taken of a level is gone until the venue
 * tells that level anew.
 */
final class FollowedBook {

    private final OrderBook book;
    private final Map<Long, Long> bidsTaken = new HashMap<>();
    private final Map<Long, Long> asksTaken = new HashMap<>();

    /** @param book is fed by whoever made it, as the venue tells it */
    FollowedBook(OrderBook book) {
        this.book = book;
    }

    /** The venue told the whole book. */
    void toldWhole() {
        bidsTaken.clear();
        asksTaken.clear();
    }

    /** The venue told a level, BUY for a bid. */
    void told(Side side, long price) {
        taken(side).remove(price);
    }

    /** A message was applied to the book. */
    void applied() {
        forget(bidsTaken, book.bids());
        forget(asksTaken, book.asks());
    }

    /** A level that is not there any more would be told anew if it came back. */
    private static void forget(Map<Long, Long> taken, BookSide side) {
        if (!taken.isEmpty()) {
            Set<Long> there = new HashSet<>();
            for (int rank = 0; rank < side.size(); rank++) {
                there.add(side.price(rank));
            }
            taken.keySet().retainAll(there);
        }
    }

    /** What is left of a side, best first. */
    List<long[]> levels(Side side, int most) {
        BookSide levels = side == Side.BUY ? book.bids() : book.asks();
        Map<Long, Long> taken = taken(side);
        List<long[]> left = new ArrayList<>();
        for (int rank = 0; rank < levels.size() && left.size() < most; rank++) {
            long quantity = levels.quantity(rank) - taken.getOrDefault(levels.price(rank), 0L);
            if (quantity > 0) {
                left.add(new long[] {levels.price(rank), quantity});
            }
        }
        return left;
    }

    void take(Side side, long price, long quantity) {
        taken(side).merge(price, quantity, Long::sum);
    }

    private Map<Long, Long> taken(Side side) {
        return side == Side.BUY ? bidsTaken : asksTaken;
    }
}
