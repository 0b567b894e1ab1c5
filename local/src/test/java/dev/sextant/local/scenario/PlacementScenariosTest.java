package dev.sextant.local.scenario;

import static dev.sextant.local.scenario.ScriptedFaults.PLACE;
import static dev.sextant.local.scenario.ScriptedFaults.PLACE_STOP;
import static dev.sextant.local.scenario.ScriptedFaults.answerInstead;
import static dev.sextant.local.scenario.ScriptedFaults.refuse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.local.venue.faults.RequestFault;
import dev.sextant.venues.sim.instrument.Instrument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The answer to an order is lost, late, or says nothing: at most one order, and no position without a stop. */
@Timeout(60)
class PlacementScenariosTest {

    private static final long MINUTE_MS = 60_000;

    private ScenarioDesk desk = new ScenarioDesk();

    @AfterEach
    void close() {
        desk.close();
    }

    private void assertOneOrderAndItsStop(StoredIntent entry) {
        assertEquals("FILLED", desk.entry().state());
        assertEquals(entry.id(), desk.entry().id());
        assertEquals(1, desk.exchange.accepted(entry));
        assertEquals(1, desk.faults.asked(PLACE), "sent once");
        desk.assertProtectedPosition("0.5");
    }

    @Test
    @Scenario(value = "timeout-after-accept", cases = 1)
    void aStopWhoseReplyIsLostIsFoundRestingAndNotSentAgain() {
        desk.faults.next(PLACE_STOP, new RequestFault.DropReply());
        desk.enter();
        assertEquals("UNKNOWN", desk.stop().state());
        desk.tick();
        assertEquals("OPEN", desk.stop().state());
        assertEquals(1, desk.intents("STOP").size());
        assertEquals(1, desk.exchange.accepted(desk.stop()));
        desk.assertProtectedPosition("0.5");
    }

    @Test
    @Scenario(value = "reply-lost-then-filled", cases = 2)
    void anEntryWhoseReplyIsLostIsFoundFilledAndGetsItsStop() {
        desk.faults.next(PLACE, new RequestFault.DropReply());
        StoredIntent entry = desk.enter();
        assertEquals("UNKNOWN", entry.state());
        assertEquals("SUBMITTED", entry.shown());
        assertTrue(String.valueOf(entry.detail()).startsWith("the venue may or may not have it, asking since "));
        desk.tick();
        assertOneOrderAndItsStop(entry);
        assertEquals("FILLED", desk.entry().shown());
        assertTrue(desk.reconcile().startsWith("clean: "));
    }

    @Test
    @Scenario(value = "timeout-before-accept", cases = 3)
    void anEntryThatNeverArrivedHoldsItsPlaceForAnHourAndIsNeverSentAgain() {
        desk.faults.next(PLACE, new RequestFault.DropRequest());
        StoredIntent entry = desk.enter();
        desk.ticks(3);
        assertEquals("UNKNOWN", desk.entry().state(), "not found three times proves nothing yet");
        desk.skip(MINUTE_MS);
        desk.reconcile();
        desk.reconcile();
        assertEquals("QUARANTINED", desk.entry().state());
        assertEquals("SUBMITTED", desk.entry().shown());
        StoredIntent next = desk.enter();
        assertEquals("RISK_REJECTED position_open", next.state() + " " + next.code());
        desk.skip(60 * MINUTE_MS);
        assertTrue(desk.reconcile().startsWith("clean: "));
        StoredIntent ended = desk.intents("ENTRY").getFirst();
        assertEquals(entry.id() + " NOT_PLACED REJECTED", ended.id() + " " + ended.state() + " " + ended.shown());
        assertEquals(1, desk.faults.asked(PLACE));
        assertEquals(0, desk.exchange.accepted(entry));
        desk.assertPosition("0");
        assertEquals("FILLED", desk.enter().state(), "the place is free");
    }

    @Test
    @Scenario("-1007")
    void aBackendTimeoutIsNoAnswer() {
        desk.faults.next(PLACE, answerInstead(408, -1007, "Timeout waiting for response from backend server."));
        StoredIntent entry = desk.enter();
        assertEquals("UNKNOWN", entry.state());
        desk.tick();
        assertOneOrderAndItsStop(entry);
    }

