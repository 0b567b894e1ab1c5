package dev.sextant.ingest.kraken;

import java.util.List;
import java.util.OptionalLong;

/**
 * How a {@link KrakenFeed} is, and what it has met since it began.
 *
 * @param connected whether a connection is open
 * @param liveBooks how many books follow the venue's now
 * @param connections how many were opened
 * @param messages of any kind
 * @param bookMessages of them about books
 * @param wrongChecksums how often a book turned out wrong
 * @param crossed how often its best bid reached its best ask
 * @param unreadable messages that could not be read
 * @param refused requests that the venue refused
 * @param resubscribed how often a book was begun again
 * @param stalls how often nothing was heard for too long
 * @param trades that were told
 * @param tickers that were told
 * @param tradeGaps how often a trade's number was not the next
 * @param unansweredPings how often a connection was given up for that
 * @param roundTripMs of the last ping that was answered; empty before the first
 * @param pairs how each pair is
 */
public record FeedStatus(
        boolean connected,
        int liveBooks,
        long connections,
        long messages,
        long bookMessages,
        long wrongChecksums,
        long crossed,
        long unreadable,
        long refused,
        long resubscribed,
        long stalls,
        long trades,
        long tickers,
        long tradeGaps,
        long unansweredPings,
        OptionalLong roundTripMs,
        List<PairStatus> pairs) {

    public FeedStatus {
        pairs = List.copyOf(pairs);
    }

    /** One line. */
    @Override
    public String toString() {
        return liveBooks + " books, " + connections + " connections, " + messages + " messages, " + bookMessages
                + " of books, " + wrongChecksums + " wrong checksums, " + crossed + " crossed, " + unreadable
                + " unreadable, " + refused + " refused, " + resubscribed + " subscribed again, " + stalls
                + " times silent, " + trades + " trades, " + tickers + " tickers, " + tradeGaps
                + " gaps between trades, "
                + unansweredPings + " pings unanswered"
                + (roundTripMs.isPresent() ? ", " + roundTripMs.getAsLong() + " ms there and back" : "");
    }
}
