package dev.sextant.local.venue.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaptureReaderTest {

    private static final String TRADE =
            "{\"e\":\"aggTrade\",\"E\":1626992742291,\"s\":\"XUSDT\",\"a\":5,\"p\":\"0.01731\","
                    + "\"q\":\"312\",\"f\":1,\"l\":2,\"T\":1626992742134,\"m\":true}";

    @TempDir
    private Path folder;

    private Capture read(String... lines) throws IOException {
        return CaptureReader.read(List.of(Files.write(folder.resolve("c.txt"), List.of(lines))));
    }

    @Test
    void readsBothSpellingsAndPassesOverWhatIsNoMarketData() throws Exception {
        Capture capture = read(
                "configuration: {\"symbols\":[\"XUSDT\"]}",
                "wss://fstream.binance.com/stream?streams=xusdt@aggTrade <-> 1626992740.17",
                "1626992741.1 <- {\"method\":\"SUBSCRIBE\"}",
                "",
                "1626992742.3: {\"stream\":\"xusdt@aggTrade\",\"data\":" + TRADE + "}",
                "1626992742300000000 " + TRADE.replace("\"a\":5", "\"a\":6"),
                "1626992742300000000 {\"stream\":\"xusdt@kline_1m\",\"data\":{\"e\":\"kline\",\"k\":{\"t\":1}}}",
                "https://fapi.binance.com/fapi/v1/depth?symbol=XUSDT&limit=1000 -> 1626992741.3: "
                        + "{\"lastUpdateId\":9,\"E\":1,\"T\":1,\"bids\":[[\"0.01730\",\"5\"]],\"asks\":[]}");

        SymbolTape tape = capture.tapes().getFirst();
        assertEquals("XUSDT", tape.symbol().name());
        assertEquals(
                List.of(5L, 6L),
                tape.aggTrades().stream().map(t -> t.trade().aggId()).toList());
        assertEquals(5, tape.priceDecimals());
        assertEquals(0, tape.quantityDecimals());
        assertTrue(tape.snapshot() != null && tape.snapshot().lastUpdateId() == 9);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"e\":\"aggTrade\",\"E\":1} | line 2: field 'a' is missing",
                "{\"e\":\"trade\",\"s\":\"X\",\"t\":\"one\"} | line 2: field 't' is 'one', expected an integer",
                "{\"e\":\"trade\",\"s\":\"X\",\"t\":1,\"p\":\"1e5\"} | not a number in the desk's range: '1e5'",
                "{\"e\": | line 2: not JSON",
            })
    void brokenLinesAreNamed(String json, String complaint) {
        IllegalArgumentException problem = assertThrows(
                IllegalArgumentException.class,
                () -> read("1626992742300000000 " + TRADE, "1626992742300000000 " + json));
        assertTrue(problem.toString().contains(complaint), problem.toString());
    }

    @Test
    void aFileWithoutMarketDataIsNoCapture() {
        assertThrows(IllegalArgumentException.class, () -> read("hello"));
    }

    @Test
    void theBundledCaptureHasTheMeasuredFigures() throws Exception {
        Path file = Path.of("../captures/usdm-btcusdt-20240808.gz");
        Assumptions.assumeTrue(Files.exists(file), "the bundled capture is missing");
        SymbolTape tape = CaptureReader.read(List.of(file)).tapes().getFirst();
        assertEquals(21_313, tape.trades().size());
        assertEquals(66_089, tape.tops().size());
        assertEquals(6_551, tape.diffs().size());
        assertTrue(tape.snapshot() != null && tape.snapshot().bids().size() == 1_000);
    }

    @Test
    void aTextCaptureOfFourSymbolsIsReadWithItsRestAnswers() throws Exception {
        Path data = ReferenceData.folder("binance-usdm-ws-combined");
        Capture capture = CaptureReader.read(List.of(
                data.resolve("4syms-20210722T2225Z.ws.raw.txt.gz"),
                data.resolve("4syms-20210722T2225Z.rest-depth.raw.txt.gz")));
        assertEquals(4, capture.tapes().size());
        assertEquals(
                91, capture.tapes().stream().mapToInt(t -> t.aggTrades().size()).sum());
        assertEquals(
                764, capture.tapes().stream().mapToInt(t -> t.diffs().size()).sum());
        assertTrue(capture.tapes().stream().allMatch(t -> t.snapshot() != null));
    }
}
