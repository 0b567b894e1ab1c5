package dev.sextant.local.orders;

import static dev.sextant.local.orders.OrderDesk.T0;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.order.OrderIntent;
import dev.sextant.domain.order.OrderTrigger;
import dev.sextant.domain.order.Purpose;
import dev.sextant.domain.order.RequestLedger;
import dev.sextant.platform.orders.SqlRequestLedger;
import dev.sextant.platform.sql.Sql;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the guard answers the placer each ten seconds for the alarms. */
class GuardFiguresTest {

    private final OrderDesk desk = new OrderDesk();
    private final SqlRequestLedger ledger = new SqlRequestLedger(desk.sql, "fapi.binance.com", "desk", "");

    @AfterEach
    void close() {
        desk.close();
    }

    private long figure(String name, long nowMs) {
        return Long.parseLong(
                desk.one(Sql.of("select risk.watch('paper-main', null, ops.ts(:now))->'figures'->>:name as x")
                        .with("now", nowMs)
                        .with("name", name)));
    }

    @Test
    void aPositionWithoutAStopCountsAfterFiveSecondsUntilOneIsAcknowledged() {
        OrderIntent entry = desk.entry("0.010");
        desk.fill(entry, "t1", "61800", "0.1", T0);
        assertEquals(0, figure("Unprotected", T0 + 5_000));
        assertEquals(1, figure("Unprotected", T0 + 5_001));
        OrderIntent stop = desk.exit(entry, Purpose.STOP, "stop", "0.010", "61760");
        desk.reserve(stop);
        desk.claim(stop, "token-stop", T0 + 6_000);
        assertEquals(1, figure("Unprotected", T0 + 6_000), "sent, and not acknowledged");
        desk.report(stop, OrderTrigger.VENUE_OPEN, "0", T0 + 6_100);
        assertEquals(0, figure("Unprotected", T0 + 6_200));
    }

    @Test
    void anOrderThatComesBackIsToldForAMinuteAndStaysAmongTheAlerts() {
        OrderIntent lost = desk.entry("0.010");
        desk.reserve(lost);
        desk.claim(lost, "token-1");
        desk.report(lost, OrderTrigger.OUTCOME_UNKNOWN, "0", T0 + 1);
        desk.report(lost, OrderTrigger.NOT_FOUND, "0", T0 + 60_000);
        assertEquals(0, figure("Resurrected", T0 + 60_000));
        desk.report(lost, OrderTrigger.VENUE_OPEN, "0", T0 + 90_000);
        assertEquals(1, figure("Resurrected", T0 + 100_000));
        assertEquals(0, figure("Resurrected", T0 + 151_000));
        assertTrue(desk.one(Sql.of("select told as x from ops.alerts"))
                .endsWith("looked for in vain, is OPEN at the venue"));
    }

    @Test
    void thePauseAndTheShareOfTheMinutesWeightAreThoseOfTheWorstAddress() {
        assertEquals(0, figure("RequestWeightPercent", T0));
        ledger.take(new RequestLedger.Wish("read", 5, 0, 2_400));
        ledger.tell(new RequestLedger.Said(OptionalLong.of(2_016), Map.of(), 0, ""));
        minute("+1 hour"); // so that none ends meanwhile
        assertEquals(84, figure("RequestWeightPercent", T0));
        assertEquals(0, figure("RequestsPaused", T0));
        ledger.tell(new RequestLedger.Said(OptionalLong.empty(), Map.of(), 60_000, "429"));
        assertEquals(1, figure("RequestsPaused", T0));
        minute("-1 minute");
        assertEquals(0, figure("RequestWeightPercent", T0), "a new minute");
    }

    private void minute(String away) {
        desk.sql.update(Sql.of("update ops.request_budgets set minute = clock_timestamp() + :away::interval")
                .with("away", away));
    }

    @Test
    void theClockThatIsWorstOffCounts() {
        desk.sql.update(
                Sql.of("insert into market.clock_offsets values ('ingest', -1_200, now()), ('placer', 300, now())"));
        assertEquals(1_200, figure("ClockOffsetMs", T0));
    }
}
