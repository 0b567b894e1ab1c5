package dev.sextant.ingest.kraken;

import dev.sextant.arbitrage.detect.CycleDetector;
import dev.sextant.arbitrage.graph.CurrencyGraph;
import dev.sextant.arbitrage.graph.Cycles;
import dev.sextant.venues.kraken.feed.ScannedBook;

/** What a {@link KrakenFeed} feeds. All calls come from one thread at a time. */
public interface FeedSink {

    /**
     * The venue has told its pairs, or other rules for them: a detector with empty books for these. The one before is
     * not fed any more.
     */
    CycleDetector begin(CurrencyGraph graph, Cycles cycles, int[] depths);

    /**
     * Something was heard of the market, if only a heartbeat; before anything else is told of it. The answer to a ping is
     * no such thing: it says that requests are heard, not that books are sent.
     */
    default void heard(long nowMs) {}

    /** Before a message of a pair's book is applied. */
    void before(long nowMs);

    /** A book is right after a message; the message is as it came. */
    void applied(int market, long nowMs, ScannedBook message);

    /** A pair's book can't be traded on any more: until {@link #applied}, and the detector's market is open again. */
    default void closed(int market, long nowMs) {}

    /** Something a person would want to know: a refused pair, a wrong checksum, a lost connection. */
    void note(long nowMs, String text);
}
