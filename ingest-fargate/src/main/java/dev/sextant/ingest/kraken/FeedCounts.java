package dev.sextant.ingest.kraken;

import java.util.List;
import java.util.OptionalLong;

/** What a {@link KrakenFeed} has met since it began. Belongs to the feed and is read under the same lock. */
final class FeedCounts {
    long messages;
    long books;
    long wrongChecksums;
    long crossed;
    long unreadable;
    long refused;
    long resubscribed;
    long stalls;
    long connections;
    long trades;
    long tickers;
    long tradeGaps;
    long unansweredPings;

    FeedCounts() {}

    FeedStatus status(boolean connected, int liveBooks, OptionalLong roundTripMs, List<PairStatus> pairs) {
        return new FeedStatus(
                connected,
                liveBooks,
                connections,
                messages,
                books,
                wrongChecksums,
                crossed,
                unreadable,
                refused,
                resubscribed,
                stalls,
                trades,
                tickers,
                tradeGaps,
                unansweredPings,
                roundTripMs,
                pairs);
    }
}
