package dev.sextant.venues.kraken.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sextant.domain.market.Symbol;
import dev.sextant.venues.binance.market.ReferenceData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every recorded message of the protocol's second version is understood, and books are scanned as they are parsed. */
class KrakenCaptureTest {

    private static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final KrakenParser parser = new KrakenParser();

    private Map<String, Integer> countKinds(Stream<String> messages) {
        Map<String, Integer> counts = new TreeMap<>();
        messages.map(parser::parse).map(KrakenCaptureTest::kind).forEach(kind -> counts.merge(kind, 1, Integer::sum));
        return counts;
    }

    private static String kind(KrakenMessage message) {
        return switch (message) {
            case KrakenMessage.Book book -> book.snapshot() ? "book snapshot" : "book update";
            case KrakenMessage.Unknown(String what, String _) -> what;
            case KrakenMessage.Malformed malformed -> "malformed: " + malformed.reason();
            default -> message.getClass().getSimpleName();
        };
    }

    private static long scanned(Twins twins, List<String> lines) {
        return lines.stream()
                .filter(line -> twins.check(line) == ScanResult.BOOK)
                .count();
    }

    @Test
    void everyFrameOfTheBitcoinCaptureIsUnderstood() throws IOException {
        List<String> lines =
                ReferenceData.gzipLines("data/kraken-ws2-book/btcusd-depth10-20260719T1754Z.raw.ndjson.gz");
        assertEquals(
                Map.of(
                        "book snapshot", 1,
                        "book update", 1_253,
                        "Heartbeat", 120,
                        "Status", 1,
                        "Acknowledged", 1),
                countKinds(lines.stream()));
        assertEquals(1_254, scanned(new Twins(Frames.pair("BTC/USD", 1, 8)), lines));
    }

    @Test
    void everyFrameOfTheEtherCaptureIsUnderstood() throws IOException {
        List<String> lines =
                ReferenceData.gzipLines("data/kraken-ws2-book/ethbtc-depth10-20260826T1516Z.frames.ndjson.gz");
        assertEquals(
                Map.of("book snapshot", 1, "book update", 1, "Heartbeat", 1, "Status", 1, "Acknowledged", 1),
                countKinds(lines.stream()));
        assertEquals(2, scanned(new Twins(Frames.pair("ETH/BTC", 6, 8)), lines));
        var status = assertInstanceOf(KrakenMessage.Status.class, parser.parse(lines.get(1)));
        assertEquals(new KrakenMessage.Status(MarketStatus.ONLINE, "2.0.10", "12072546403441331453"), status);
    }

    @Test
    void aRefusedDepthIsUnderstood() throws IOException {
        Path file = ReferenceData.find("data/kraken-ws2-book/subscribe-error-depth27-20260816.json");
        assertEquals(
                new KrakenMessage.Refused(
                        KrakenMessage.Method.SUBSCRIBE,
                        "Subscription depth not supported",
                        Optional.empty(),
                        OptionalInt.empty(),
                        OptionalLong.empty()),
                parser.parse(Files.readString(file)));
    }

    @Test
    void everyAssetAndPairOfTheInstrumentSnapshotIsRead() throws IOException {
        String text =
                String.join("\n", ReferenceData.gzipLines("data/kraken-ws2-instrument/instrument_snapshot.json.gz"));
        var instruments = assertInstanceOf(KrakenMessage.Instruments.class, parser.parse(text));

        assertEquals(296, instruments.assets().size());
        assertEquals(683, instruments.pairs().size());
        assertEquals(List.of(), instruments.unread());
        Map<MarketStatus, Integer> statuses = new TreeMap<>();
        instruments.pairs().forEach(pair -> statuses.merge(pair.status(), 1, Integer::sum));
        assertEquals(
                Map.of(MarketStatus.ONLINE, 672, MarketStatus.REDUCE_ONLY, 9, MarketStatus.CANCEL_ONLY, 2), statuses);
        ScannedPairs pairs = new ScannedPairs(instruments.pairs());
        for (int i = 0; i < pairs.size(); i++) {
            assertEquals(i, pairs.find(pairs.rules(i).symbol()));
        }
        assertEquals(ScannedPairs.UNKNOWN, pairs.find(new Symbol("BTC/NOWHERE")));
    }

    @Test
    void theReplayWithItsStrippedZerosIsScannedAsItIsParsed() throws IOException {
        JsonNode replay = EXACT.readTree(
                Files.readString(ReferenceData.find("protocols/samples/kraken/book-replay-btcusd-d10.json")));
        Twins twins = new Twins(Frames.pair("BTC/USD", 1, 8));
        assertEquals(ScanResult.BOOK, twins.check(EXACT.writeValueAsString(replay.get("init"))));
        assertEquals(2_785_033_588L, twins.scanned().checksum());
        assertEquals(0, twins.scanned().timeMicros());
        int updates = 0;
        for (JsonNode update : replay.get("updates")) {
            assertEquals(ScanResult.BOOK, twins.check(EXACT.writeValueAsString(update)));
            updates++;
        }
        assertEquals(509, updates);
    }

    @Test
    void everySampleOfTheProtocolPageIsUnderstood() throws IOException {
        Map<String, String> kinds = new TreeMap<>();
        try (Stream<Path> files = Files.list(ReferenceData.find("protocols/samples/kraken"))) {
            for (Path file : files.filter(f -> f.getFileName().toString().matches("ws-(?!.*request).*"))
                    .toList()) {
                String name = file.getFileName().toString().replaceAll("ws-|\\.json", "");
                kinds.put(name, kind(parser.parse(Files.readString(file))));
            }
        }
        kinds.values().removeIf(kind -> kind.startsWith("method ") || kind.startsWith("channel "));
        assertEquals(
                Map.ofEntries(
                        Map.entry("add_order-error", "Refused"),
                        Map.entry("book-snapshot-matic", "book snapshot"),
                        Map.entry("book-update-matic", "book update"),
                        Map.entry("heartbeat", "Heartbeat"),
                        Map.entry("instrument-snapshot", "Instruments"),
                        Map.entry("pong", "Pong"),
                        Map.entry("status", "Status"),
                        Map.entry("subscribe-ack", "Acknowledged"),
                        Map.entry("subscribe-error", "Refused"),
                        Map.entry("ticker-snapshot", "Tickers"),
                        Map.entry("trade-update", "Trades")),
                kinds);
    }
}
