package dev.sextant.ingest.kraken;

import dev.sextant.domain.market.Symbol;
import dev.sextant.venues.kraken.feed.KrakenMessage;
import dev.sextant.venues.kraken.feed.KrakenParser;
import dev.sextant.venues.kraken.feed.KrakenRequests;
import dev.sextant.venues.kraken.feed.PingWatch;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Kraken's public feed as a state machine: asks for the instruments, keeps the books of the pairs on cycles ({@link FeedBooks})
 * and, where they are wanted, their trades and tickers. Silence of five seconds asks for another connection. Has no thread and
 * no clock: whoever owns the connection tells it what comes and, some times a second, what time it is.
 */
public final class KrakenFeed {

    /** The venue sends a heartbeat each second in which nothing else is sent. */
    static final long SILENCE_MS = 5_000;

    /** How many pairs one request names. */
    private static final int BATCH = 50;

    /** The connection of this feed. */
    public interface Wire {
        /** Sends a message. */
        void send(String text);

        /** Gives the connection up; another one is opened. */
        void drop(String reason);
    }

    private final FeedSink sink;
    private final FeedCounts counts = new FeedCounts();
    private final PingWatch pings = new PingWatch();
    private final FeedBooks books;
    private final FeedNews news;
    private final KrakenParser parser = new KrakenParser();
    private @Nullable Wire wire;
    private long heardMs;
    private long requests;

    /** A feed whose pairs all cost what its settings say. */
    public KrakenFeed(FeedSettings settings, FeedSink sink, DoubleSupplier random) {
        this(settings, sink, PairFees.flat(settings.feePpm()), random);
    }

    /**
     * A feed before an account.
     *
     * @param fees in place of the settings' fee
     * @param random uniform in [0, 1), for back-off
     */
    public KrakenFeed(FeedSettings settings, FeedSink sink, PairFees fees, DoubleSupplier random) {
        this.sink = sink;
        this.books = new FeedBooks(settings, sink, fees, random, counts);
        this.news = new FeedNews(settings.news(), counts);
    }

    /** What it has met so far. */
    FeedCounts counts() {
        return counts;
    }

    /** How it is and what it has met so far. */
    public FeedStatus status(long nowMs) {
        KrakenBooks known = books.known();
        return counts.status(
                wire != null, liveBooks(), pings.roundTripMs(), known == null ? List.of() : news.status(known, nowMs));
    }

    /** How many books follow the venue's now. */
    int liveBooks() {
        return books.liveCount();
    }

    /** A connection is open. */
    public void opened(Wire opened, long nowMs) {
        wire = opened;
        books.opened();
        heardMs = nowMs;
        pings.reset(nowMs);
        news.reset();
        counts.connections++;
        opened.send(KrakenRequests.subscribeInstruments(nextRequest()));
    }

    /** The connection is over. */
    public void lost(String reason, long nowMs) {
        if (wire != null) {
            sink.note(nowMs, "connection lost: " + reason);
        }
        wire = null;
        books.closeAll(nowMs);
    }

    /** Time has gone on: asks for what is due, notices silence. */
    public void tick(long nowMs) {
        Wire now = wire;
        if (now == null) {
            return;
        }
        if (nowMs - heardMs > SILENCE_MS) {
            counts.stalls++;
            now.drop("nothing was heard for " + (nowMs - heardMs) + " ms");
            return;
        }
        if (pings.isLate(nowMs)) {
            counts.unansweredPings++;
            now.drop("a ping was not answered within " + PingWatch.PATIENCE_MS + " ms");
            return;
        }
        books.passed(nowMs);
        books.askable().ifPresent(known -> {
            books.request(now, known, BATCH, this::nextRequest, nowMs);
            news.request(now, known, BATCH, this::nextRequest, nowMs);
        });
        if (pings.isDue(nowMs)) {
            pings.sent(nextRequest(), nowMs);
            now.send(KrakenRequests.ping(requests));
        }
    }

    private long nextRequest() {
        return ++requests;
    }

    /** A message has come. */
    public void text(String text, long nowMs) {
        counts.messages++;
        if (books.scan(text)) {
            heard(nowMs);
            books.take(nowMs);
            return;
        }
        KrakenMessage read = parser.parse(text);
        if (!(read instanceof KrakenMessage.Pong)) {
            heard(nowMs);
        }
        parsed(read, nowMs);
    }

    private void heard(long nowMs) {
        heardMs = nowMs;
        sink.heard(nowMs);
    }

    private void parsed(KrakenMessage read, long nowMs) {
        switch (read) {
            case KrakenMessage.Instruments instruments -> books.take(instruments, this::drop, nowMs);
            case KrakenMessage.Book book -> books.take(book, nowMs);
            case KrakenMessage.Status status -> books.take(status, nowMs);
            case KrakenMessage.Acknowledged granted -> granted(granted, nowMs);
            case KrakenMessage.Refused refused -> refused(refused, nowMs);
            case KrakenMessage.Malformed malformed -> unreadable(malformed, nowMs);
            case KrakenMessage.Trades trades -> news.take(trades);
            case KrakenMessage.Tickers tickers -> news.take(tickers);
            case KrakenMessage.Pong pong -> pings.answered(pong.reqId(), nowMs);
            case KrakenMessage.Unknown _, KrakenMessage.Heartbeat _ -> {}
        }
    }

    /** A book that loses a message is wrong from then on: it is closed before its next checksum could tell. */
    private void unreadable(KrakenMessage.Malformed malformed, long nowMs) {
        counts.unreadable++;
        sink.note(nowMs, "a message can't be read: " + malformed.reason());
        if (malformed.mayBeBook()) {
            books.lost(malformed.symbol(), nowMs);
        }
    }

    private void drop(String reason) {
        Wire now = wire;
        if (now != null) {
            now.drop(reason);
        }
    }

    private void granted(KrakenMessage.Acknowledged granted, long nowMs) {
        if (!news.granted(granted)) {
            books.granted(granted, nowMs);
        }
    }

    private void refused(KrakenMessage.Refused refused, long nowMs) {
        counts.refused++;
        sink.note(
                nowMs,
                refused.method().name().toLowerCase(Locale.ROOT) + " "
                        + refused.symbol().map(Symbol::name).orElse("") + " was refused: " + refused.error());
        if (!news.refused(refused)) {
            books.refused(refused, nowMs);
        }
    }
}
