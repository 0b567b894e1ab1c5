package dev.sextant.ingest.kraken;

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

    FeedCounts() {}

    FeedStatus status(boolean connected, int liveBooks) {
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
                stalls);
    }
}
