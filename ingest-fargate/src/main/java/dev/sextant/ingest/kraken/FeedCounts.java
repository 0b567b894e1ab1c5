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

    /** One line. */
    @Override
    public String toString() {
        return connections + " connections, " + messages + " messages, " + books + " of books, " + wrongChecksums
                + " wrong checksums, " + crossed + " crossed, " + unreadable + " unreadable, " + refused
                + " refused, " + resubscribed + " subscribed again, " + stalls + " times silent";
    }
}
