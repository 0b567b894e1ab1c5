package dev.sextant.recordings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.time.IsoTime;
import dev.sextant.recordings.check.LoadReport;
import dev.sextant.recordings.event.RecordedEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every recorded capture against {@code reference-counts.txt}, which a Python script counted. What the captures' own
 * papers state is the same but for the figures explained at the tests below.
 */
class ReferenceCapturesTest {

    static Stream<String> captures() throws IOException {
        return ReferenceCapturesTest.table().stream();
    }

    private static List<String> table() throws IOException {
        try (var lines = ReferenceCapturesTest.class.getResourceAsStream("/reference-counts.txt")) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("captures")
    void capturesAreReadAsTheIndependentCountSays(String line) throws RecordingException {
        String[] expected = Arrays.stream(line.split("\\|")).map(String::strip).toArray(String[]::new);
        LoadReport report = read(expected[0]);
        LoadReport.Counts counts = report.counts();
        String found = String.join(
                " | ",
                expected[0],
                report.format(),
                counts.rows() + " | " + counts.kept() + " | " + counts.duplicates() + " | " + counts.malformed(),
                counts.outOfOrder() + " | " + report.gaps().count() + " | "
                        + report.gaps().missing() + " | " + report.clock().stepsBack(),
                time(report.clock().firstMs()),
                time(report.clock().lastMs()));
        assertEquals(String.join(" | ", expected), found);
    }

    private static String time(long ms) {
        return ms == RecordedEvent.NO_TIME ? "-" : IsoTime.print(ms);
    }

    private static LoadReport read(String capture) throws RecordingException {
        return Recording.open(Reference.data(capture)).read(OptionalLong.empty(), _ -> true);
    }

    /** No capture is left out of the table, and the documents beside them are whole messages each. */
    @Test
    void everyFileOfTheReferenceIsReadOrInTheTable() throws Exception {
        Path root = Reference.data("");
        List<String> known = table().stream()
                .map(line -> line.substring(0, line.indexOf('|')).strip())
                .toList();
        int documents = 0;
        for (Path file : RecordingFolder.files(root)) {
            String name = root.relativize(file).toString();
            if (!known.contains(name)) {
                LoadReport report = read(name);
                assertEquals("json-message", report.format(), name);
                assertEquals(1, report.counts().kept(), name);
                documents++;
            }
        }
        assertEquals(161, documents);
        assertTrue(Files.exists(root.resolve(known.getFirst())));
    }

    /** Rows per channel, as the captures' papers state them. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            binance-usdm-ws-raw/usdm-btcusdt-20240808.gz | {depth@0ms=6551, bookTicker=66089, trade=21313, depth snapshot=1}
            binance-usdm-ws-raw/coinm-btcusd_perp-20240808.gz | {depth@0ms=26847, bookTicker=19136, trade=2286, depth snapshot=1}
            binance-usdm-ws-raw/spot-btcusdt-20240808.gz | {depth@100ms=3451, bookTicker=28040, trade=9757, depth snapshot=1}
            binance-usdm-ws-combined/4syms-20210722T2225Z.ws.raw.txt.gz | {bookTicker=613, depth@100ms=764, kline_1m=67, aggTrade=91}
            coinbase-ws/btcusd-ethusd-20260809.jsonl.zst | {market_trades=59, subscriptions=5, candles=6, ticker=160, l2_data=775, heartbeats=25}
            gemini-ws-l2-triangle/10pairs-20210417T1645Z.ws.raw.txt.gz | {l2_updates=935, trade=51, heartbeat=7}
            """)
    void framesAreCountedByChannel(String capture, String channels) throws RecordingException {
        assertEquals(channels, read(capture).channels().toString());
    }

    /**
     * The paper says 4,716 messages: it leaves out the three REST answers between the frames, which are rows here. Four
     * other lines it counts as header are one line of the recorder and those three.
     */
    @Test
    void answersBetweenTheFramesOfTheSpotCaptureAreRows() throws RecordingException {
        LoadReport report = read("binance-spot-ws-combined/btcusdt-ethusdt-dotusdt-20210404T2003Z.ws.raw.txt.gz");
        assertEquals(4716 + 3, report.counts().rows());
        assertEquals(3L, report.channels().get("depth snapshot"));
    }

    /**
     * The paper counts 1,668 duplicate lines and 11 lines that step back in time. The steps back are all in the lines of
     * the second logger, which are duplicates, so no row is late once those are gone. It speaks of three sessions more
     * than half an hour apart: two silences lie between three sessions.
     */
    @Test
    void theLoggerThatWasStartedTwiceLeavesDuplicatesOnly() throws RecordingException {
        LoadReport report = read("binance-usdm-liquidations/2025-01-liq.csv.gz");
        assertEquals(1668, report.counts().duplicates());
        assertEquals(11, report.clock().stepsBack());
        assertEquals(0, report.counts().outOfOrder());
        assertEquals(2, report.clock().silence().count());
        assertEquals(
                2,
                read("binance-usdm-liquidations/2025-12-liq.csv.gz")
                        .clock()
                        .silence()
                        .count());
    }

    /**
     * The paper counts 1,061 and 225 lines out of order by the trade's time over all symbols, which is the clock here.
     * Within a symbol the ids rise, so no row is late. It finds no duplicate line in the second file; 21 trades of it
     * stand there twice all the same, by two loggers that write different columns. Its
     * three and four sessions are two and three silences.
     */
    @Test
    void largeTradesAreInOrderWithinTheirSymbol() throws RecordingException {
        LoadReport first = read("binance-usdm-large-aggtrades/2025-01-aggtrades.csv.gz");
        assertEquals(1061, first.clock().stepsBack());
        assertEquals(0, first.counts().outOfOrder());
        assertEquals(2, first.clock().silence().count());
        LoadReport second = read("binance-usdm-large-aggtrades/2025-12-aggtrades.csv.gz");
        assertEquals(225, second.clock().stepsBack());
        assertEquals(21, second.counts().duplicates());
        assertEquals(3, second.clock().silence().count());
    }

    /**
     * The papers state 10,000 rows without an id gap and 61,953 rows. One of the former has price and quantity 0 (the
     * venue's kind NA, no trade between two parties), and 15 of the latter have amount 0: they are malformed, and the
     * id of the former is missing from what is kept.
     */
    @Test
    void tradesOfNothingAreMalformed() throws RecordingException {
        LoadReport rows = read("binance-trx-depth-trades-csv/usdm-trxusdt-trade-20250304.csv.gz");
        assertEquals(List.of(new LoadReport.Fault(9328, "price is '0.0', expected a number above 0")), rows.faults());
        assertEquals(1, rows.gaps().missing());
        LoadReport plain = read("bitstamp-spot-trades-2013/BTCUSD-trades-20131125-28.csv.gz");
        assertEquals(61_953, plain.counts().rows());
        assertEquals(15, plain.counts().malformed());
    }

    /** The last row is made up by the source: its ids follow on, so only the silence before it shows. */
    @Test
    void theMadeUpLastDepthRowShowsAsSilence() throws RecordingException {
        LoadReport report = read("binance-trx-depth-trades-csv/spot-trxusdt-depth-20250304.csv.gz");
        assertEquals(1, report.clock().silence().count());
        assertEquals(85_982_637, report.clock().silence().longestMs());
    }

    /** As the papers state: the longest runs of missing bars end the stated number of bars after the last one. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bitfinex-candles-1m/BTCUSD-1m-2019.csv.gz | 9955 | 12873 | 197 | 2019-01-07T10:01:00.000Z
            bitfinex-candles-1m/ETHUSD-1m-2019.csv.gz | 46729 | 69629 | 257 | 2019-01-07T10:01:00.000Z
            bitfinex-candles-1m/XRPUSD-1m-2018.csv.gz | 26417 | 36785 | 181 | 2018-03-21T09:31:00.000Z
            coinbase-candles/BTC-USD-4h-20160518-20241231.json.gz | 2 | 4 | 3 | 2018-08-10T04:00:00.000Z
            hyperliquid-funding/hourly-funding-to-2024-12-31.csv.gz | 1 | 1 | 1 | 2024-08-15T13:00:00.151Z
            """)
    void missingIntervalsAreFound(String capture, long gaps, long missing, long longest, String at)
            throws RecordingException {
        LoadReport.Gaps found = read(capture).gaps();
        assertEquals(new LoadReport.Gaps(true, gaps, missing, 0, longest, at), found);
    }

    /** Local time of London becomes UTC: 18 series stand at each of the 1,095 hours that are multiples of eight. */
    @Test
    void localTimesOfTheExchangesFileAreUtc() throws RecordingException {
        long[] oddHours = new long[1];
        LoadReport report = Recording.open(
                        Reference.data("multiexchange-ohlc-funding/binance-bybit-okx-8h-2023.csv.gz"))
                .read(OptionalLong.empty(), event -> {
                    oddHours[0] += event.timeMs() % (8 * 3_600_000L) == 0 ? 0 : 1;
                    return true;
                });
        assertEquals(0, oddHours[0]);
        assertEquals(18 * 1095, report.counts().kept());
        assertEquals(18, report.streams().size());
    }
}
