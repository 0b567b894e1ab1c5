package dev.sextant.ingest.kraken;

import dev.sextant.arbitrage.book.OrderBook;
import dev.sextant.arbitrage.detect.CycleDetector;
import dev.sextant.domain.market.Symbol;
import dev.sextant.venues.kraken.feed.BookScaler;
import dev.sextant.venues.kraken.feed.BookScanner;
import dev.sextant.venues.kraken.feed.Levels;
import dev.sextant.venues.kraken.feed.MarketStatus;
import dev.sextant.venues.kraken.feed.PairRules;
import dev.sextant.venues.kraken.feed.ScannedBook;
import dev.sextant.venues.kraken.feed.ScannedPairs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The pairs of one universe with their books and subscriptions. */
final class KrakenBooks {

    /** How a message left a book. */
    enum Applied {
        RIGHT,
        /** Not awaited: no snapshot came before it. */
        NOT_FOLLOWED,
        WRONG_CHECKSUM,
        CROSSED
    }

    final KrakenUniverse universe;
    final ScannedPairs scanned;
    final BookScanner scanner;
    final BookScaler scaler;
    final CycleDetector detector;
    private final PairFeed[] feeds;
    private final boolean[] open;

    KrakenBooks(KrakenUniverse universe, CycleDetector detector) {
        this.universe = universe;
        this.detector = detector;
        this.scanned = new ScannedPairs(universe.pairs());
        this.scanner = new BookScanner(scanned);
        this.scaler = new BookScaler(scanned);
        this.feeds = new PairFeed[universe.pairs().size()];
        this.open = new boolean[feeds.length];
        Arrays.setAll(feeds, market -> new PairFeed());
        for (int market = 0; market < open.length; market++) {
            setStatus(market, universe.pairs().get(market).status());
        }
    }

    /**
     * The same books before another detector, which hears of each with its next message: what it took for an opportunity was
     * priced otherwise.
     */
    KrakenBooks before(KrakenUniverse other, CycleDetector next) {
        KrakenBooks books = new KrakenBooks(other, next);
        System.arraycopy(feeds, 0, books.feeds, 0, feeds.length);
        System.arraycopy(open, 0, books.open, 0, open.length);
        for (int market = 0; market < feeds.length; market++) {
            copy(detector.book(market), next.book(market));
        }
        return books;
    }

    private static void copy(OrderBook from, OrderBook to) {
        for (int level = 0; level < from.bids().size(); level++) {
            to.setBid(from.bids().price(level), from.bids().quantity(level));
        }
        for (int level = 0; level < from.asks().size(); level++) {
            to.setAsk(from.asks().price(level), from.asks().quantity(level));
        }
        to.truncate();
    }

    int count() {
        return feeds.length;
    }

    PairFeed feed(int market) {
        return feeds[market];
    }

    PairRules rules(int market) {
        return universe.pairs().get(market);
    }

    void setStatus(int market, MarketStatus status) {
        open[market] = status == MarketStatus.ONLINE;
    }

    boolean isOpen(int market) {
        return open[market];
    }

    int liveCount() {
        return (int) Arrays.stream(feeds).filter(PairFeed::isLive).count();
    }

    /** Takes those pairs, so many at the most, whose subscription has to end now, or to begin. */
    List<Symbol> takeDue(boolean ending, int most, long nowMs) {
        List<Symbol> due = new ArrayList<>();
        for (int market = 0; market < feeds.length && due.size() < most; market++) {
            PairFeed feed = feeds[market];
            if (feed.isDue(nowMs) && feed.endsFirst() == ending) {
                due.add(rules(market).symbol());
                if (ending) {
                    feed.ending(nowMs);
                } else {
                    feed.asked(nowMs);
                }
            }
        }
        return due;
    }

    Applied apply(ScannedBook message, long nowMs) {
        int market = message.pair();
        PairFeed feed = feeds[market];
        OrderBook book = detector.book(market);
        if (message.isSnapshot() && feed.state() == PairFeed.State.ASKED) {
            book.clear();
            feed.snapshot(nowMs);
        } else if (!feed.isLive()) {
            return Applied.NOT_FOLLOWED;
        } else if (message.isSnapshot()) {
            book.clear();
        }
        set(book, message.bids(), message.asks());
        if (book.checksum() != message.checksum()) {
            return Applied.WRONG_CHECKSUM;
        }
        return book.isCrossed() ? Applied.CROSSED : Applied.RIGHT;
    }

    private static void set(OrderBook book, Levels bids, Levels asks) {
        for (int i = 0; i < bids.size(); i++) {
            book.setBid(bids.price(i), bids.qty(i));
        }
        for (int i = 0; i < asks.size(); i++) {
            book.setAsk(asks.price(i), asks.qty(i));
        }
        book.truncate();
    }
}
