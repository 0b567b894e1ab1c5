package dev.sextant.domain.market;

import java.util.List;

/**
 * One pair of a {@link CycleFrame}: its rules and the best levels of its book.
 *
 * @param ageMs how long ago the venue was heard of it when the frame was made, milliseconds, 0 or more
 * @param bids best first, at most {@link #MOST_LEVELS}
 * @param asks best first, at most {@link #MOST_LEVELS}
 */
public record FramedBook(PairRules rules, long ageMs, List<Level> bids, List<Level> asks) {

    /** More than any triangle of a sane size goes through. */
    public static final int MOST_LEVELS = 25;

    /**
     * A level in units of the pair's last digits, both above 0.
     */
    public record Level(long price, long quantity) {

        public Level {
            if (price < 1 || quantity < 1) {
                throw new IllegalArgumentException("level of " + quantity + " at " + price + ", expected both above 0");
            }
        }
    }

    public FramedBook {
        bids = List.copyOf(bids);
        asks = List.copyOf(asks);
        if (ageMs < 0 || bids.size() > MOST_LEVELS || asks.size() > MOST_LEVELS) {
            throw new IllegalArgumentException(rules.pair() + ": " + bids.size() + " bids and " + asks.size()
                    + " asks, " + ageMs + " ms old, expected at most " + MOST_LEVELS + " each and an age of 0 or more");
        }
    }
}
