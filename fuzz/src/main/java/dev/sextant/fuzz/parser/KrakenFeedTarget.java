package dev.sextant.fuzz.parser;

import static dev.sextant.fuzz.PropertyBroken.unless;
import static dev.sextant.fuzz.PropertyBroken.unlessEqual;

import dev.sextant.domain.market.Symbol;
import dev.sextant.fuzz.FuzzTarget;
import dev.sextant.fuzz.Verdict;
import dev.sextant.venues.kraken.feed.BookLevel;
import dev.sextant.venues.kraken.feed.BookScaler;
import dev.sextant.venues.kraken.feed.BookScanner;
import dev.sextant.venues.kraken.feed.KrakenMessage;
import dev.sextant.venues.kraken.feed.KrakenParser;
import dev.sextant.venues.kraken.feed.Levels;
import dev.sextant.venues.kraken.feed.MarketStatus;
import dev.sextant.venues.kraken.feed.PairRules;
import dev.sextant.venues.kraken.feed.ScanResult;
import dev.sextant.venues.kraken.feed.ScannedBook;
import dev.sextant.venues.kraken.feed.ScannedPairs;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Messages of Kraken's public socket, read twice: by the parser, which never throws and has a short reason for what is
 * wrong, and by the scanner of books. What the scanner takes the parser takes too, with the same numbers; a frame reads
 * the same wherever it lies in its array.
 */
public final class KrakenFeedTarget implements FuzzTarget {

    private static final long MAX_CHECKSUM = 0xFFFF_FFFFL;

    private final ScannedPairs pairs =
            new ScannedPairs(List.of(pair("BTC", "USD", 1, 8), pair("MATIC", "USD", 4, 8), pair("SHIB", "EUR", 0, 0)));
    private final KrakenParser parser = new KrakenParser();
    private final BookScanner scanner = new BookScanner(pairs);
    private final BookScaler scaler = new BookScaler(pairs);
    private final ScannedBook scanned = new ScannedBook();
    private final ScannedBook scaled = new ScannedBook();

    private static PairRules pair(String base, String quote, int pricePrecision, int qtyPrecision) {
        return new PairRules(
                new Symbol(base + "/" + quote),
                base,
                quote,
                MarketStatus.ONLINE,
                pricePrecision,
                qtyPrecision,
                BigDecimal.ONE.movePointLeft(pricePrecision),
                BigDecimal.ONE.movePointLeft(qtyPrecision),
                BigDecimal.ZERO,
                5,
                BigDecimal.ZERO);
    }

    @Override
    public String name() {
        return "kraken-feed";
    }

    @Override
    public Verdict check(byte[] input) {
        KrakenMessage parsed = parser.parse(new String(input, StandardCharsets.UTF_8));
        ScanResult result = scan(input);
        if (result == ScanResult.BOOK) {
            unless(parsed instanceof KrakenMessage.Book, "what the scanner reads is a book to the parser");
        }
        return switch (parsed) {
            case KrakenMessage.Malformed(String reason, boolean mayBeBook, Optional<Symbol> symbol) -> {
                unless(mayBeBook || symbol.isEmpty(), "only a book loses its message");
                yield new Verdict.Refused(reason);
            }
            case KrakenMessage.Book book -> {
                checkBook(book, result);
                yield new Verdict.Accepted("book " + result);
            }
            case KrakenMessage.Unknown(String what, String text) -> {
                unless(what.length() + text.length() <= maxMessageChars(), "what is unknown is told in short");
                yield new Verdict.Accepted("unknown");
            }
            case KrakenMessage.Refused refused -> {
                unless(refused.error().length() <= maxMessageChars(), "what is refused is told in short");
                yield Verdict.accepted(refused);
            }
            case KrakenMessage.Instruments instruments -> {
                instruments
                        .unread()
                        .forEach(entry -> unless(
                                entry.name().length() + entry.reason().length() <= maxMessageChars(),
                                "what can't be read of an instrument is told in short"));
                yield new Verdict.Accepted("instruments " + instruments.unread().isEmpty());
            }
            case KrakenMessage.Trades trades -> {
                trades.trades()
                        .forEach(trade -> unless(
                                trade.price().signum() > 0 && trade.qty().signum() > 0,
                                "a trade has a price and a quantity"));
                yield Verdict.accepted(trades);
            }
            case KrakenMessage.Status _,
                    KrakenMessage.Tickers _,
                    KrakenMessage.Acknowledged _,
                    KrakenMessage.Heartbeat _,
                    KrakenMessage.Pong _ -> Verdict.accepted(parsed);
        };
    }

    /** Scans the frame among bytes that would go on with it, and alone. */
    private ScanResult scan(byte[] input) {
        byte[] wide = new byte[input.length + 2];
        wide[0] = '{';
        System.arraycopy(input, 0, wide, 1, input.length);
        wide[input.length + 1] = '}';
        ScanResult among = scanner.scan(wide, 1, 1 + input.length, scanned);
        ScanResult alone = scanner.scan(input, 0, input.length, scanned);
        unlessEqual(alone, among, "a frame reads the same wherever it lies");
        return alone;
    }

    private void checkBook(KrakenMessage.Book book, ScanResult result) {
        unless(book.checksum() >= 0 && book.checksum() <= MAX_CHECKSUM, "a checksum has 32 bits");
        book.bids().forEach(KrakenFeedTarget::checkLevel);
        book.asks().forEach(KrakenFeedTarget::checkLevel);
        Optional<String> why = scaler.scale(book, scaled);
        unless(why.orElse("").length() <= maxMessageChars(), "what can't be scaled is told in short");
        if (result == ScanResult.BOOK) {
            unlessEqual(Optional.empty(), why, "what the scanner reads can be scaled");
            unlessEqual(scaled.pair(), scanned.pair(), "both tell the same pair");
            unlessEqual(scaled.isSnapshot(), scanned.isSnapshot(), "both tell the same kind");
            unlessEqual(scaled.checksum(), scanned.checksum(), "both tell the same checksum");
            unlessEqual(scaled.timeMicros(), scanned.timeMicros(), "both tell the same time");
            checkSame(scaled.bids(), scanned.bids());
            checkSame(scaled.asks(), scanned.asks());
        }
    }

    private static void checkLevel(BookLevel level) {
        unless(level.price().signum() > 0 && level.qty().signum() >= 0, "a level has a price and no negative quantity");
    }

    private static void checkSame(Levels parsed, Levels scanned) {
        unlessEqual(parsed.size(), scanned.size(), "both tell as many levels");
        for (int i = 0; i < parsed.size(); i++) {
            unlessEqual(parsed.price(i), scanned.price(i), "both tell the same price");
            unlessEqual(parsed.qty(i), scanned.qty(i), "both tell the same quantity");
        }
    }
}