    @Test
    @Scenario(cases = 5)
    void serviceUnavailableIsNoAnswerEither() {
        desk.faults.next(PLACE, new RequestFault.Refuse(503, "{\"msg\":\"Service Unavailable.\"}"));
        StoredIntent entry = desk.enter();
        assertEquals("UNKNOWN", entry.state());
        desk.ticks(5);
        assertEquals("UNKNOWN", desk.entry().state());
        assertEquals(1, desk.faults.asked(PLACE), "a placement is never retried");
        assertEquals(0, desk.exchange.accepted(entry));
        desk.assertPosition("0");
    }

    @Test
    @Scenario(cases = 6)
    void anOverloadedVenueThrottlesEntriesAndLetsExitsPass() {
        StoredIntent first = desk.enter();
        desk.faults.entriesMeet(refuse(503, -1008, "Request throttled by system-level protection."));
        desk.skip(71 * MINUTE_MS);
        StoredIntent close = desk.intents("CLOSE").getLast();
        assertEquals("FILLED", close.state(), "the longest holding time is over, and the exit passes");
        desk.assertPosition("0");
        desk.tick(); // what still rested for the closed trade is cancelled, and leaves the symbol to the next one
        StoredIntent second = desk.enter();
        assertEquals("UNKNOWN", second.state());
        assertTrue(String.valueOf(second.reason()).contains("-1008"), second.reason());
        assertEquals(
                "1 1 0",
                desk.exchange.accepted(first) + " " + desk.exchange.accepted(close) + " "
                        + desk.exchange.accepted(second));
    }

    @Test
    @Scenario(cases = 7)
    void anOrderThatReplicasDoNotKnowYetIsFoundAtTheSecondQuestion() {
        desk.faults.next(PLACE, new RequestFault.DropReply()).hide(1);
        StoredIntent entry = desk.enter();
        desk.tick();
        assertEquals("UNKNOWN", desk.entry().state());
        desk.tick();
        assertOneOrderAndItsStop(entry);
    }

    @Test
    @Scenario(cases = 8)
    void aDuplicateIdMeansThatOurOrderIsThere() {
        desk.faults.next(PLACE, answerInstead(400, -4116, "ClientOrderId is duplicated."));
        StoredIntent entry = desk.enter();
        assertEquals("UNKNOWN", entry.state());
        desk.tick();
        assertOneOrderAndItsStop(entry);
    }

    @Test
    @Scenario(value = "partial-fill-then-cancel", cases = 22)
    void whatAThinBookGaveIsProtectedAndTheCancelledRestIsNot() {
        desk.thinBook("0.2");
        StoredIntent entry = desk.enter();
        assertEquals("EXPIRED 0.2", entry.state() + " " + entry.filled());
        desk.assertProtectedPosition("0.2");
        assertEquals("0.1", desk.intents("TAKE_PROFIT_1").getLast().quantity());
        assertEquals("0.1", desk.intents("TAKE_PROFIT_2").getLast().quantity());
        desk.price("61760");
        desk.tick();
        desk.assertPosition("0");
        assertEquals("FILLED 0.2", desk.stop().state() + " " + desk.stop().filled());
    }

    @Test
    @Scenario("partial-below-min-notional")
    void aFillBelowTheMinimumNotionalGetsItsStopAndCanBeClosed() {
        desk.close();
        desk = new ScenarioDesk(config -> config.withInstrument(minNotional(config.instrument(), 100)));
        desk.thinBook("0.001");
        assertEquals("EXPIRED 0.001", desk.enter().state() + " " + desk.entry().filled());
        desk.assertProtectedPosition("0.001");
        assertEquals(0, desk.intents("TAKE_PROFIT_1").size(), "half of it is below the step");
        desk.price("61760");
        desk.tick();
        desk.assertPosition("0");
        assertEquals("sl", desk.books.exitReason());
    }

    private static Instrument minNotional(Instrument i, int usdt) {
        return new Instrument(
                i.symbol(),
                i.baseAsset(),
                i.quoteAsset(),
                i.pricePrecision(),
                i.quantityPrecision(),
                i.price(),
                i.lot(),
                i.marketLot(),
                i.maxOrders(),
                usdt * dev.sextant.domain.money.E8.ONE,
                i.percent());
    }
}
