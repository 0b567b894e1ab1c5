package dev.sextant.venues.kraken.feed;

import dev.sextant.domain.market.Symbol;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What one message of Kraken's public socket came to. Texts of the venue are cut to 200 characters. */
public sealed interface KrakenMessage {

    /** What was asked of the venue. */
    enum Method {
        SUBSCRIBE,
        UNSUBSCRIBE,
        PING,
        /** Something this feed does not ask for. */
        OTHER
    }

    /**
     * Assets and pairs: all of them in a snapshot, those that changed in an update.
     *
     * @param unread entries whose rules can't be: what was known of them no longer holds
     */
    record Instruments(boolean snapshot, List<AssetRules> assets, List<PairRules> pairs, List<UnreadEntry> unread)
            implements KrakenMessage {}

    /**
     * An asset or pair of which something is absent or impossible. The others of its message stand.
     *
     * @param name as the message has it, empty when it has none
     */
    record UnreadEntry(String name, String reason) {}

    /**
     * Levels of one book, in the order of the message: the same price may come twice, and the last one holds.
     *
     * @param checksum CRC-32 of the ten best levels of each side once this is applied, 0 to 2³² − 1
     * @param timeMicros epoch microseconds, 0 when the message has none (snapshots of old recordings)
     */
    record Book(
            boolean snapshot, Symbol symbol, List<BookLevel> bids, List<BookLevel> asks, long checksum, long timeMicros)
            implements KrakenMessage {}

    /** Trades, oldest first; a snapshot has those before the subscription. */
    record Trades(boolean snapshot, List<PublicTrade> trades) implements KrakenMessage {}

    /** Tickers. */
    record Tickers(boolean snapshot, List<Ticker> tickers) implements KrakenMessage {}

    /**
     * The state of the whole exchange: first message of a connection, and again at each change.
     *
     * @param version of the venue's program, empty when absent
     * @param connectionId for logs, as the venue writes it (it exceeds a signed long); empty when absent
     */
    record Status(MarketStatus system, String version, String connectionId) implements KrakenMessage {}

    /** A sign of life, each second in which nothing else is told. */
    record Heartbeat() implements KrakenMessage {}

    /**
     * The answer to a ping.
     *
     * @param timeInMicros when the ping came in by the venue's clock, epoch microseconds
     * @param timeOutMicros when the answer left
     */
    record Pong(OptionalLong reqId, long timeInMicros, long timeOutMicros) implements KrakenMessage {}

    /** A request was granted; one comes for each symbol of the request. */
    record Acknowledged(Method method, String channel, Optional<Symbol> symbol, OptionalInt depth, OptionalLong reqId)
            implements KrakenMessage {}

    /**
     * A request was refused.
     *
     * @param error the venue's words: to be shown, not to be decided by
     */
    record Refused(Method method, String error, Optional<Symbol> symbol, OptionalInt depth, OptionalLong reqId)
            implements KrakenMessage {}

    /**
     * Well-formed, and of a kind this feed does not read.
     *
     * @param what its channel or method
     * @param text the beginning of the message
     */
    record Unknown(String what, String text) implements KrakenMessage {}

    /**
     * Not what the protocol allows: dropped and counted, never guessed at. Its levels are lost to the book it was about.
     *
     * @param mayBeBook whether its channel is {@code book}, or can't be told
     * @param symbol whose book it was about; empty when that can't be told, or when it was about no book
     */
    record Malformed(String reason, boolean mayBeBook, Optional<Symbol> symbol) implements KrakenMessage {}
}
