package dev.sextant.local.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.E8;
import dev.sextant.signals.window.IndicatorCsv;
import dev.sextant.signals.window.IndicatorRow;
import dev.sextant.signals.window.IndicatorSpec;
import dev.sextant.signals.window.TradeIndicators;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The bundled capture through the whole desk, at full speed, and what its API tells of it afterwards. */
@Timeout(600)
class WholeDeskTest {

    private static final Symbol BTC = new Symbol("BTCUSDT");

    @TempDir
    private Path folder;

    @Test
    void playsTheCaptureLosesNothingAndGoesOnAfterACleanStop() throws Exception {
        JsonNode first;
        try (RunningDesk desk = RunningDesk.up(folder, "--speed", "max")) {
            desk.awaitSaid("replay finished");
            assertIndicatorsAreThoseOfTheTrades(desk);
            assertEveryDecisionHasItsReason(desk);
            assertEveryFillIsInItsOrdersTrail(desk);
            assertAccountIsTheSumOfItsFills(desk);
            assertOneIdLeadsFromTheSignalToItsFills(desk);
            assertTheFillsMakeWhatIsStored();
            first = desk.stop();
            assertEquals(0, desk.exitCode());
        }
        assertSound(first);
        assertEquals(8_331, first.path("trades_in").asLong());
        assertTrue(first.path("fills").asLong() >= 5, first.toString());

        try (RunningDesk again = RunningDesk.up(folder, "--speed", "max", "--for", "60s")) {
            JsonNode second = again.end();
            assertSound(second);
            assertFalse(again.said().contains("recovered"), "a clean stop needs no recovery");
            for (String same : List.of("trades_stored", "indicator_rows", "decisions", "signals", "orders", "fills")) {
                assertEquals(first.path(same), second.path(same), same);
            }
        }
    }

    private static void assertSound(JsonNode report) {
        assertEquals(report.path("trades_in"), report.path("trades_stored"));
        for (String none : List.of("lost", "duplicated", "unknown_orders", "position_mismatch")) {
            assertEquals(0, report.path(none).asLong(-1), none + " in " + report);
        }
    }

