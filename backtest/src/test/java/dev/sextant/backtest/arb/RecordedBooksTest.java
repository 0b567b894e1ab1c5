package dev.sextant.backtest.arb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.arbitrage.detect.DetectorLimits;
import dev.sextant.recordings.Recording;
import dev.sextant.recordings.RecordingException;
import dev.sextant.recordings.book.BookEvent;
import dev.sextant.recordings.book.BookFile;
import dev.sextant.recordings.book.BookLevel;
import dev.sextant.recordings.book.BookRow;
import dev.sextant.recordings.book.EventWriter;
import dev.sextant.recordings.event.RecordedEvent;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real recordings, where they are at hand. */
class RecordedBooksTest {

    private static final Path GEMINI = Path.of("gemini-ws-l2-triangle/10pairs-20210417T1645Z.ws.raw.txt.gz");

    @Test
    void everyRecordedChecksumIsRight() throws IOException, RecordingException {
        assertChecksums(4269, "kraken-ws1-book/10pairs-20210417T1648Z.book1000.raw.txt.gz");
        assertChecksums(979, "kraken-ws1-book/xbtusd-book10-20230830.ndjson.gz");
        assertChecksums(1254, "kraken-ws2-book/btcusd-depth10-20260719T1754Z.raw.ndjson.gz");
        assertChecksums(2, "kraken-ws2-book/ethbtc-depth10-20260826T1516Z.frames.ndjson.gz");
    }

    private static void assertChecksums(int count, String file) throws IOException, RecordingException {
        JsonNode report = Replayed.files(Replayed.FREE, Reference.data(file)).report;
        assertEquals(count, report.path("checksums").asInt(), file);
        assertEquals(0, report.path("wrong_checksums").asInt(), file);
        assertEquals(0, report.path("malformed").asInt(), file);
    }

    @Test
    void aRealTriangleEarnsNothingAfterAnyRealFee() throws IOException, RecordingException {
        Replayed replayed =
                Replayed.files(Replayed.settings(2600, OptionalLong.empty()), Reference.data(GEMINI.toString()));
        assertEquals(0, replayed.with("edge_bps").size());
        assertEquals(
                6,
                replayed.with("product").stream()
                        .filter(line -> line.path("product").asDouble() > 1)
                        .count(),
                "before fees six moments paid");
    }

    /** Quotes of thin pairs at one instant: one triangle pays 475 % before fees. Their sizes are not told; here they are huge. */
    @Test
    void absurdQuotesAreNeverAnOpportunity(@TempDir Path folder) throws IOException, RecordingException {
        Path quotes = Reference.data("kucoin-alltickers-triangle/all-ticker-20180117.json.gz");
        StringBuilder books = new StringBuilder();
        Recording.open(quotes).read(OptionalLong.empty(), event -> {
            if (event instanceof RecordedEvent.Quote quote
                    && quote.bid().signum() > 0
                    && quote.ask().signum() > 0) {
                BookLevel bid = new BookLevel(quote.bid(), BigDecimal.valueOf(1_000_000));
                BookLevel ask = new BookLevel(quote.ask(), BigDecimal.valueOf(1_000_000));
                books.append(EventWriter.line(new BookEvent(
                                1_000,
                                quote.symbol().replace('-', '/'),
                                true,
                                List.of(bid),
                                List.of(ask),
                                OptionalLong.empty(),
                                OptionalInt.empty())))
                        .append('\n');
            }
            return true;
        });
        ArbSettings settings = new ArbSettings(
                1000,
                new DetectorLimits(0, 50_000, 1000, 1000),
                List.of("USDT", "BTC", "ETH"),
                3,
                true,
                ArbSettings.Unwind.USUAL,
                OptionalLong.empty());
        Replayed replayed = Replayed.events(folder, settings, books.toString());
        double best = replayed.with("product").stream()
                .mapToDouble(line -> line.path("product").asDouble())
                .max()
                .orElseThrow();
        assertEquals(5.75, best, 0.01);
        assertTrue(replayed.report.at("/missed/absurd").asInt() > 0, replayed.report::toString);
        assertTrue(replayed.with("edge_bps").stream()
                .allMatch(line -> line.path("edge_bps").asDouble() < 500));
    }

    /** The twin: whole books in decimals, and both products anew after each message. */
    @Test
    void theTraceIsWhatPlainArithmeticGives() throws IOException, RecordingException {
        Path file = Reference.data(GEMINI.toString());
        List<BigDecimal> expected = new ArrayList<>();
        Map<String, NavigableMap<BigDecimal, BigDecimal>> sides = new HashMap<>();
        BookFile.open(file, null).read((line, row) -> {
            if (row instanceof BookRow.Changed(BookEvent event)) {
                apply(sides, event.pair() + " bid", event.bids());
                apply(sides, event.pair() + " ask", event.asks());
                if (List.of("BTC/USD", "ETH/BTC", "ETH/USD").contains(event.pair())
                        && sides.containsKey("ETH/USD bid")
                        && sides.containsKey("ETH/BTC bid")
                        && sides.containsKey("BTC/USD bid")) {
                    expected.add(forth(sides).max(back(sides)));
                }
            }
            return true;
        });
        List<JsonNode> trace = Replayed.files(Replayed.FREE, file).with("product");
        assertEquals(514, expected.size());
        assertEquals(expected.size(), trace.size());
        for (int i = 0; i < trace.size(); i++) {
            double difference =
                    expected.get(i).doubleValue() - trace.get(i).path("product").asDouble();
            assertTrue(Math.abs(difference) < 1e-12, "state " + i + " differs by " + difference);
        }
    }

    private static void apply(
            Map<String, NavigableMap<BigDecimal, BigDecimal>> sides, String name, List<BookLevel> levels) {
        for (BookLevel level : levels) {
            NavigableMap<BigDecimal, BigDecimal> side = sides.computeIfAbsent(name, side1 -> new TreeMap<>());
            side.put(level.price(), level.quantity());
            side.values().removeIf(quantity -> quantity.signum() == 0);
        }
    }

    private static BigDecimal forth(Map<String, NavigableMap<BigDecimal, BigDecimal>> sides) {
        return bid(sides, "ETH/USD")
                .divide(ask(sides, "ETH/BTC").multiply(ask(sides, "BTC/USD")), MathContext.DECIMAL128);
    }

    private static BigDecimal back(Map<String, NavigableMap<BigDecimal, BigDecimal>> sides) {
        return bid(sides, "ETH/BTC")
                .multiply(bid(sides, "BTC/USD"))
                .divide(ask(sides, "ETH/USD"), MathContext.DECIMAL128);
    }

    private static BigDecimal bid(Map<String, NavigableMap<BigDecimal, BigDecimal>> sides, String pair) {
        return sides.getOrDefault(pair + " bid", new TreeMap<>()).lastKey();
    }

    private static BigDecimal ask(Map<String, NavigableMap<BigDecimal, BigDecimal>> sides, String pair) {
        return sides.getOrDefault(pair + " ask", new TreeMap<>()).firstKey();
    }
}
