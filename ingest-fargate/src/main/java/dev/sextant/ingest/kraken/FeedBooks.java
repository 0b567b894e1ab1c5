package dev.sextant.ingest.kraken;

import dev.sextant.arbitrage.detect.CycleDetector;
import dev.sextant.domain.market.Symbol;
import dev.sextant.venues.kraken.feed.KrakenMessage;
import dev.sextant.venues.kraken.feed.KrakenMessage.Method;
import dev.sextant.venues.kraken.feed.KrakenRequests;
import dev.sextant.venues.kraken.feed.MarketStatus;
import dev.sextant.venues.kraken.feed.PairRules;
import dev.sextant.venues.kraken.feed.ScanResult;
import dev.sextant.venues.kraken.feed.ScannedBook;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The pairs on cycles and their books: chosen from what the venue lists, subscribed to, and kept right. A wrong checksum, a
 * crossed book or a message that can't be used closes that pair alone and subscribes to it again; a venue that isn't online
 * closes all, and so does a message that can't be used and may be any book's.
 */
final class FeedBooks {

    private final FeedSettings settings;
    private final FeedSink sink;
    private final PairFees fees;
    private final DoubleSupplier random;
    private final FeedCounts counts;
    private final ScannedBook message = new ScannedBook();
    private @Nullable KrakenBooks books;
    private boolean online;
    private long pricedAt;

    /** @param random uniform in [0, 1), for back-off */
    FeedBooks(FeedSettings settings, FeedSink sink, PairFees fees, DoubleSupplier random, FeedCounts counts) {
        this.settings = settings;
        this.sink = sink;
        this.fees = fees;
        this.random = random;
        this.counts = counts;
    }

    /** The books as they are; null until the venue has listed its pairs. */
    @Nullable
    KrakenBooks known() {
        return books;
    }

    /** How many follow the venue's now. */
    int liveCount() {
        return books == null ? 0 : books.liveCount();
    }

    /** A connection is open, and the venue thought to be online until it says otherwise. */
    void opened() {
        online = true;
    }

    /** The books when something may be asked for. */
    Optional<KrakenBooks> askable() {
        return online ? Optional.ofNullable(books) : Optional.empty();
    }

    void closeAll(long nowMs) {
        KrakenBooks known = books;
        for (int market = 0; known != null && market < known.count(); market++) {
            close(known, market, nowMs);
        }
    }

    private void close(KrakenBooks known, int market, long nowMs) {
        known.detector.closed(market, nowMs);
        sink.closed(market, nowMs);
    }

