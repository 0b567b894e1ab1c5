package dev.sextant.ingest.kraken;

import dev.sextant.arbitrage.detect.CycleDetector;
import dev.sextant.domain.market.Symbol;
import dev.sextant.venues.kraken.feed.KrakenMessage;
import dev.sextant.venues.kraken.feed.KrakenMessage.Method;
import dev.sextant.venues.kraken.feed.KrakenParser;
import dev.sextant.venues.kraken.feed.KrakenRequests;
import dev.sextant.venues.kraken.feed.MarketStatus;
import dev.sextant.venues.kraken.feed.PairRules;
import dev.sextant.venues.kraken.feed.PingWatch;
import dev.sextant.venues.kraken.feed.ScanResult;
import dev.sextant.venues.kraken.feed.ScannedBook;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Kraken's public feed as a state machine: asks for the instruments, chooses the pairs on cycles, subscribes to their
 * books and keeps each right. A wrong checksum or a crossed book closes that pair alone and subscribes to it again; a
 * venue that isn't online closes all; silence of five seconds asks for another connection. Has no thread and no clock:
 * whoever owns the connection tells it what comes and, some times a second, what time it is.
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

    private final FeedSettings settings;
    private final FeedSink sink;
    private final PairFees fees;
    private final DoubleSupplier random;
    private final FeedCounts counts = new FeedCounts();
    private final PingWatch pings = new PingWatch();
    private final FeedNews news;
    private final KrakenParser parser = new KrakenParser();
    private final ScannedBook message = new ScannedBook();
    private @Nullable Wire wire;
    private @Nullable KrakenBooks books;
    private boolean online;
    private long heardMs;
    private long requests;
    private long pricedAt;

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
        this.settings = settings;
        this.sink = sink;
        this.fees = fees;
        this.random = random;
        this.news = new FeedNews(settings.news(), counts);
    }

    /** What it has met so far. */
    FeedCounts counts() {
        return counts;
    }

    /** How it is and what it has met so far. */
    public FeedStatus status(long nowMs) {
        KrakenBooks known = books;
        return counts.status(
                wire != null, liveBooks(), pings.roundTripMs(), known == null ? List.of() : news.status(known, nowMs));
    }

    /** How many books follow the venue's now. */
    int liveBooks() {
        return books == null ? 0 : books.liveCount();
    }

    /** A connection is open. */
    public void opened(Wire opened, long nowMs) {
        wire = opened;
        online = true;
        heardMs = nowMs;
        pings.reset(nowMs);
        news.reset();
        counts.connections++;
        opened.send(KrakenRequests.subscribeInstruments(++requests));
    }

    /** The connection is over. */
    public void lost(String reason, long nowMs) {
        if (wire != null) {
            sink.note(nowMs, "connection lost: " + reason);
        }
        wire = null;
        closeAll(nowMs);
    }

    private void closeAll(long nowMs) {
        KrakenBooks known = books;
        for (int market = 0; known != null && market < known.count(); market++) {
            close(known, market, nowMs);
        }
    }

    private void close(KrakenBooks known, int market, long nowMs) {
        known.detector.closed(market, nowMs);
        sink.closed(market, nowMs);
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
        KrakenBooks known = repriced(nowMs);
        if (known != null) {
            sink.before(nowMs);
            known.detector.passed(nowMs);
        }
        if (known != null && online) {
            request(now, known, nowMs, true);
            request(now, known, nowMs, false);
            news.request(now, known, BATCH, () -> ++requests, nowMs);
        }
        if (pings.isDue(nowMs)) {
            pings.sent(++requests, nowMs);
            now.send(KrakenRequests.ping(requests));
        }
    }

    /** The books, at the fees of now. */
    private @Nullable KrakenBooks repriced(long nowMs) {
        KrakenBooks known = books;
        if (known == null || fees.version() == pricedAt) {
            return known;
        }
        pricedAt = fees.version();
        KrakenUniverse universe = known.universe.repriced(settings, fees);
        KrakenBooks next = known.before(universe, detector(universe));
        books = next;
        sink.note(nowMs, "cycles are priced anew: fees have changed");
        return next;
    }

    private CycleDetector detector(KrakenUniverse universe) {
        int[] depths = new int[universe.pairs().size()];
        Arrays.fill(depths, settings.depth());
        return sink.begin(universe.graph(), universe.cycles(), depths);
    }

    private void request(Wire to, KrakenBooks known, long nowMs, boolean ending) {
        List<Symbol> due = new ArrayList<>();
        for (int market = 0; market < known.count() && due.size() < BATCH; market++) {
            PairFeed feed = known.feed(market);
            if (feed.isDue(nowMs) && feed.endsFirst() == ending) {
                due.add(known.rules(market).symbol());
                if (ending) {
                    feed.ending(nowMs);
                } else {
                    feed.asked(nowMs);
                }
            }
        }
        if (!due.isEmpty()) {
            requests++;
            to.send(
                    ending
                            ? KrakenRequests.unsubscribeBooks(due, settings.depth(), requests)
                            : KrakenRequests.subscribeBooks(due, settings.depth(), requests));
        }
    }

    /** A message has come. */
    public void text(String text, long nowMs) {
        counts.messages++;
        KrakenBooks known = books;
        if (known != null) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            if (known.scanner.scan(bytes, 0, bytes.length, message) == ScanResult.BOOK) {
                heard(nowMs);
                book(known, nowMs);
                return;
            }
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
            case KrakenMessage.Instruments instruments -> instruments(instruments, nowMs);
            case KrakenMessage.Book book -> unscanned(book, nowMs);
            case KrakenMessage.Status status -> status(status, nowMs);
            case KrakenMessage.Acknowledged granted -> granted(granted, nowMs);
            case KrakenMessage.Refused refused -> refused(refused, nowMs);
            case KrakenMessage.Malformed malformed -> unreadable(malformed.reason(), nowMs);
            case KrakenMessage.Trades trades -> news.take(trades);
            case KrakenMessage.Tickers tickers -> news.take(tickers);
            case KrakenMessage.Pong pong -> pings.answered(pong.reqId(), nowMs);
            case KrakenMessage.Unknown _, KrakenMessage.Heartbeat _ -> {}
        }
    }

    /** What can't be read may have been about any book: the next checksum of that book tells. */
    private void unreadable(String reason, long nowMs) {
        counts.unreadable++;
        sink.note(nowMs, "a message can't be read: " + reason);
    }

    private void unscanned(KrakenMessage.Book book, long nowMs) {
        KrakenBooks known = books;
        if (known == null) {
            return;
        }
        Optional<String> wrong = known.scaler.scale(book, message);
        int market = known.scanned.find(book.symbol());
        if (wrong.isEmpty()) {
            book(known, nowMs);
        } else if (market >= 0) {
            counts.unreadable++;
            again(known, market, wrong.get(), nowMs);
        }
    }

    private void book(KrakenBooks known, long nowMs) {
        counts.books++;
        sink.before(nowMs);
        known.detector.passed(nowMs);
        int market = message.pair();
        switch (known.apply(message, nowMs)) {
            case RIGHT -> {
                if (online && known.isOpen(market)) {
                    known.detector.updated(market, nowMs);
                }
                sink.applied(market, nowMs, message);
            }
            case WRONG_CHECKSUM -> {
                counts.wrongChecksums++;
                again(known, market, "its checksum is wrong", nowMs);
            }
            case CROSSED -> {
                counts.crossed++;
                again(known, market, "it is crossed", nowMs);
            }
            case NOT_FOLLOWED -> {}
        }
    }

    private void again(KrakenBooks known, int market, String why, long nowMs) {
        close(known, market, nowMs);
        known.feed(market).fail(nowMs, random.getAsDouble());
        counts.resubscribed++;
        sink.note(nowMs, "the book of " + known.rules(market).symbol() + " begins again: " + why);
    }

    private void instruments(KrakenMessage.Instruments told, long nowMs) {
        told.unread().forEach(entry -> sink.note(nowMs, "not watched: " + entry.name() + ", " + entry.reason()));
        KrakenBooks known = books;
        if (told.snapshot()) {
            begin(told.pairs(), nowMs);
        } else if (known != null) {
            told.pairs().forEach(pair -> changed(known, pair, nowMs));
        }
    }

    private void begin(List<PairRules> listed, long nowMs) {
        long version = fees.version();
        KrakenUniverse universe = KrakenUniverse.of(listed, settings, fees);
        KrakenBooks known = books;
        if (known == null || !rulesOf(known.universe.pairs()).equals(rulesOf(universe.pairs()))) {
            known = new KrakenBooks(universe, detector(universe));
            books = known;
            pricedAt = version;
            sink.note(
                    nowMs,
                    universe.pairs().size() + " pairs, " + universe.cycles().count() + " cycles");
        }
        for (int market = 0; market < known.count(); market++) {
            known.setStatus(market, universe.pairs().get(market).status());
            known.feed(market).reset(nowMs);
        }
    }

    private static List<PairRules> rulesOf(List<PairRules> pairs) {
        return pairs.stream().map(KrakenFeed::whateverItsStatus).toList();
    }

    private static PairRules whateverItsStatus(PairRules pair) {
        return new PairRules(
                pair.symbol(),
                pair.base(),
                pair.quote(),
                MarketStatus.ONLINE,
                pair.pricePrecision(),
                pair.qtyPrecision(),
                pair.priceIncrement(),
                pair.qtyIncrement(),
                pair.qtyMin(),
                pair.costPrecision(),
                pair.costMin());
    }

    private void changed(KrakenBooks known, PairRules pair, long nowMs) {
        int market = known.scanned.find(pair.symbol());
        if (market < 0) {
            return;
        }
        if (!whateverItsStatus(pair).equals(whateverItsStatus(known.rules(market)))) {
            close(known, market, nowMs);
            Wire now = wire;
            if (now != null) {
                now.drop("the rules of " + pair.symbol() + " have changed");
            }
            return;
        }
        known.setStatus(market, pair.status());
        if (!known.isOpen(market)) {
            close(known, market, nowMs);
            sink.note(nowMs, pair.symbol() + " is " + pair.status().wireName());
        }
    }

    private void status(KrakenMessage.Status status, long nowMs) {
        online = status.system() == MarketStatus.ONLINE;
        if (!online) {
            sink.note(nowMs, "the venue is " + status.system().wireName());
            closeAll(nowMs);
        }
    }

    private void granted(KrakenMessage.Acknowledged granted, long nowMs) {
        KrakenBooks known = books;
        if (!news.granted(granted) && known != null && granted.method() == Method.UNSUBSCRIBE) {
            granted.symbol()
                    .map(known.scanned::find)
                    .filter(market -> market >= 0)
                    .ifPresent(market -> known.feed(market).ended(nowMs));
        }
    }

    private void refused(KrakenMessage.Refused refused, long nowMs) {
        counts.refused++;
        sink.note(
                nowMs,
                refused.method().name().toLowerCase(Locale.ROOT) + " "
                        + refused.symbol().map(Symbol::name).orElse("") + " was refused: " + refused.error());
        KrakenBooks known = books;
        if (news.refused(refused) || known == null) {
            return;
        }
        refused.symbol().map(known.scanned::find).filter(market -> market >= 0).ifPresent(market -> {
            if (refused.method() == Method.SUBSCRIBE) {
                close(known, market, nowMs);
                known.feed(market).refused(nowMs);
            } else {
                known.feed(market).ended(nowMs);
            }
        });
    }
}
