package dev.sextant.venues.kraken.trade;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.order.Fill;
import dev.sextant.domain.venue.Placement;
import dev.sextant.domain.venue.VenueOrder.Status;
import dev.sextant.venues.binance.market.ReferenceData;
import dev.sextant.venues.http.JsonFields;
import dev.sextant.venues.http.MalformedJson;
import dev.sextant.venues.kraken.trade.TransportOutcome.Answered;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The answers of the documentation; skipped where they are not beside the repository. */
class OfficialSamplesTest {

    private static String sample(String name) throws IOException {
        return Files.readString(ReferenceData.find("protocols/samples/kraken/rest-" + name + ".json"));
    }

    private static JsonFields result(String name) throws IOException {
        return assertInstanceOf(RestAnswer.Result.class, RestAnswer.read(sample(name)))
                .result();
    }

    private static Placement placed(String name) throws IOException {
        return PlacementClassifier.classify(ScriptedKraken.ORDER, 1, new Answered(200, sample(name)));
    }

    @Test
    void placements() throws IOException {
        assertEquals(
                "OUF4EM-FRGI2-MQMWZD",
                assertInstanceOf(Placement.Accepted.class, placed("AddOrder"))
                        .order()
                        .venueOrderId());
        assertEquals(
                new Placement.Rejected("EService:Deadline elapsed", "EService:Deadline elapsed", false, false),
                placed("error-deadline"));
        assertEquals(
                new Placement.Rejected("EOrder:Insufficient funds", "EOrder:Insufficient funds", false, false),
                placed("error-insufficient-funds"));
        assertEquals(
                new Placement.Rejected("EAPI:Invalid nonce", "EAPI:Invalid nonce", true, false), placed("error-nonce"));
        assertInstanceOf(Placement.Unknown.class, placed("Balance"));
    }

    @Test
    void ordersAndTrades() throws IOException, MalformedJson {
        OrderReader reader = new OrderReader(ScriptedKraken.NAMES);
        assertEquals(
                List.of(Status.OPEN, Status.OPEN),
                reader.orders(result("OpenOrders").object("open")).stream()
                        .map(each -> each.order().status())
                        .toList());
        ReportedOrder closed =
                reader.orders(result("ClosedOrders").object("closed")).getFirst();
        assertEquals(Status.FILLED, closed.order().status());
        assertEquals(new BigDecimal("22.12500"), closed.fee());
        List<ReportedOrder> queried = reader.orders(result("QueryOrders"));
        assertEquals(List.of("TZX2WP-XSEOP-FP7WYR"), queried.getFirst().tradeIds());
        assertEquals(
                List.of("USD", "BTC"),
                queried.stream().map(ReportedOrder::feeAsset).toList());
        JsonFields trades = result("TradesHistory").object("trades");
        String id = trades.names().first();
        Fill fill = TradeReader.row(id, trades.object(id), ScriptedKraken.NAMES).fill();
        assertEquals(new Symbol("BTC/USDT"), fill.symbol());
        assertEquals(1_688_585_840_892L, fill.filledAtMs());
    }

    @Test
    void theAccount() throws IOException, MalformedJson {
        assertEquals(
                new BigDecimal("17185.45"),
                requireNonNull(BalanceReader.tradable(result("BalanceEx"), ScriptedKraken.NAMES)
                                .get("USD"))
                        .available());
        assertEquals(
                new FeeRates(new BigDecimal("0.3000"), new BigDecimal("0.1600")),
                FeeReader.read(result("TradeVolume"), ScriptedKraken.NAMES).get(new Symbol("BTC/USD")));
        assertEquals(900, AccountReads.token(result("GetWebSocketsToken")).validSeconds());
        AssetPairs.Read pairs = AssetPairs.read(result("AssetPairs"));
        assertEquals(List.of(), pairs.unread());
        assertEquals(new Symbol("BTC/USDT"), pairs.pairs().getFirst().symbol());
        assertEquals(
                1_679_679_776_000L,
                OrderCancels.readSwitch(result("CancelAllOrdersAfter"), 60)
                        .triggersAtMs()
                        .orElseThrow());
        assertEquals(
                List.of("WDatabase:Database operations slow"),
                assertInstanceOf(RestAnswer.Result.class, RestAnswer.read(sample("warning-and-result")))
                        .warnings());
    }
}
