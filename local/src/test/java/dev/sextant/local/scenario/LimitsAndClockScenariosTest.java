package dev.sextant.local.scenario;

import static dev.sextant.local.scenario.ScriptedFaults.PLACE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.local.venue.faults.RequestFault;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The venue says stop, or time is not what it seems: the resting stop stays, and nothing is signed that may be wrong. */
@Timeout(60)
class LimitsAndClockScenariosTest {

    private static final long MIDNIGHT_MS = 1_723_161_600_000L;

    private final ScenarioDesk desk = new ScenarioDesk();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    @Scenario(value = "429-then-418", cases = 14)
    void nothingIsSentUntilTheVenueSaysSoAndAfterABanNobodyEntersWithoutAPerson() {
        desk.enter();
        desk.faults.next("*", limited(429, 7)).always("*", limited(418, 120));
        desk.skip(10_000);
        long asked = desk.faults.askedInAll();
        desk.ticks(6);
        assertEquals(asked, desk.faults.askedInAll(), "seven seconds of silence");
        desk.ticks(2);
        assertEquals(asked + 1, desk.faults.askedInAll(), "one question, and the ban");
        assertEquals("venue_halted", desk.books.barrierOf("venue_halted"));
        desk.faults.clear();
        desk.skip(60_000);
        assertEquals(asked + 1, desk.faults.askedInAll(), "nothing at all for two minutes");
        assertEquals("0.5", desk.exchange.covered(), "the stop rests at the exchange");
        desk.skip(60_000);
        assertTrue(desk.reconcile().startsWith("clean: "), "reads go on");
        desk.price("61760");
        desk.tick();
        desk.assertPosition("0");
        StoredIntent entry = desk.enter();
        assertEquals("RISK_REJECTED venue_halted", entry.state() + " " + entry.code());
        assertTrue(
                String.valueOf(entry.reason()).startsWith("the venue refused: this address is banned"), entry.reason());
        assertTrue(desk.reconcile().startsWith("clean: "));
        assertEquals("changed", desk.person.resume());
        assertEquals("FILLED", desk.enter().state());
    }

    private static RequestFault limited(int status, int seconds) {
        return new RequestFault.Refuse(
                status,
                ScriptedFaults.error(-1003, status == 418 ? "Way too many requests; IP banned." : "Too many requests."),
                Map.of("Retry-After", Integer.toString(seconds)));
    }

    @Test
    @Scenario(value = "-1021-skew±", cases = 15)
    void aClockThatJumpsAheadAfterItWasMeasuredIsRefusedByTheVenueAndMeasuredAgain() {
        desk.tick();
        desk.adapterTime();
        desk.machineAheadMs = 1_200;
        StoredIntent refused = desk.enter();
        assertEquals("REJECTED -1021", refused.state() + " " + refused.code());
        assertEquals(0, desk.exchange.accepted(refused));
        desk.assertPosition("0");
        StoredIntent waits = desk.enter();
        assertEquals(
                "APPROVED", waits.state(), "measured again it is 1,200 ms ahead, and nobody signs with such a clock");
        assertEquals(1, desk.faults.asked(PLACE));
        desk.machineAheadMs = 0;
        desk.skip(61_000);
        assertEquals("EXPIRED_UNSENT", desk.entry().state(), "by the next measurement its time was over");
        assertEquals("EXPIRED", desk.entry().shown());
        StoredIntent next = desk.enter();
        assertEquals(
                "FILLED 1 0", next.state() + " " + desk.exchange.accepted(next) + " " + desk.exchange.accepted(waits));
        desk.assertProtectedPosition("0.5");
    }

    @Test
    @Scenario("-1021-skew±")
    void aClockThatIsBehindSignsWithTheVenuesTime() {
        desk.machineAheadMs = -1_200;
        StoredIntent entry = desk.enter();
        assertEquals("FILLED 1", entry.state() + " " + desk.exchange.accepted(entry));
        desk.assertProtectedPosition("0.5");
    }

    @Test
    @Scenario("clock-jump")
    void anHourOfWrongTimeOpensNothingAndTakesNoStopAway() {
        desk.enter();
        desk.ticks(2);
        desk.machineAheadMs = 3_600_000;
        desk.ticks(3);
        assertEquals(
                "mark_stale", desk.books.barrierOf("mark_stale"), "what is open is valued with prices an hour old");
        desk.raise();
        desk.work();
        assertEquals(1, desk.intents("ENTRY").size(), "a signal that has expired by this clock is no order");
        desk.assertProtectedPosition("0.5");
        desk.person.kill("flatten");
        desk.ticks(3);
        desk.assertProtectedPosition("0.5");
        assertEquals(
                0,
                desk.intents("CLOSE").stream()
                        .mapToLong(desk.exchange::accepted)
                        .sum(),
                "no order with such a time");
        desk.machineAheadMs = 0;
        desk.skip(61_000);
        desk.assertPosition("0");
        assertEquals("kill", desk.books.exitReason(), "as soon as the clock is measured again");
        assertEquals(
                1,
                desk.intents("CLOSE").stream()
                        .mapToLong(desk.exchange::accepted)
                        .sum());
    }

    @Test
    @Scenario("midnight-utc-rollover")
    void aLossAfterMidnightCountsForTheNewDayAndTheStopOutlivesTheOld() {
        desk.person.limits("max_daily_loss_r = 4, warn_daily_loss_r = 3");
        desk.enter();
        desk.price("61760");
        desk.tick();
        assertEquals("2024-08-08 -2.5", desk.books.riskDay());
        desk.price(ScenarioDesk.PRICE);
        desk.tick();
        desk.enter();
        desk.skip(299_000);
        assertTrue(desk.nowMs() > MIDNIGHT_MS, "a new day");
        desk.assertProtectedPosition("0.5");
        desk.price("61760");
        desk.tick();
        desk.assertPosition("0");
        assertEquals("2024-08-09 -2.5", desk.books.riskDay());
        assertEquals("nothing", desk.books.barrier(), "5 R with fees, but on two days");
    }
}
