package dev.sextant.bench.frame;

import dev.sextant.arbitrage.book.OrderBook;
import dev.sextant.bench.Contender;
import dev.sextant.venues.kraken.feed.BookScanner;
import dev.sextant.venues.kraken.feed.Levels;
import dev.sextant.venues.kraken.feed.ScanResult;
import dev.sextant.venues.kraken.feed.ScannedBook;
import dev.sextant.venues.kraken.feed.ScannedPairs;
import java.util.List;

/** The desk's own scanner and book; every checksum is verified. */
final class OurReading implements Contender {

    private final Packed frames;
    private final BookScanner scanner;
    private final ScannedBook scanned = new ScannedBook();
    private final OrderBook book;
    private long verified;

    OurReading(BookFrames frames) {
        this.frames = frames.v2();
        this.scanner = new BookScanner(new ScannedPairs(List.of(frames.rules())));
        this.book = new OrderBook(frames.depth());
    }

    @Override
    public String name() {
        return "Sextant's `BookScanner` and `OrderBook`, v2";
    }

    @Override
    public void begin() {
        take(-1, 0);
        verified = 0;
    }

    @Override
    public void take(int from, int to) {
        for (int i = from + 1; i <= to; i++) {
            if (scanner.scan(frames.bytes, frames.start(i), frames.end(i), scanned) == ScanResult.BOOK && apply()) {
                verified++;
            }
        }
    }

    private boolean apply() {
        if (scanned.isSnapshot()) {
            book.clear();
        }
        Levels bids = scanned.bids();
        for (int i = 0; i < bids.size(); i++) {
            book.setBid(bids.price(i), bids.qty(i));
        }
        Levels asks = scanned.asks();
        for (int i = 0; i < asks.size(); i++) {
            book.setAsk(asks.price(i), asks.qty(i));
        }
        book.truncate();
        return book.checksum() == scanned.checksum();
    }

    @Override
    public long found() {
        return verified;
    }
}
