package dev.sextant.local.scenario;

import static dev.sextant.local.scenario.ScriptedFaults.CANCEL_STOP;
import static dev.sextant.local.scenario.ScriptedFaults.PLACE;
import static dev.sextant.local.scenario.ScriptedFaults.PLACE_STOP;
import static dev.sextant.local.scenario.ScriptedFaults.answerInstead;
import static dev.sextant.local.scenario.ScriptedFaults.refuse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.event.IntentApproved;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.IntentId;
import dev.sextant.domain.order.OpenTrade;
import dev.sextant.domain.order.OrderIntent;
import dev.sextant.domain.order.OrderRequest;
import dev.sextant.domain.order.OrderType;
import dev.sextant.domain.order.Purpose;
import dev.sextant.domain.order.Side;
import dev.sextant.platform.orders.SqlOrderStore;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Exits meet each other and the market: the position is never left open without a stop, and never turned round. */
@Timeout(60)
class StopScenariosTest {

    private final ScenarioDesk desk = new ScenarioDesk();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    @Scenario("stop-rejected-after-entry")
    void aPositionWhoseStopIsRefusedIsClosedAtOnce() {
        desk.faults.next(PLACE_STOP, refuse(400, -2021, "Order would immediately trigger."));
        desk.enter();
        assertEquals("REJECTED -2021", desk.stop().state() + " " + desk.stop().code());
        assertEquals("REJECTED", desk.stop().shown());
        desk.tick();
        desk.assertPosition("0");
        assertEquals("stop_rejected", desk.books.exitReason());
        assertEquals("0", desk.exchange.covered());
    }

    @Test
    void targetsThatTheVenueHadNoRoomForArePlacedAgain() {
        desk.faults
                .next(PLACE_STOP, new dev.sextant.local.venue.faults.RequestFault.None())
                .next(PLACE_STOP, refuse(400, -1015, "Too many new orders."))
                .next(PLACE_STOP, refuse(400, -1015, "Too many new orders."));
        desk.enter();
        assertEquals(
                "REJECTED -1015",
                desk.intents("TAKE_PROFIT_1").getLast().state() + " "
                        + desk.intents("TAKE_PROFIT_1").getLast().code());
        desk.ticks(2);
        assertEquals("OPEN", desk.intents("TAKE_PROFIT_1").getLast().state());
        assertEquals("OPEN", desk.intents("TAKE_PROFIT_2").getLast().state());
        assertEquals(2, desk.intents("TAKE_PROFIT_2").size());
        desk.assertProtectedPosition("0.5");
    }

    @Test
    void aStopThatSomebodyCancelsLaterIsReplacedAndNothingIsClosed() throws Exception {
        desk.enter();
        desk.ticks(10);
        desk.hand.signed(
                "DELETE",
                "/fapi/v1/algoOrder",
                "symbol=BTCUSDT&clientAlgoId=" + desk.stop().clientId());
        desk.ticks(3);
        List<StoredIntent> stops = desk.intents("STOP");
        assertEquals(
                List.of("CANCELED", "OPEN"),
                stops.stream().map(StoredIntent::state).toList());
        assertEquals(0, desk.intents("CLOSE").size());
        desk.assertProtectedPosition("0.5");
    }

    @Test
    @Scenario("stop-triggered-while-closing")
    void aStopThatTriggersBeforeTheCloseArrivesLeavesNothingToClose() {
        desk.enter();
        desk.faults.before(PLACE, () -> desk.price("61760"));
        desk.person.kill("flatten");
        desk.tick();
        StoredIntent close = desk.intents("CLOSE").getLast();
        assertEquals("REJECTED -2022", close.state() + " " + close.code());
        desk.ticks(3);
        desk.assertPosition("0");
        assertEquals(0, desk.exchange.accepted(close), "and nothing was sold that was not there");
        assertEquals("FILLED", desk.stop().state());
        assertEquals("sl", desk.books.exitReason());
        assertEquals(1, desk.intents("CLOSE").size());
    }

    @Test
    @Scenario("reduce-only-blocked-by-take")
    void aCloseThatRestingTargetsBlockIsRepeatedUntilThePositionIsGone() {
        desk.enter();
        desk.faults.next(
                PLACE,
                refuse(400, -4118, "ReduceOnly Order Failed. Please check your existing position and open orders."));
        desk.person.kill("flatten");
        desk.tick();
        assertEquals(
                "REJECTED -4118",
                desk.intents("CLOSE").getLast().state() + " "
                        + desk.intents("CLOSE").getLast().code());
        desk.assertProtectedPosition("0.5");
        desk.ticks(2);
        List<StoredIntent> closes = desk.intents("CLOSE");
        assertEquals(
                List.of("REJECTED", "FILLED"),
                closes.stream().map(StoredIntent::state).toList());
        assertEquals("0 1", desk.exchange.accepted(closes.getFirst()) + " " + desk.exchange.accepted(closes.getLast()));
        desk.assertPosition("0");
        desk.tick();
        assertEquals("0", desk.exchange.covered(), "what rested is cancelled");
    }

