package dev.sextant.venues.kraken.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The scanner beside its slow twin, the parser with the scaler: what the scanner reads, they read the same. */
final class Twins {

    /** A message as both tell it. */
    record Told(int pair, boolean snapshot, long checksum, long timeMicros, List<Long> bids, List<Long> asks) {}

    private final KrakenParser parser = new KrakenParser();
    private final BookScanner scanner;
    private final BookScaler scaler;
    private final ScannedBook scanned = new ScannedBook();
    private final ScannedBook scaled = new ScannedBook();

    Twins(PairRules... rules) {
        this(List.of(rules));
    }

    Twins(List<PairRules> rules) {
        ScannedPairs pairs = new ScannedPairs(rules);
        this.scanner = new BookScanner(pairs);
        this.scaler = new BookScaler(pairs);
    }

    /** Scans a frame and, when the scanner took it, compares. */
    ScanResult check(String frame) {
        return check(frame.getBytes(StandardCharsets.UTF_8));
    }

    /** The same, alone in its array and in the middle of one whose other bytes would go on with the message. */
    ScanResult check(byte[] frame) {
        byte[] wide = ("{[" + "}".repeat(frame.length) + "0}]}]}                ").getBytes(StandardCharsets.UTF_8);
        System.arraycopy(frame, 0, wide, 2, frame.length);
        ScanResult inTheMiddle = scanner.scan(wide, 2, 2 + frame.length, scanned);
        Told before = told(scanned);
        ScanResult result = scanner.scan(frame, 0, frame.length, scanned);
        assertEquals(result, inTheMiddle);
        if (result == ScanResult.BOOK) {
            String text = new String(frame, StandardCharsets.UTF_8);
            assertEquals(before, told(scanned), text);
            var book = assertInstanceOf(KrakenMessage.Book.class, parser.parse(text), text);
            assertEquals(Optional.empty(), scaler.scale(book, scaled), text);
            assertEquals(told(scaled), told(scanned), text);
        }
        return result;
    }

    /** What the scanner read last. */
    Told scanned() {
        return told(scanned);
    }

    private static Told told(ScannedBook book) {
        return new Told(
                book.pair(),
                book.isSnapshot(),
                book.checksum(),
                book.timeMicros(),
                told(book.bids()),
                told(book.asks()));
    }

    private static List<Long> told(Levels levels) {
        List<Long> told = new ArrayList<>();
        for (int i = 0; i < levels.size(); i++) {
            told.add(levels.price(i));
            told.add(levels.qty(i));
        }
        return told;
    }
}
