package dev.sextant.venues.kraken.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sextant.venues.kraken.feed.Twins.Told;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BookScannerTest {

    private static final long TIME = 1_767_603_872_768_901L;
    private static final String UPDATE =
            "{\"channel\":\"book\",\"type\":\"update\",\"data\":[{\"symbol\":\"BTC/USD\",\"bids\":[],"
                    + "\"asks\":[{\"price\":64525.1,\"qty\":0.25000000}],\"checksum\":17,"
                    + "\"timestamp\":\"2026-01-05T09:04:32.768901Z\"}]}";

    private final Twins twins =
            new Twins(Frames.pair("MATIC/USD", 4, 8), Frames.pair("BTC/USD", 1, 8), Frames.pair("SHIB/USD", 0, 0));

    @Test
    void theWrittenBooksAreReadAndEverythingElseIsLeft() throws IOException {
        List<ScanResult> results = Frames.written().stream().map(twins::check).toList();

        assertEquals(2, results.stream().filter(r -> r == ScanResult.BOOK).count());
        assertEquals(
                8, results.stream().filter(r -> r == ScanResult.OTHER_CHANNEL).count());
        assertEquals(
                7, results.stream().filter(r -> r == ScanResult.OTHER_SHAPE).count());
    }

    @Test
    void aBookIsToldInThePairsUnits() {
        assertEquals(ScanResult.BOOK, twins.check(UPDATE));
        assertEquals(new Told(1, false, 17, TIME, List.of(), List.of(645_251L, 25_000_000L)), twins.scanned());
    }

    @Test
    void numbersShorterThanThePrecisionArePadded() {
        String padded = UPDATE.replace("BTC/USD", "MATIC/USD").replace("64525.1", "0.566");
        assertEquals(ScanResult.BOOK, twins.check(padded.replace("0.25000000", "18097.1547")));
        assertEquals(List.of(5_660L, 1_809_715_470_000L), twins.scanned().asks());
    }

    @ParameterizedTest
    @CsvSource({
        "0.00000001e10,10000000000",
        "0e10,0",
        "1e-07,10",
        "1.0E-7,10",
        "2E+3,200000000000",
        "1e-08,1",
        "0e0,0",
        "0.0e-7,0",
        "25e-2,25000000",
        "0,0",
        "7,700000000",
        "9999999999.99999999,999999999999999999"
    })
    void aQuantityIsScaledExactly(String qty, long units) {
        assertEquals(ScanResult.BOOK, twins.check(UPDATE.replace("0.25000000", qty)));
        assertEquals(units, twins.scanned().asks().get(1));
    }

    @ParameterizedTest
    @CsvSource({
        "1e-09",
        "0.250000000",
        "10000000000",
        "99999999999999999999",
        "18446744073709551617",
        "184467440737.09551617",
        "368934881474.19103232",
        "0e11",
        "1e11",
        "1e999",
        "1e9999",
        "0e999999999",
        "-1",
        "-0",
        "+1",
        ".5",
        "1.",
        "1.e2",
        "1e",
        "1e+",
        "NaN",
        "null",
        "true",
    })
    void aNumberThatIsNotExactInThePairsUnitsIsLeft(String qty) {
        assertEquals(ScanResult.NUMBER, twins.check(UPDATE.replace("0.25000000", qty)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "64525.1 | 0 | NUMBER",
                "64525.1 | 0.0 | NUMBER",
                "64525.1 | 064525.1 | OTHER_SHAPE",
                "64525.1 | 64525.12 | NUMBER",
                "64525.1 | \"64525.1\" | NUMBER",
                "\"price\" | \"preis\" | OTHER_SHAPE",
                "\"price\" | \"pr\\u0069ce\" | OTHER_SHAPE",
                "\"qty\" | \"price\" | OTHER_SHAPE",
                "{\"price\" | {\"qty\":1,\"price\" | OTHER_SHAPE",
                "BTC/USD | ETH/USD | UNKNOWN_PAIR",
                "BTC/USD | BTC\\/USD | UNKNOWN_PAIR",
                "\"symbol\":\"BTC/USD\" | \"symbol\":1 | OTHER_SHAPE",
                "\"book\" | \"trade\" | OTHER_CHANNEL",
                "\"book\" | \"books\" | OTHER_CHANNEL",
                "\"update\" | \"updates\" | OTHER_SHAPE",
                "\"type\":\"update\" | \"type\":1 | OTHER_SHAPE",
                "\"checksum\":17 | \"checksum\":017 | OTHER_SHAPE",
                "\"checksum\":17 | \"checksum\":4294967296 | OTHER_SHAPE",
                "\"checksum\":17 | \"checksum\":99999999999 | OTHER_SHAPE",
                "\"checksum\":17 | \"checksum\":-1 | OTHER_SHAPE",
                "\"checksum\":17 | \"checksum\":1.0 | OTHER_SHAPE",
                "\"checksum\":17, | `` | OTHER_SHAPE",
                "\"checksum\":17, | \"checksum\":17,\"checksum\":17, | OTHER_SHAPE",
                "\"bids\":[], | `` | OTHER_SHAPE",
                "\"bids\":[] | \"bids\":[[64525,1]] | OTHER_SHAPE",
                "\"bids\":[] | \"bids\":{} | OTHER_SHAPE",
                "\"bids\":[] | \"bids\":[{}] | OTHER_SHAPE",
                "\"bids\":[] | \"bids\":[,] | OTHER_SHAPE",
                "\"bids\":[] | \"bids\":[],\"new\":1 | OTHER_SHAPE",
                "2026-01-05 | 2026-02-29 | OTHER_SHAPE",
                "2026-01-05 | 2026-00-05 | OTHER_SHAPE",
                "2026-01-05 | 2026-01-00 | OTHER_SHAPE",
                "2026-01-05 | 2126-01-05 | OTHER_SHAPE",
                "2026-01-05 | 1969-01-05 | OTHER_SHAPE",
                "09:04:32 | 24:04:32 | OTHER_SHAPE",
                "09:04:32 | 09:60:32 | OTHER_SHAPE",
                "09:04:32 | 09:04:60 | OTHER_SHAPE",
                "09:04:32 | 09:04:3: | OTHER_SHAPE",
                "768901Z | 768901234Z | OTHER_SHAPE",
                "768901Z | 768901+00:00 | OTHER_SHAPE",
                "}]} | }]}x | OTHER_SHAPE",
                "}]} | }]}} | OTHER_SHAPE",
                "}]} | },{}]} | OTHER_SHAPE",
                "}]} | }] | OTHER_SHAPE",
                "{\"channel\" | x{\"channel\" | OTHER_SHAPE",
                "{\"channel\" | {\"method\":\"x\",\"channel\" | OTHER_SHAPE",
            })
    void whatIsNotExactlyKnownIsLeft(String part, String replacement, ScanResult expected) {
        assertEquals(expected, twins.check(UPDATE.replace(part, replacement)));
    }

    @Test
    void fieldsComeInAnyOrder() {
        assertEquals(ScanResult.BOOK, twins.check("""
                {"data":[{"timestamp":"2026-01-05T09:04:32.768901Z","asks":[{"qty":0.25,"price":64525.1}],"checksum":17,\
                "bids":[{"qty":1,"price":2}],"symbol":"BTC/USD"}],"type":"snapshot","channel":"book"}"""));
        assertEquals(
                new Told(1, true, 17, TIME, List.of(20L, 100_000_000L), List.of(645_251L, 25_000_000L)),
                twins.scanned());
        assertEquals(
                ScanResult.UNKNOWN_PAIR,
                twins.check(
                        "{\"data\":[{\"asks\":[],\"bids\":[],\"symbol\":\"X/Y\",\"checksum\":17}],\"type\":\"update\","
                                + "\"channel\":\"book\"}"));
        assertEquals(
                ScanResult.NUMBER,
                twins.check("{\"data\":[{\"bids\":[{\"price\":0,\"qty\":1}],\"asks\":[],\"symbol\":\"BTC/USD\","
                        + "\"checksum\":17}],\"type\":\"update\",\"channel\":\"book\"}"));
        assertEquals(
                ScanResult.NUMBER,
                twins.check("{\"data\":[{\"asks\":[{\"price\":0,\"qty\":1}],\"bids\":[],\"symbol\":\"BTC/USD\","
                        + "\"checksum\":17}],\"type\":\"update\",\"channel\":\"book\"}"));
    }

    @Test
    void whiteSpaceIsSteppedOver() {
        String spaced = UPDATE.replaceAll("(?<=[\\[{:,}\\]\"])(?=[\\[{,}\\]\"0-9])", "\n")
                .replace(" ", "\t");
        assertEquals(ScanResult.OTHER_SHAPE, twins.check(spaced), "inside names and words it is none");
        assertEquals(
                ScanResult.BOOK,
                twins.check(" \r\n" + UPDATE.replaceAll("([\\[{,}\\]]|:(?!\\d\\d))", " $1\t\r\n ") + " \n"));
    }

    @Test
    void aMessageWithoutATimeHasNone() {
        assertEquals(
                ScanResult.BOOK, twins.check(UPDATE.replace(",\"timestamp\":\"2026-01-05T09:04:32.768901Z\"", "")));
        assertEquals(0, twins.scanned().timeMicros());
    }

    @Test
    void moreLevelsThanAnyMessageHasAreLeft() {
        String level = "{\"price\":64525.1,\"qty\":0.25},";
        String most = UPDATE.replace("\"bids\":[", "\"bids\":[" + level.repeat(4_999) + "{\"price\":1,\"qty\":1}");
        assertEquals(ScanResult.BOOK, twins.check(most));
        assertEquals(
                ScanResult.TOO_MANY_LEVELS,
                twins.check(
                        UPDATE.replace("\"bids\":[", "\"bids\":[" + level.repeat(5_000) + "{\"price\":1,\"qty\":1}")));
    }

    @Test
    void aFrameBeyondTheLimitIsLeft() {
        assertEquals(ScanResult.TOO_LONG, twins.check(UPDATE + " ".repeat(KrakenParser.MAX_CHARS)));
    }

    @Test
    void aFrameOutsideItsArrayIsTheCallersMistake() {
        BookScanner scanner = new BookScanner(new ScannedPairs(List.of()));
        ScannedBook into = new ScannedBook();
        assertThrows(IndexOutOfBoundsException.class, () -> scanner.scan(new byte[3], 0, 4, into));
        assertEquals(ScanResult.OTHER_SHAPE, scanner.scan(new byte[3], 3, 3, into));
        assertThrows(IndexOutOfBoundsException.class, () -> into.bids().price(0));
    }
}