    @Test
    @Scenario(cases = 9)
    void aCancelThatComesTooLateFindsTheStopFilled() {
        desk.enter();
        StoredIntent first = desk.stop();
        desk.price("61830");
        desk.faults.before(CANCEL_STOP, () -> desk.price("61760"));
        desk.ticks(3);
        assertEquals("FILLED", desk.intents("TAKE_PROFIT_1").getLast().state());
        List<StoredIntent> stops = desk.intents("STOP");
        assertEquals(2, stops.size(), "the first one and the one at break-even");
        assertEquals(
                first.id(), stops.getFirst().id(), "it sold what was left; a cancel that failed said nothing about it");
        assertEquals(
                "EXPIRED 0.25",
                stops.getFirst().state() + " " + stops.getFirst().filled());
        assertEquals(
                "EXPIRED 0", stops.getLast().state() + " " + stops.getLast().filled());
        desk.assertPosition("0");
        assertTrue(desk.reconcile().startsWith("clean: "));
    }

    @Test
    @Scenario(cases = 10)
    void eachOfFiveOrdersHasAnOutcomeOfItsOwn() {
        desk.enter();
        List<IntentId> five = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            five.add(reserveClose("part:" + i));
        }
        desk.faults
                .next(PLACE, new dev.sextant.local.venue.faults.RequestFault.None())
                .next(PLACE, refuse(400, -2019, "Margin is insufficient."))
                .next(PLACE, answerInstead(503, -1000, "Unknown error, please check your request or try again later."))
                .next(PLACE, new dev.sextant.local.venue.faults.RequestFault.None())
                .next(PLACE, refuse(400, -4164, "Order's notional must be no smaller than 50."));
        desk.publish(five.stream()
                .map(id -> new IntentApproved(ScenarioDesk.ACCOUNT, id.hex(), desk.nowMs()))
                .toArray(IntentApproved[]::new));
        desk.work();
        assertEquals(
                List.of("FILLED", "REJECTED", "UNKNOWN", "FILLED", "REJECTED"),
                desk.intents("CLOSE").stream().map(StoredIntent::state).toList());
        desk.tick();
        assertEquals(
                List.of("FILLED null", "REJECTED -2019", "FILLED unknown", "FILLED null", "REJECTED -4164"),
                desk.intents("CLOSE").stream()
                        .map(close -> close.state() + " " + close.code())
                        .toList());
        desk.assertPosition("0.2");
    }

    private IntentId reserveClose(String cause) {
        SqlOrderStore store = new SqlOrderStore(desk.database.as("placer"));
        OpenTrade trade = store.openTrades(ScenarioDesk.ACCOUNT).getFirst();
        IntentId id = IntentId.derive(
                ScenarioDesk.ACCOUNT, trade.entry().strategyVersion(), trade.tradeId(), 0, Purpose.CLOSE, cause);
        store.reserve(
                new OrderIntent(
                        id,
                        ScenarioDesk.ACCOUNT,
                        "BINANCE",
                        trade.entry().strategy(),
                        trade.entry().strategyVersion(),
                        trade.entry().sourceId(),
                        null,
                        trade.tradeId(),
                        Purpose.CLOSE,
                        cause,
                        new OrderRequest(
                                ScenarioDesk.BTC,
                                id.clientOrderId(),
                                Side.SELL,
                                OrderType.MARKET,
                                Quantity.of("0.1"),
                                null,
                                true),
                        new BigDecimal(ScenarioDesk.PRICE),
                        BigDecimal.ZERO,
                        null,
                        null,
                        trade.plan()),
                "test",
                desk.nowMs());
        return id;
    }

    @Test
    @Scenario("kill-during-inflight")
    void anOrderThatWasOnItsWayWhenTheSwitchWasThrownIsClosed() {
        desk.mortal.beforePlacing(() -> desk.person.kill("flatten"));
        StoredIntent entry = desk.enter();
        assertEquals("FILLED", entry.state(), "claimed before the switch, so it went");
        desk.ticks(2);
        desk.assertPosition("0");
        assertEquals("kill", desk.books.exitReason());
        assertEquals("killed", desk.books.barrier());
        assertEquals(
                "RISK_REJECTED killed",
                desk.enter().state() + " " + desk.entry().code());
        assertEquals(1, desk.exchange.accepted(entry));
    }

    @Test
    @Scenario("kill-during-inflight")
    void anOrderThatWasApprovedAndNotClaimedYetIsBlocked() {
        desk.raise();
        desk.riskReader.read();
        desk.person.kill("entries");
        desk.work();
        assertEquals("BLOCKED killed", desk.entry().state() + " " + desk.entry().code());
        assertEquals("REJECTED", desk.entry().shown());
        assertEquals(0, desk.faults.asked(PLACE));
    }

    @Test
    @Scenario("daily-loss-crossed-by-open-pnl")
    void aLossThatIsStillOpenStopsEntriesAndOneThatIsBookedHaltsTheAccount() {
        desk.person.limits("max_unrealised_loss_r = 0.5, max_daily_loss_r = 1");
        desk.enter();
        desk.price("61770");
        desk.tick();
        assertEquals("unrealised_loss", desk.books.barrier());
        desk.assertProtectedPosition("0.5");
        desk.price("61760");
        desk.ticks(2);
        desk.assertPosition("0");
        assertEquals("halted", desk.books.barrier(), "a named person must resume");
        assertEquals(
                "RISK_REJECTED halted",
                desk.enter().state() + " " + desk.entry().code());
    }
}