    /** Time has gone on. */
    void passed(long nowMs) {
        KrakenBooks known = repriced(nowMs);
        if (known != null) {
            sink.before(nowMs);
            known.detector.passed(nowMs);
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

    /** Asks for the subscriptions to end that are due to, and for those to begin, so many pairs at a time. */
    void request(KrakenFeed.Wire to, KrakenBooks known, int most, LongSupplier ids, long nowMs) {
        List<Symbol> ending = known.takeDue(true, most, nowMs);
        if (!ending.isEmpty()) {
            to.send(KrakenRequests.unsubscribeBooks(ending, settings.depth(), ids.getAsLong()));
        }
        List<Symbol> beginning = known.takeDue(false, most, nowMs);
        if (!beginning.isEmpty()) {
            to.send(KrakenRequests.subscribeBooks(beginning, settings.depth(), ids.getAsLong()));
        }
    }

    /** Whether a message is of a followed pair's book in its usual form: {@link #take(long)} takes it then. */
    boolean scan(String text) {
        KrakenBooks known = books;
        if (known == null) {
            return false;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return known.scanner.scan(bytes, 0, bytes.length, message) == ScanResult.BOOK;
    }

    /** Applies the message that was scanned last. */
    void take(long nowMs) {
        KrakenBooks known = books;
        if (known != null) {
            apply(known, nowMs);
        }
    }

    /** Applies a message in another form. */
    void take(KrakenMessage.Book book, long nowMs) {
        KrakenBooks known = books;
        if (known == null) {
            return;
        }
        Optional<String> wrong = known.scaler.scale(book, message);
        int market = known.scanned.find(book.symbol());
        if (wrong.isEmpty()) {
            apply(known, nowMs);
        } else if (market >= 0) {
            counts.unreadable++;
            lost(known, market, wrong.get(), nowMs);
        }
    }

    /**
     * A message that was about a book can't be used.
     *
     * @param pair whose it was; empty when that can't be told: then each book may lack it
     */
    void lost(Optional<Symbol> pair, long nowMs) {
        KrakenBooks known = books;
        if (known == null) {
            return;
        }
        if (pair.isPresent()) {
            withMarket(known, pair, market -> lost(known, market, "a message of it can't be used", nowMs));
            return;
        }
        for (int market = 0; market < known.count(); market++) {
            lost(known, market, "a message that can't be used may be its own", nowMs);
        }
    }

    private void lost(KrakenBooks known, int market, String why, long nowMs) {
        if (known.feed(market).isAwaited()) {
            sink.before(nowMs);
            again(known, market, why, nowMs);
        }
    }

    private void apply(KrakenBooks known, long nowMs) {
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

    /**
     * The venue lists its pairs, or says what has changed of some.
     *
     * @param drop gives the connection up where rules have changed: the next one begins with them
     */
    void take(KrakenMessage.Instruments told, Consumer<String> drop, long nowMs) {
        told.unread().forEach(entry -> sink.note(nowMs, "not watched: " + entry.name() + ", " + entry.reason()));
        KrakenBooks known = books;
        if (told.snapshot()) {
            begin(told.pairs(), nowMs);
        } else if (known != null) {
            told.pairs().forEach(pair -> changed(known, pair, drop, nowMs));
        }
    }

    private void begin(List<PairRules> listed, long nowMs) {
        long version = fees.version();
        KrakenUniverse universe = KrakenUniverse.of(listed, settings, fees);
        KrakenBooks known = books;
        if (known == null || !known.universe.hasRulesOf(universe)) {
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

    private void changed(KrakenBooks known, PairRules pair, Consumer<String> drop, long nowMs) {
        int market = known.scanned.find(pair.symbol());
        if (market < 0) {
            return;
        }
        if (!KrakenUniverse.haveSameRules(pair, known.rules(market))) {
            close(known, market, nowMs);
            drop.accept("the rules of " + pair.symbol() + " have changed");
            return;
        }
        known.setStatus(market, pair.status());
        if (!known.isOpen(market)) {
            close(known, market, nowMs);
            sink.note(nowMs, pair.symbol() + " is " + pair.status().wireName());
        }
    }

    void take(KrakenMessage.Status status, long nowMs) {
        online = status.system() == MarketStatus.ONLINE;
        if (!online) {
            sink.note(nowMs, "the venue is " + status.system().wireName());
            closeAll(nowMs);
        }
    }

    void granted(KrakenMessage.Acknowledged granted, long nowMs) {
        KrakenBooks known = books;
        if (known != null && granted.method() == Method.UNSUBSCRIBE) {
            withMarket(known, granted.symbol(), market -> known.feed(market).ended(nowMs));
        }
    }

    void refused(KrakenMessage.Refused refused, long nowMs) {
        KrakenBooks known = books;
        if (known == null) {
            return;
        }
        withMarket(known, refused.symbol(), market -> {
            if (refused.method() == Method.SUBSCRIBE) {
                close(known, market, nowMs);
                known.feed(market).refused(nowMs);
            } else {
                known.feed(market).ended(nowMs);
            }
        });
    }

    private static void withMarket(KrakenBooks known, Optional<Symbol> pair, IntConsumer then) {
        pair.map(known.scanned::find).filter(market -> market >= 0).ifPresent(then::accept);
    }
}
