package dev.sextant.backtest.arb;

import dev.sextant.arbitrage.book.OrderBook;
import dev.sextant.arbitrage.detect.CycleDetector;
import dev.sextant.arbitrage.graph.MarketRules;
import dev.sextant.recordings.book.BookEvent;
import dev.sextant.recordings.book.BookLevel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Feeds recorded books to a detector. A book that can't be trusted (no snapshot yet, wrong checksum, a line that can't be
 * read, digits the venue says there can't be) is closed until its next snapshot, a crossed one while it is crossed, and
 * no other is touched.
 */
final class ReplayBooks {

    private static final BigDecimal MOST = BigDecimal.valueOf(1L << 60);

    /** Whether each market's book follows from a snapshot on. */
    private final boolean[] followed;

    private final Universe universe;
    private final CycleDetector detector;
    private final BookCounts counts;

    ReplayBooks(Universe universe, CycleDetector detector, BookCounts counts) {
        this.universe = universe;
        this.detector = detector;
        this.counts = counts;
        this.followed = new boolean[universe.graph().marketCount()];
    }

    /** Takes an event and returns its market, or −1 when its book can't be traded on after it. */
    int take(BookEvent event, long nowMs) {
        int market = universe.graph().marketId(event.pair());
        if (event.snapshot()) {
            detector.book(market).clear();
            followed[market] = true;
            counts.snapshots++;
        } else if (!followed[market]) {
            counts.beforeSnapshot++;
            return -1;
        }
        counts.events++;
        followed[market] = followed[market] && set(market, event) && isWhole(market, event);
        return followed[market] && opened(market, nowMs) ? market : shut(market, nowMs);
    }

    private int shut(int market, long nowMs) {
        detector.closed(market, nowMs);
        return -1;
    }

    /** The pair's book missed something. */
    void lose(String pair, long nowMs) {
        int market = universe.graph().marketId(pair);
        if (market >= 0) {
            followed[market] = false;
            detector.closed(market, nowMs);
        }
    }

    private boolean set(int market, BookEvent event) {
        OrderBook book = detector.book(market);
        MarketRules rules = universe.graph().market(market);
        boolean set = set(event.bids(), rules, book::setBid) && set(event.asks(), rules, book::setAsk);
        book.truncate();
        return set;
    }

    /** One side of a book. */
    private interface Side {
        void set(long price, long quantity);
    }

    private boolean set(List<BookLevel> levels, MarketRules rules, Side side) {
        for (BookLevel level : levels) {
            if (!isInRange(level, rules)) {
                counts.outOfRange++;
                return false;
            }
            side.set(price(level, rules), quantity(level, rules));
        }
        return true;
    }

    /** Whether a level can be told in the pair's units. */
    static boolean isInRange(BookLevel level, MarketRules rules) {
        BigDecimal quantity = level.quantity().movePointRight(rules.quantityPrecision());
        BigDecimal price = level.price().movePointRight(rules.pricePrecision());
        return quantity.compareTo(MOST) <= 0 && price.compareTo(MOST) <= 0 && price.compareTo(BigDecimal.ONE) >= 0;
    }

    /** In units of the pair's last digit. */
    static long quantity(BookLevel level, MarketRules rules) {
        return level.quantity()
                .movePointRight(rules.quantityPrecision())
                .setScale(0, RoundingMode.DOWN)
                .longValueExact();
    }

    /** In units of the pair's last digit. */
    static long price(BookLevel level, MarketRules rules) {
        return level.price()
                .movePointRight(rules.pricePrecision())
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }

    private boolean isWhole(int market, BookEvent event) {
        if (event.checksum().isEmpty()) {
            return true;
        }
        counts.checksums++;
        boolean right = event.checksum().getAsLong() == detector.book(market).checksum();
        counts.wrongChecksums += right ? 0 : 1;
        return right;
    }

    private boolean opened(int market, long nowMs) {
        if (detector.book(market).isCrossed()) {
            counts.crossed++;
            return false;
        }
        if (universe.isOpen(market)) {
            detector.updated(market, nowMs);
        }
        return true;
    }
}
