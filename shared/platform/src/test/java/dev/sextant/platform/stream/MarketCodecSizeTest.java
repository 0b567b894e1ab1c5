package dev.sextant.platform.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Frame;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.E8;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes a trade, heads, key frames and seals included. Sizes are counts, so the bound holds on every machine. */
class MarketCodecSizeTest {

    private static final Symbol BTC = new Symbol("BTCUSDT");
    private static final long FUTURES_STEP_E8 = 100_000;
    private static final long SPOT_STEP_E8 = 1_000;

    @ParameterizedTest
    @ValueSource(ints = {5, 50, 150, 1_500})
    void atOneHundredAndFiftyTradesASecondATradeTakesAtMostTwelveBytes(int perSecond) {
        double futures = bytesPerTrade("synthetic perpetual", perSecond, FUTURES_STEP_E8);
        double spot = bytesPerTrade("synthetic spot", perSecond, SPOT_STEP_E8);

        assertTrue(perSecond < 150 || futures <= 12, () -> futures + " bytes a trade");
        assertTrue(perSecond < 150 || spot <= 12, () -> spot + " bytes a trade");
    }

    @Test
    void aRecordedSessionOfBtcusdtPerpetualPacksWithoutLoss() throws IOException {
        double recorded = packed("recorded perpetual", recorded());

        assertTrue(recorded < 16, () -> recorded + " bytes a trade at 30 trades a second");
    }

    @Test
    void theRecordedSessionAtFiveTimesItsSpeedKeepsTheBound() throws IOException {
        List<AggTrade> trades = recorded();
        long startMs = trades.getFirst().tradeTimeMs();
        trades.replaceAll(trade -> at(trade, startMs + (trade.tradeTimeMs() - startMs) / 5));

        double faster = packed("recorded, 5 x speed", trades);

        assertTrue(faster <= 12, () -> faster + " bytes a trade");
    }

    private static double packed(String name, List<AggTrade> trades) {
        List<AggTrade> decoded = new ArrayList<>();
        long bytes = 0;
        List<Frame> frames = Tape.frames(BTC, trades);
        for (Frame frame : frames) {
            byte[] record = MarketCodec.encode(frame);
            bytes += record.length;
            decoded.addAll(((Frame) MarketCodec.decode(record)).trades());
        }
        assertEquals(trades, decoded);
        print(name, trades.size() * 1_000.0 / (frames.size() * 250.0), bytes, trades.size());
        return (double) bytes / trades.size();
    }

    private static AggTrade at(AggTrade trade, long timeMs) {
        return new AggTrade(
                trade.aggId(),
                trade.priceE8(),
                trade.qtyE8(),
                timeMs,
                trade.buyerIsMaker(),
                trade.firstTradeId(),
                trade.lastTradeId());
    }

    private static double bytesPerTrade(String name, double perSecond, long stepE8) {
        List<AggTrade> trades = Tape.trades(42, perSecond, 120, stepE8);
        long bytes = 0;
        for (Frame frame : Tape.frames(BTC, trades)) {
            bytes += MarketCodec.encode(frame).length;
        }
        print(name, trades.size() / 120.0, bytes, trades.size());
        return (double) bytes / trades.size();
    }

    private static void print(String name, double perSecond, long bytes, int trades) {
        System.out.printf(
                Locale.ROOT, "%-20s %7.1f trades/s %6.2f bytes a trade%n", name, perSecond, (double) bytes / trades);
    }

    /** The capture holds single fills: those of one millisecond, price and side become one aggregate. */
    private static List<AggTrade> recorded() throws IOException {
        Path capture = reference().resolve("data/binance-usdm-ws-raw/usdm-btcusdt-20240808.gz");
        Assumptions.assumeTrue(Files.exists(capture), "skipped: the capture " + capture + " is not here");
        List<AggTrade> trades = new ArrayList<>();
        ObjectMapper json = new ObjectMapper();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(capture)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode data = json.readTree(line.substring(line.indexOf('{'))).path("data");
                if (data.path("e").asText().equals("trade")
                        && data.path("X").asText().equals("MARKET")) {
                    add(trades, data);
                }
            }
        }
        return trades;
    }

    private static void add(List<AggTrade> trades, JsonNode data) {
        long fill = data.path("t").asLong();
        AggTrade next = new AggTrade(
                trades.size(),
                E8.parse(data.path("p").asText()),
                E8.parse(data.path("q").asText()),
                data.path("T").asLong(),
                data.path("m").asBoolean(),
                fill,
                fill);
        AggTrade last = trades.isEmpty() ? null : trades.getLast();
        if (last == null
                || last.tradeTimeMs() != next.tradeTimeMs()
                || last.priceE8() != next.priceE8()
                || last.buyerIsMaker() != next.buyerIsMaker()) {
            trades.add(next);
            return;
        }
        trades.set(
                trades.size() - 1,
                new AggTrade(
                        last.aggId(),
                        last.priceE8(),
                        last.qtyE8() + next.qtyE8(),
                        last.tradeTimeMs(),
                        last.buyerIsMaker(),
                        last.firstTradeId(),
                        fill));
    }

    private static Path reference() {
        String set = System.getProperty("SEXTANT_REFERENCE", System.getenv("SEXTANT_REFERENCE"));
        return set == null ? Path.of("../../../shared") : Path.of(set);
    }
}
