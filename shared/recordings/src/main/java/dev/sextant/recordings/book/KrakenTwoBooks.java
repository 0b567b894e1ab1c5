package dev.sextant.recordings.book;

import dev.sextant.recordings.event.RecordedEvent;
import dev.sextant.venues.kraken.feed.KrakenMessage;
import dev.sextant.venues.kraken.feed.KrakenParser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Kraken's second protocol, as the desk's own feed reads it. The depth of a book is told when it is subscribed to. */
final class KrakenTwoBooks implements BookReader {

    /** What the venue sends when no depth is asked for. */
    private static final int USUAL_DEPTH = 10;

    private final KrakenParser parser = new KrakenParser();
    private final Map<String, Integer> depths = new HashMap<>();

    @Override
    public BookRow read(RecordedEvent.Message frame) {
        return switch (parser.parse(frame.text())) {
            case KrakenMessage.Book book -> changed(frame, book);
            case KrakenMessage.Instruments instruments -> new BookRow.Listed(instruments.pairs());
            case KrakenMessage.Acknowledged granted -> {
                granted.symbol()
                        .ifPresent(symbol -> granted.depth().ifPresent(depth -> depths.put(symbol.name(), depth)));
                yield new BookRow.Aside();
            }
            case KrakenMessage.Malformed malformed -> new BookRow.Malformed(pair(frame), malformed.reason());
            case KrakenMessage.Trades _,
                    KrakenMessage.Tickers _,
                    KrakenMessage.Status _,
                    KrakenMessage.Heartbeat _,
                    KrakenMessage.Pong _,
                    KrakenMessage.Refused _,
                    KrakenMessage.Unknown _ -> new BookRow.Aside();
        };
    }

    private BookRow changed(RecordedEvent.Message frame, KrakenMessage.Book book) {
        String pair = book.symbol().name();
        long timeMs = book.timeMicros() == 0 ? frame.timeMs() : Math.floorDiv(book.timeMicros(), 1000);
        return new BookRow.Changed(new BookEvent(
                timeMs,
                pair,
                book.snapshot(),
                levels(book.bids()),
                levels(book.asks()),
                OptionalLong.of(book.checksum()),
                OptionalInt.of(depths.getOrDefault(pair, USUAL_DEPTH))));
    }

    @Override
    public String pair(RecordedEvent.Message frame) {
        return frame.symbol();
    }

    private static List<BookLevel> levels(List<dev.sextant.venues.kraken.feed.BookLevel> levels) {
        return levels.stream()
                .map(level -> new BookLevel(level.price(), level.qty()))
                .toList();
    }
}
