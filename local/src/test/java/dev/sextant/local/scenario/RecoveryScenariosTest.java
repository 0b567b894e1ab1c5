package dev.sextant.local.scenario;

import static dev.sextant.local.scenario.ScriptedFaults.PLACE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.local.scenario.MortalVenue.Death;
import dev.sextant.local.venue.faults.RequestFault;
import dev.sextant.platform.sql.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A process ends in the middle: what comes after it knows from the database and the venue alone. */
@Timeout(60)
class RecoveryScenariosTest {

    private static final long MINUTE_MS = 60_000;

    private final ScenarioDesk desk = new ScenarioDesk();

    @AfterEach
    void close() {
        desk.close();
    }

    private void restart() {
        desk.risk.restart();
        desk.placer.restart();
        desk.reconciler.restart();
    }

    @Test
    @Scenario("lambda-killed-before-commit")
    void whoDiedBetweenTheClaimAndTheOrderIsNotReplacedByASecondSender() {
        desk.mortal.dies(Death.BEFORE_SENDING);
        desk.raise();
        assertThrows(Died.class, desk::work);
        assertEquals("SENDING", desk.entry().state());
        desk.placer.restart();
        desk.work();
        desk.ticks(5);
        assertEquals("SENDING", desk.entry().state(), "it may still be on its way");
        assertEquals("sent, no answer yet", desk.entry().detail());
        desk.ticks(2);
        assertEquals("UNKNOWN", desk.entry().state());
        assertEquals(
                "the venue may or may not have it, asking since 2024-08-08T23:55:06.000Z",
                desk.entry().detail());
        desk.reconcile();
        assertEquals("UNKNOWN", desk.entry().state(), "not found proves nothing yet");
        desk.skip(MINUTE_MS);
        desk.reconcile();
        desk.reconcile();
        assertEquals("QUARANTINED", desk.entry().state());
        assertEquals(0, desk.faults.asked(PLACE));
        desk.assertPosition("0");
    }

    @Test
    @Scenario("lambda-killed-after-send")
    void anOrderWhoseSenderDiedIsFoundAndClosedBecauseItStoodTooLongWithoutAStop() {
        desk.mortal.dies(Death.AFTER_SENDING);
        desk.raise();
        assertThrows(Died.class, desk::work);
        assertEquals("SENDING", desk.entry().state());
        assertEquals("0.5", desk.exchange.position());
        desk.placer.restart();
        desk.work();
        desk.ticks(6);
        assertEquals("FILLED", desk.entry().state());
        assertEquals(1, desk.exchange.accepted(desk.entry()));
        desk.assertPosition("0");
        assertEquals("unprotected", desk.books.exitReason());
        assertEquals(2, desk.faults.asked(PLACE), "the entry and its close");
    }

    @Test
    @Scenario("lambda-killed-after-send")
    void anOrderWhoseSenderDiedIsProtectedAtOnceWhereThePrivateStreamTellsOfIt() throws Exception {
        desk.reconcile();
        try (PrivateLine line = new PrivateLine(desk)) {
            desk.mortal.dies(Death.AFTER_SENDING);
            desk.raise();
            assertThrows(Died.class, desk::work);
            desk.placer.restart();
            line.hear("\"X\":\"FILLED\"", desk.entry().clientId());
        }
        desk.tick();
        assertEquals("FILLED 1", desk.entry().state() + " " + desk.exchange.accepted(desk.entry()));
        assertEquals(1, desk.faults.asked(PLACE));
        desk.assertProtectedPosition("0.5");
    }

    @Test
    @Scenario("restart-with-unknown")
    void anUnknownOrderOutlivesARestartAndIsSettledByTheVenuesWord() {
        desk.faults.next(PLACE, new RequestFault.DropReply());
        StoredIntent entry = desk.enter();
        assertEquals("UNKNOWN", entry.state());
        restart();
        desk.raise();
        desk.work();
        assertEquals(
                "RISK_REJECTED position_open",
                desk.entry().state() + " " + desk.entry().code());
        desk.tick();
        StoredIntent settled = desk.intents("ENTRY").getFirst();
        assertEquals("FILLED " + entry.id(), settled.state() + " " + settled.id());
        assertEquals(1, desk.exchange.accepted(entry));
        desk.assertProtectedPosition("0.5");
        assertTrue(desk.reconcile().startsWith("clean: "));
    }

    @Test
    @Scenario("config-change-mid-position")
    void anOpenTradeKeepsThePlanItWasEnteredWith() {
        desk.enter();
        desk.database.sql.update(Sql.of("""
                        update strategy.strategies set version = '2', strategy_version = 'demo@2#11111111', state = 'STOPPED',
                            config = '{"stop":"another"}'"""));
        desk.person.limits("risk_per_trade = 5, max_positions = 1, max_symbol_notional = 100, limits_version = 2");
        restart();
        desk.assertProtectedPosition("0.5");
        desk.price("61830");
        desk.ticks(2);
        assertEquals(
                "FILLED 0.25",
                desk.intents("TAKE_PROFIT_1").getLast().state() + " "
                        + desk.intents("TAKE_PROFIT_1").getLast().filled());
        assertEquals("61800", desk.stop().trigger(), "break-even of the old plan");
        desk.assertProtectedPosition("0.25");
        desk.price("61860");
        desk.tick();
        desk.assertPosition("0");
        assertEquals("tp2", desk.books.exitReason());
        assertEquals("strategy_stopped", desk.books.barrier());
    }

    @Test
    @Scenario("ws-silent-stall")
    void aMarketThatFallsSilentStopsEntriesAndLeavesTheStop() {
        desk.enter();
        desk.dataFresh = false;
        desk.skip(31_000);
        assertEquals("mark_stale", desk.books.barrier());
        assertEquals("data_stale", desk.books.barrierOf("data_stale"));
        desk.assertProtectedPosition("0.5");
        desk.price("61760");
        desk.tick();
        desk.assertPosition("0");
        desk.dataFresh = true;
        desk.tick();
        assertEquals("nothing", desk.books.barrier());
    }
}
