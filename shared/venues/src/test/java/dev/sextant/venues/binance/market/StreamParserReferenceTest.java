package dev.sextant.venues.binance.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every recorded message is understood. */
class StreamParserReferenceTest {

    private final StreamParser parser = new StreamParser();

    private Map<String, Integer> countKinds(Stream<String> messages) {
        Map<String, Integer> counts = new TreeMap<>();
        messages.map(parser::parse).map(StreamParserReferenceTest::kind).forEach(k -> counts.merge(k, 1, Integer::sum));
        return counts;
    }

    private static String kind(Parsed parsed) {
        return switch (parsed) {
            case Parsed.Event(var event) -> event.kind().name();
            case Parsed.ShuttingDown _ -> "shutting down";
            case Parsed.Ignored(String what) -> what;
            case Parsed.Refused(long code, String message) -> code + " " + message;
            case Parsed.Malformed(String reason) -> "malformed: " + reason;
        };
    }

    @Test
    void everySampleOfTheProtocolPageIsUnderstood() throws IOException {
        Path folder = ReferenceData.find("protocols/samples/binance-futures");
        Map<String, String> kinds = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.getFileName().toString().startsWith("ws-"))
                    .toList()) {
                kinds.put(file.getFileName().toString(), kind(parser.parse(Files.readString(file))));
            }
        }
        assertEquals(
                Map.ofEntries(
                        Map.entry("ws-aggTrade.json", "AGG_TRADE"),
                        Map.entry("ws-bookTicker.json", "BOOK_TICKER"),
                        Map.entry("ws-combined-aggTrade.json", "AGG_TRADE"),
                        Map.entry("ws-contractInfo.json", "event contractInfo"),
                        // Raw form has no stream name, so a partial depth looks like a change; it is never subscribed
                        // to.
                        Map.entry("ws-depth-partial5.json", "DEPTH"),
                        Map.entry("ws-depthUpdate.json", "DEPTH"),
                        Map.entry("ws-error-too-many-subscriptions.json", "4 Too many subscriptions"),
                        Map.entry("ws-forceOrder.json", "FORCE_ORDER"),
                        Map.entry("ws-kline.json", "event kline"),
                        Map.entry("ws-markPriceUpdate.json", "MARK_PRICE"),
                        Map.entry("ws-subscribe-ack.json", "acknowledgement")),
                kinds);
    }

    @Test
    void everyFrameOfTheRawCaptureIsUnderstood() throws IOException {
        List<String> lines = ReferenceData.gzipLines("data/binance-usdm-ws-raw/usdm-btcusdt-20240808.gz");
        Map<String, Integer> kinds = countKinds(lines.stream()
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .filter(message -> message.startsWith("{\"stream\"")));
        assertEquals(Map.of("BOOK_TICKER", 66_089, "DEPTH", 6_551, "event trade", 21_313), kinds);
    }

    @Test
    void everyFrameOfTheCombinedCaptureIsUnderstood() throws IOException {
        List<String> lines =
                ReferenceData.gzipLines("data/binance-usdm-ws-combined/4syms-20210722T2225Z.ws.raw.txt.gz");
        Map<String, Integer> kinds = countKinds(lines.stream()
                .filter(line -> line.contains(": {\"stream\""))
                .map(line -> line.substring(line.indexOf(": ") + 2)));
        assertEquals(Map.of("AGG_TRADE", 91, "BOOK_TICKER", 613, "DEPTH", 764, "event kline", 67), kinds);
    }

    @Test
    void messagesWithTheFieldsOf2026AreUnderstood() throws IOException {
        Path file = ReferenceData.find("data/binance-usdm-message-samples/public-frames-20260808.ndjson");
        assertEquals(
                Map.of("AGG_TRADE", 1, "MARK_PRICE", 1, "event kline", 1, "FORCE_ORDER", 1),
                countKinds(Files.readAllLines(file).stream()));
    }

    @Test
    void aTradeOfARecordingWithoutItsIdIsMalformed() throws IOException {
        Path file = ReferenceData.find("data/binance-usdm-message-samples/tardis-binance-usdm-messages.ndjson");
        List<String> trades = Files.readAllLines(file).stream()
                .filter(line -> line.contains("\"aggTrade\""))
                .toList();
        assertEquals(1, trades.size());
        assertInstanceOf(Parsed.Malformed.class, parser.parse(trades.getFirst()));
    }
}