    /** The desk closes its last bucket by the clock; a file has no clock, so its last row may be missing. */
    private static void assertIndicatorsAreThoseOfTheTrades(RunningDesk desk) {
        TradeIndicators indicators = new TradeIndicators(IndicatorSpec.STANDARD);
        List<IndicatorRow> expected = new ArrayList<>();
        for (JsonNode trade : desk.all("/market/BTCUSDT/trades").reversed()) {
            expected.addAll(indicators.onTrade(trade(trade)));
        }
        List<JsonNode> rows = desk.all("/market/BTCUSDT/indicators");
        assertEquals(23, rows.size());
        assertTrue(rows.size() - expected.size() <= 1, "rows of the trades: " + expected.size());
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(IndicatorCsv.line(BTC, expected.get(i)), csv(rows.get(i)));
        }
    }

    private static AggTrade trade(JsonNode trade) {
        long id = trade.path("agg_id").longValue();
        return new AggTrade(
                id,
                E8.parse(trade.path("price").textValue()),
                E8.parse(trade.path("qty").textValue()),
                Instant.parse(trade.path("at").textValue()).toEpochMilli(),
                trade.path("side").textValue().equals("SELL"),
                id,
                id);
    }

    private static String csv(JsonNode row) {
        List<String> cells = new ArrayList<>(
                List.of(Long.toString(Instant.parse(row.path("at").textValue()).getEpochSecond()), BTC.name()));
        for (String column : List.of(
                "cvd_fast",
                "cvd_mid",
                "cvd_24h",
                "cvd_day",
                "cvd_fast_slope",
                "cvd_accel",
                "vwap_30m",
                "atr_5m",
                "atr_percentile",
                "p95_qty",
                "p99_qty",
                "buy_vol_1m",
                "sell_vol_1m",
                "price",
                "covered")) {
            cells.add(row.path(column).isNull() ? "" : row.path(column).asText());
        }
        return String.join(",", cells);
    }

    private static void assertEveryDecisionHasItsReason(RunningDesk desk) {
        List<JsonNode> decisions = desk.all("/decisions");
        assertEquals(3 * 23, decisions.size());
        for (JsonNode decision : decisions) {
            assertFalse(decision.path("gate").path("text").asText().isEmpty(), decision.toString());
            assertFalse(decision.path("factors").isEmpty(), decision.toString());
            assertEquals(
                    decision.path("taken").asBoolean(),
                    decision.path("signal_id").isTextual());
        }
        List<JsonNode> signals = desk.all("/signals");
        assertEquals(decisions.stream().filter(d -> d.path("taken").asBoolean()).count(), signals.size());
        for (JsonNode signal : signals) {
            assertTrue(signal.path("outcome").asText().matches("approved|refused: .+"), signal.toString());
        }
    }

    private static void assertEveryFillIsInItsOrdersTrail(RunningDesk desk) {
        for (JsonNode listed : desk.all("/orders")) {
            JsonNode order = desk.get("/orders/" + listed.path("intent_id").textValue());
            String state = "NEW";
            for (JsonNode event : order.path("trail")) {
                assertEquals(state, event.path("from").textValue(), order.toString());
                state = event.path("to").textValue();
            }
            assertEquals(state, order.path("state").textValue());
            assertEquals(sum(order.path("fills"), "qty"), decimal(order, "filled_qty"), order.toString());
            boolean filled = state.equals("FILLED");
            assertEquals(filled, decimal(order, "filled_qty").compareTo(decimal(order, "qty")) == 0, order.toString());
        }
    }

    private static void assertAccountIsTheSumOfItsFills(RunningDesk desk) {
        BigDecimal cash = BigDecimal.ZERO;
        BigDecimal fees = BigDecimal.ZERO;
        BigDecimal net = BigDecimal.ZERO;
        for (JsonNode listed : desk.all("/orders")) {
            JsonNode order = desk.get("/orders/" + listed.path("intent_id").textValue());
            BigDecimal sign = order.path("side").textValue().equals("BUY") ? BigDecimal.ONE : BigDecimal.ONE.negate();
            for (JsonNode fill : order.path("fills")) {
                BigDecimal qty = decimal(fill, "qty").multiply(sign);
                net = net.add(qty);
                cash = cash.subtract(qty.multiply(decimal(fill, "price")));
                fees = fees.add(decimal(fill, "fee"));
            }
        }
        JsonNode pnl = desk.get("/pnl");
        JsonNode position = desk.get("/positions").path("items").path(0);
        BigDecimal worth = cash.add(net.multiply(decimal(position, "mark_price")));
        assertEquals(0, net.abs().compareTo(decimal(position, "qty")), "net " + net + ", " + position);
        assertEquals(0, fees.compareTo(decimal(pnl, "fees")), "fees " + fees);
        BigDecimal equity =
                decimal(pnl, "start_balance").add(worth).subtract(fees).add(decimal(pnl, "funding"));
        assertEquals(0, equity.compareTo(decimal(pnl, "equity")), "equity " + equity + ", " + pnl.path("equity"));
    }

    /** The id of a decision finds every step in the log, and the numbers are in the metrics. */
    private void assertOneIdLeadsFromTheSignalToItsFills(RunningDesk desk) throws Exception {
        Path log = folder.resolve("state/log");
        JsonNode trade = desk.all("/trades").getLast();
        List<String> lines = Files.readString(log.resolve("desk.log"))
                .lines()
                .filter(line -> line.contains(
                        "correlation_id=\"" + trade.path("decision_id").textValue() + "\""))
                .toList();
        assertTrue(
                lines.getFirst().contains("signal raised") && lines.getFirst().contains("bucket_start_ms"),
                lines.toString());
        for (String step : List.of("order reserved", "order claimed", "state=\"FILLED\" new_fills=\"1\"")) {
            assertTrue(lines.stream().anyMatch(line -> line.contains(step)), step + " in " + lines);
        }
        String metrics = Files.readString(log.resolve("metrics.jsonl"));
        for (String service : List.of("signal-scorer", "risk-check", "order-placer", "reconciler", "ingest")) {
            assertTrue(metrics.contains("\"service\":\"" + service + "\""), service);
        }
    }

    private void assertTheFillsMakeWhatIsStored() throws Exception {
        CommandLine sextant = new CommandLine(folder.resolve("state"));
        CommandLine.Said said = sextant.run("pnl", "recompute");
        assertEquals(0, said.exitCode(), said.toString());
        assertTrue(said.out().contains(": equal to what is stored"), said.out());
        CommandLine.Said why = sextant.run("explain");
        assertTrue(why.out().contains(" looked at BTCUSDT when the 15 s from "), why.toString());
    }

    private static BigDecimal decimal(JsonNode node, String field) {
        return new BigDecimal(node.path(field).asText()).stripTrailingZeros();
    }

    private static BigDecimal sum(JsonNode items, String field) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode item : items) {
            sum = sum.add(decimal(item, field));
        }
        return sum.stripTrailingZeros();
    }

    @Test
    void killedInTheMiddleOfATradeItKeepsTheAccountAndTheStop() throws Exception {
        JsonNode before;
        try (RunningDesk desk = RunningDesk.up(folder, "--speed", "8")) {
            desk.await(
                    "a protected position",
                    () -> openPosition(desk).path("protected").asBoolean());
            before = openPosition(desk);
            desk.kill();
        }
        try (RunningDesk again = RunningDesk.up(folder, "--speed", "max")) {
            again.awaitSaid("recovered ");
            for (JsonNode strategy : again.get("/strategies").path("items")) {
                assertEquals("STOPPED", strategy.path("state").textValue());
                assertTrue(strategy.path("reason").asText().contains("./sextant strategy start"), strategy.toString());
            }
            again.awaitSaid("replay finished");
            List<JsonNode> trades = again.all("/trades");
            JsonNode kept = trades.getLast();
            assertEquals(before.path("entry_price"), kept.path("entry_price"));
            assertTrue(kept.path("closed_at").isTextual(), "the stop or a target ended the trade: " + kept);
            assertEquals(
                    "FLAT",
                    again.get("/positions")
                            .path("items")
                            .path(0)
                            .path("direction")
                            .textValue());
            JsonNode report = again.stop();
            assertSound(report);
            assertEquals(8_331, report.path("trades_stored").asLong());
            assertEquals(0, again.exitCode());
        }
    }

    private static JsonNode openPosition(RunningDesk desk) {
        return desk.get("/positions").path("items").path(0);
    }
}
