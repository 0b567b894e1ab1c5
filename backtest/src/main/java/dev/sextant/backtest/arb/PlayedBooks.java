package dev.sextant.backtest.arb;

import dev.sextant.arbitrage.book.OrderBook;
import dev.sextant.arbitrage.detect.CycleDetector;
import dev.sextant.arbitrage.detect.DetectorLimits;
import dev.sextant.arbitrage.detect.OpportunitySinks;
import dev.sextant.arbitrage.graph.CurrencyGraph;
import dev.sextant.arbitrage.graph.Cycles;
import dev.sextant.arbitrage.graph.MarketRules;
import dev.sextant.recordings.RecordingException;
import dev.sextant.recordings.book.BookEvent;
import dev.sextant.recordings.book.BookFile;
import dev.sextant.recordings.book.BookLevel;
import dev.sextant.recordings.book.BookRow;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Recorded books for whoever plays them: message by message, with the rules and the books that a replay has. One thread.
 * What can't be used closes the pair's book until its next snapshot, as in a replay.
 */
public final class PlayedBooks implements AutoCloseable {

    private final Universe universe;
    private final CycleDetector detector;
    private final BookCounts counts = new BookCounts();
    private final ReplayBooks books;
    private final OpenBooks open;
    private @Nullable BookEvent waiting;
    private long nowMs = Long.MIN_VALUE / 2;

    /**
     * Opens files, which are read once to their end for their pairs.
     *
     * @throws RecordingException when one can't be read
     */
    public PlayedBooks(List<BookFile> files) throws RecordingException {
        universe = RecordedPairs.of(files).universe(0);
        CurrencyGraph graph = universe.graph();
        // The books are wanted, and no cycle in them.
        detector = new CycleDetector(
                graph,
                Cycles.of(graph, 3, List.of("")),
                universe.depths(),
                new DetectorLimits(0, 1, 1, 1),
                new OpportunitySinks(List.of()));
        books = new ReplayBooks(universe, detector, counts);
        open = new OpenBooks(files);
        advance();
    }

    /** The pairs and their rules; fees are 0. */
    public CurrencyGraph graph() {
        return universe.graph();
    }

    /** A market's book as it is now. */
    public OrderBook book(int market) {
        return detector.book(market);
    }

    /** Whether a market's book is known and right, and its pair was online. */
    public boolean isOpen(int market) {
        return detector.isOpen(market);
    }

    /** How many checksums the recording has told so far of books as they came out here; all right but {@link #wrongChecksums}. */
    public long checksums() {
        return counts.checksums;
    }

    /** How many of them were wrong. */
    public long wrongChecksums() {
        return counts.wrongChecksums;
    }

    /** When the next message came; empty at the end. */
    public OptionalLong nextMs() {
        return waiting == null ? OptionalLong.empty() : OptionalLong.of(Math.max(nowMs, waiting.timeMs()));
    }

    /**
     * Applies the next message. There is one: {@link #nextMs} says so.
     *
     * @throws RecordingException when the file can't be read further
     */
    public PlayedBook next() throws RecordingException {
        BookEvent event = waiting;
        if (event == null) {
            throw new IllegalStateException("the recording is over");
        }
        nowMs = Math.max(nowMs, event.timeMs());
        int market = universe.graph().marketId(event.pair());
        books.take(event, nowMs);
        PlayedBook played = new PlayedBook(
                nowMs, market, event.snapshot(), levels(event.bids(), market), levels(event.asks(), market));
        advance();
        return played;
    }

    /** Goes to the next message; what can't be read on the way closes its pair. */
    private void advance() throws RecordingException {
        waiting = null;
        for (PulledBooks from = open.next(); from != null; from = open.next()) {
            switch (from.row()) {
                case BookRow.Changed(BookEvent event) -> {
                    waiting = event;
                    return;
                }
                case BookRow.Malformed(String pair, String _) -> books.lose(pair, nowMs);
                case BookRow.Listed _, BookRow.Aside _ -> {}
            }
        }
    }

    private List<long[]> levels(List<BookLevel> levels, int market) {
        MarketRules rules = universe.graph().market(market);
        return levels.stream()
                .filter(level -> ReplayBooks.isInRange(level, rules))
                .map(level -> new long[] {ReplayBooks.price(level, rules), ReplayBooks.quantity(level, rules)})
                .toList();
    }

    @Override
    public void close() {
        open.close();
    }
}
