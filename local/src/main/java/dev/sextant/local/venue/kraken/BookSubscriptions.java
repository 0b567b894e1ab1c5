package dev.sextant.local.venue.kraken;

import dev.sextant.local.venue.kraken.account.Pair;
import dev.sextant.venues.kraken.feed.MarketStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Who subscribed to which books, to what depth, and what they have been told. Guarded by the venue's monitor.
 *
 * @param <S> a connection
 */
final class BookSubscriptions<S> {

    private final VenueBooks books;
    private final BiConsumer<S, String> send;
    private final List<Map<Integer, SentBook>> sent = new ArrayList<>();
    private final List<Map<S, Integer>> depths = new ArrayList<>();
    private final List<MarketStatus> statuses = new ArrayList<>();
    private final Set<S> instruments = new HashSet<>();

    BookSubscriptions(VenueBooks books, BiConsumer<S, String> send) {
        this.books = books;
        this.send = send;
        for (int pair = 0; pair < books.pairs().size(); pair++) {
            sent.add(new TreeMap<>());
            depths.add(new HashMap<>());
            statuses.add(books.status(pair));
        }
    }

    /** Tells a connection the instruments, and from now on what may be done on them. */
    void instruments(S to) {
        instruments.add(to);
        send.accept(to, KrakenTexts.instruments("snapshot", books.pairs(), statuses));
    }

    /** The connection wants to hear of no instruments any more. */
    void noInstruments(S from) {
        instruments.remove(from);
    }

    /** Tells a connection a book, and from now on what changes of it; nothing when it has it already. */
    void begin(S to, int pair, int depth, long nowMs) {
        if (depths.get(pair).putIfAbsent(to, depth) == null) {
            SentBook book = sent.get(pair).computeIfAbsent(depth, deep -> new SentBook(books, pair, deep));
            send.accept(
                    to,
                    KrakenTexts.book(
                            "snapshot", books.pairs().get(pair), book.bids(), book.asks(), book.checksum(), nowMs));
        }
    }

    void end(S from, int pair) {
        Integer depth = depths.get(pair).remove(from);
        if (depth != null && !depths.get(pair).containsValue(depth)) {
            sent.get(pair).remove(depth);
        }
    }

    /** The connection is gone. */
    void leave(S gone) {
        instruments.remove(gone);
        for (int pair = 0; pair < depths.size(); pair++) {
            end(gone, pair);
        }
    }

    /** Whoever subscribed to anything. */
    void each(Consumer<S> told) {
        Set<S> all = new HashSet<>(instruments);
        depths.forEach(each -> all.addAll(each.keySet()));
        all.forEach(told);
    }

    /** A book has changed. */
    void changed(BookChange change, long nowMs) {
        Pair pair = books.pairs().get(change.pair());
        sent.get(change.pair()).forEach((depth, book) -> {
            BookChange told = book.follow(books, change);
            if (!told.bids().isEmpty() || !told.asks().isEmpty()) {
                String text = KrakenTexts.book("update", pair, told.bids(), told.asks(), book.checksum(), nowMs);
                depths.get(change.pair()).forEach((to, wanted) -> {
                    if (wanted.equals(depth)) {
                        send.accept(to, text);
                    }
                });
            }
        });
    }

    /** Tells of the pairs on which something else may be done than before. */
    void lookAtStatuses() {
        for (int pair = 0; pair < statuses.size(); pair++) {
            MarketStatus now = books.status(pair);
            if (now != statuses.set(pair, now)) {
                String text =
                        KrakenTexts.instruments("update", List.of(books.pairs().get(pair)), List.of(now));
                instruments.forEach(to -> send.accept(to, text));
            }
        }
    }
}
