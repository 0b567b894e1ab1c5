package dev.sextant.local.orders;

import static dev.sextant.local.orders.OrderDesk.T0;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.order.Claim;
import dev.sextant.domain.order.OrderIntent;
import dev.sextant.domain.order.OrderLifecycle;
import dev.sextant.domain.order.OrderState;
import dev.sextant.domain.order.OrderTrigger;
import dev.sextant.domain.order.Purpose;
import dev.sextant.domain.order.Reported;
import dev.sextant.domain.order.Reservation;
import dev.sextant.platform.sql.Sql;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrderProtocolTest {

    private final OrderDesk desk = new OrderDesk();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void anExitThatMayStillArriveKeepsTheNextTradeOutOfItsSymbol() {
        OrderIntent entry = desk.entry("0.5");
        desk.fill(entry, "1", "61800", "1", T0);
        OrderIntent lost = desk.exit(entry, Purpose.CLOSE, "timeout:1", "0.5", null);
        desk.reserve(lost);
        desk.claim(lost, "lost");
        desk.report(lost, OrderTrigger.OUTCOME_UNKNOWN, "0", T0);
        desk.fill(desk.exit(entry, Purpose.CLOSE, "timeout:2", "0.5", null), "2", "61900", "1", T0);
        Reservation.Refused refused = assertInstanceOf(Reservation.Refused.class, desk.reserve(desk.entry("0.5")));
        assertEquals("position_open", refused.code());
        assertEquals("BTCUSDT is taken by the exit of a closed trade of demo in UNKNOWN", refused.reason());
        desk.report(lost, OrderTrigger.NOT_FOUND, "0", T0);
        assertInstanceOf(Reservation.Refused.class, desk.reserve(desk.entry("0.5")));
        desk.report(lost, OrderTrigger.QUARANTINE_ENDED, "0", T0);
        assertInstanceOf(Reservation.Approved.class, desk.reserve(desk.entry("0.5")));
    }

    @Test
    void databaseAndCodeDeclareTheSameMoves() {
        List<String> inCode = OrderLifecycle.moves().stream()
                .map(move -> move.from() + " " + move.on().wireName() + " " + move.to())
                .sorted()
                .toList();
        List<String> inDatabase = desk
                .sql
                .query(Sql.of(
                        "select from_state || ' ' || trigger || ' ' || to_state as move from execution.order_moves"))
                .stream()
                .map(row -> row.text("move"))
                .sorted()
                .toList();
        assertEquals(inCode, inDatabase);
        for (OrderState state : OrderState.values()) {
            String isFinal =
                    desk.one(Sql.of("select execution.is_final(:s)::text as x").with("s", state.name()));
            assertEquals(Boolean.toString(state.isFinal()), isFinal, state.name());
        }
    }

    @Test
    void aTripFromSignalToClosedTradeBalancesToTheCent() {
        OrderIntent entry = desk.entry("0.5");
        assertEquals(new Reservation.Approved(entry.id()), desk.reserve(entry));
        assertInstanceOf(Claim.Granted.class, desk.claim(entry, "mine"));
        Reported half = desk.report(
                entry,
                OrderTrigger.VENUE_PARTIAL,
                "0.2",
                T0 + 10,
                desk.execution(entry, "1", "61800.1", "0.2", "6.18001", T0 + 10));
        assertEquals(new Reported(OrderState.PARTIALLY_FILLED, 3, true, 1, false), half);
        Reported whole = desk.report(
                entry,
                OrderTrigger.VENUE_FILLED,
                "0.5",
                T0 + 20,
                desk.execution(entry, "2", "61800.2", "0.3", "9.27003", T0 + 20));
        assertEquals(new Reported(OrderState.FILLED, 4, true, 1, false), whole);

        OrderIntent stop = desk.exit(entry, Purpose.STOP, "2", "0.5", "61760.2");
        Reported closed = desk.fill(stop, "3", "61759.9", "15.439975", T0 + 30_000);
        assertTrue(closed.tradeClosed());

        assertEquals("0", desk.one(Sql.of("select ops.dec(qty) as x from portfolio.positions")));
        // 0.5 × 61759.9 − (0.2 × 61800.1 + 0.3 × 61800.2) = −20.13; fees 30.890015
        assertEquals("-20.13", desk.one(Sql.of("select ops.dec(realised_pnl) as x from portfolio.positions")));
        assertEquals("9948.979985", desk.one(Sql.of("select ops.dec(amount) as x from portfolio.balances")));
        assertEquals("-51.020015", desk.one(Sql.of("select ops.dec(sum(amount)) as x from portfolio.ledger")));
        assertEquals(
                "sl -51.020015 -2.551001",
                desk.one(Sql.of(
                        "select status || ' ' || ops.dec(pnl) || ' ' || ops.dec(pnl_r) as x from execution.trades")));
    }

    @Test
    void onlyOneCallerGetsTheClaimAndMayAskAgainWithItsToken() {
        OrderIntent entry = desk.entry("0.5");
        desk.reserve(entry);
        assertInstanceOf(Claim.Granted.class, desk.claim(entry, "mine"));
        assertInstanceOf(Claim.Denied.class, desk.claim(entry, "theirs"));
        assertInstanceOf(Claim.Granted.class, desk.claim(entry, "mine"));
        desk.report(entry, OrderTrigger.OUTCOME_UNKNOWN, "0", T0 + 1);
        assertInstanceOf(Claim.Denied.class, desk.claim(entry, "mine"));
    }

    @Test
    void aRepeatedDemandFindsTheFirstOne() {
        OrderIntent entry = desk.entry("0.5");
        desk.reserve(entry);
        assertEquals(new Reservation.Exists(entry.id(), OrderState.APPROVED), desk.reserve(entry));
    }

    @Test
    void killBlocksEntriesAtTheClaimButNeverAnExit() {
        OrderIntent open = desk.entry("0.1");
        desk.fill(open, "1", "61800", "3", T0);
        desk.sql.update(Sql.of("update market.blocked_symbols set reason = reason"));
        OrderIntent exit = desk.exit(open, Purpose.CLOSE, "operator:1", "0.1", null);
        desk.sql.update(Sql.of("update risk.control set kill_level = 'entries'"));

        assertInstanceOf(Reservation.Approved.class, desk.reserve(exit));
        assertInstanceOf(Claim.Granted.class, desk.claim(exit, "t"));
        Reservation.Refused refused = assertInstanceOf(Reservation.Refused.class, desk.reserve(desk.entry("0.1")));
        assertEquals("killed", refused.code());
    }

    @Test
    void killBetweenApprovalAndClaimStopsTheOrder() {
        OrderIntent entry = desk.entry("0.5");
        desk.reserve(entry);
        desk.sql.update(Sql.of("update risk.control set kill_level = 'entries', changed_by = 'ada'"));
        Claim.Denied denied = assertInstanceOf(Claim.Denied.class, desk.claim(entry, "mine"));
        assertEquals("killed: kill switch at level entries by ada", denied.code() + ": " + denied.reason());
        assertEquals("BLOCKED", desk.state(entry));
    }

    @Test
    void lateAndStaleEntriesAreDroppedAloud() {
        OrderIntent late = desk.entry("0.5");
        desk.reserve(late);
        desk.claim(late, "mine", T0 + 15_001);
        assertEquals("EXPIRED_UNSENT", desk.state(late));

        OrderIntent blind = desk.entry("0.5");
        desk.reserve(blind);
        desk.freshData(T0 - 30_001);
        desk.claim(blind, "mine");
        assertEquals("BLOCKED", desk.state(blind), "watermarks only move forward in the product; the test set it back");
        assertEquals(
                "data_stale",
                desk.one(Sql.of("select reason_code as x from execution.orders where intent_id = :id")
                        .with("id", blind.id().hex())));
    }

    @Test
    void aClockAheadOfTheVenueSignsNothingAndKillsNothing() {
        OrderIntent entry = desk.entry("0.5");
        desk.reserve(entry);
        Claim.Denied denied = assertInstanceOf(
                Claim.Denied.class,
                desk.orders.claim(new dev.sextant.domain.order.ClaimRequest(
                        entry.id(), "mine", T0, T0 - 501, 501, "order-placer")));
        assertEquals("clock", denied.code());
        assertEquals("APPROVED", desk.state(entry));
    }

    @Test
    void oneSymbolHoldsOneTrade() {
        desk.fill(desk.entry("0.5"), "1", "61800", "1", T0);
        Reservation.Refused refused = assertInstanceOf(Reservation.Refused.class, desk.reserve(desk.entry("0.5")));
        assertEquals("position_open", refused.code());
    }

    @Test
    void limitsRefuseWithFigures() {
        Reservation.Refused big = assertInstanceOf(Reservation.Refused.class, desk.reserve(desk.entry("0.9")));
        assertEquals(
                "max_symbol_notional: notional of BTCUSDT would be 55620, limit 50000",
                big.code() + ": " + big.reason());
        desk.sql.update(Sql.of("update portfolio.balances set amount = 39"));
        Reservation.Refused poor = assertInstanceOf(Reservation.Refused.class, desk.reserve(desk.entry("0.5")));
        assertEquals("balance", poor.code());
    }

    @Test
    void aFillBookedTwiceCountsOnce() {
        OrderIntent entry = desk.entry("0.5");
        desk.fill(entry, "1", "61800", "1", T0);
        Reported again = desk.report(
                entry, OrderTrigger.VENUE_FILLED, "0.5", T0 + 5, desk.execution(entry, "1", "61800", "0.5", "1", T0));
        assertEquals(new Reported(OrderState.FILLED, 3, false, 0, false), again);
        assertEquals("0.5", desk.one(Sql.of("select ops.dec(qty) as x from portfolio.positions")));
    }

    @Test
    void anOrderEndsOnlyWhenEveryFillTheVenueSpeaksOfIsBooked() {
        OrderIntent entry = desk.entry("0.5");
        desk.reserve(entry);
        desk.claim(entry, "mine");
        assertEquals(
                OrderState.OPEN,
                desk.report(entry, OrderTrigger.VENUE_FILLED, "0.5", T0 + 1).state());
        assertEquals(
                OrderState.FILLED,
                desk.report(
                                entry,
                                OrderTrigger.VENUE_FILLED,
                                "0.5",
                                T0 + 2,
                                desk.execution(entry, "1", "61800", "0.5", "1", T0))
                        .state());
    }

    @Test
    void lateFillAfterCancelStillCounts() {
        OrderIntent entry = desk.entry("0.5");
        desk.reserve(entry);
        desk.claim(entry, "mine");
        desk.report(entry, OrderTrigger.VENUE_OPEN, "0", T0 + 1);
        assertEquals(
                OrderState.CANCELED,
                desk.report(entry, OrderTrigger.VENUE_CANCELED, "0", T0 + 2).state());
        Reported late =
                desk.report(entry, null, "0.2", T0 + 3, desk.execution(entry, "1", "61800", "0.2", "1", T0 + 1));
        assertEquals(OrderState.CANCELED, late.state());
        assertEquals("0.2", desk.one(Sql.of("select ops.dec(qty) as x from portfolio.positions")));
        assertEquals(1, desk.orders.openTrades(OrderDesk.ACCOUNT).size());
    }

    @Test
    void aQuarantinedOrderThatTurnsUpIsTakenBack() {
        OrderIntent entry = desk.entry("0.5");
        desk.reserve(entry);
        desk.claim(entry, "mine");
        desk.report(entry, OrderTrigger.OUTCOME_UNKNOWN, "0", T0 + 1);
        assertEquals(
                OrderState.QUARANTINED,
                desk.report(entry, OrderTrigger.NOT_FOUND, "0", T0 + 90_000).state());
        assertInstanceOf(Reservation.Refused.class, desk.reserve(desk.entry("0.1")), "risk stays reserved");
        Reported back = desk.report(
                entry,
                OrderTrigger.VENUE_FILLED,
                "0.5",
                T0 + 100_000,
                desk.execution(entry, "1", "61800", "0.5", "1", T0));
        assertEquals(OrderState.FILLED, back.state());
    }

    @Test
    void fiveLossesInARowPauseAndFiveRInADayHalt() {
        for (int i = 0; i < 5; i++) {
            OrderIntent entry = desk.entry("0.1");
            desk.fill(entry, "in" + i, "61800", "0", T0);
            desk.fill(desk.exit(entry, Purpose.STOP, "in" + i, "0.1", "61760"), "out" + i, "61760", "0", T0 + i);
        }
        Reservation.Refused halted = assertInstanceOf(Reservation.Refused.class, desk.reserve(desk.entry("0.1")));
        assertEquals("halted", halted.code());
        assertTrue(halted.reason().startsWith("daily loss -5 R"), halted.reason());
        desk.sql.update(Sql.of("update risk.accounts set halted = false"));
        Reservation.Refused paused = assertInstanceOf(Reservation.Refused.class, desk.reserve(desk.entry("0.1")));
        assertTrue(paused.reason().startsWith("5 losses in a row until 2024-08-09T00:55:00"), paused.reason());
    }

    @Test
    void theAuditChainHoldsAndEveryStepIsInIt() {
        OrderIntent entry = desk.entry("0.5");
        desk.fill(entry, "1", "61800", "1", T0);
        assertEquals(
                "reserved,claimed,venue_filled",
                desk.one(Sql.of("select string_agg(action, ',' order by seq) as x from ops.audit")));
        assertEquals(
                "FILLED fill 1 BUY 0.5 @ 61800 fee 1 USDT",
                desk.one(Sql.of("select detail as x from ops.audit where action = 'venue_filled'")));
        assertEquals("holds", desk.one(Sql.of("select coalesce(ops.audit_break('paper-main', 0), 'holds') as x")));
    }

    @Test
    void approvalsLingerUntilClaimedAndUnfinishedOrdersUntilFinal() {
        OrderIntent entry = desk.entry("0.5");
        desk.reserve(entry);
        assertEquals(List.of(), desk.orders.lingeringApprovals(OrderDesk.ACCOUNT, T0 - 1));
        assertEquals(List.of(entry.id()), desk.orders.lingeringApprovals(OrderDesk.ACCOUNT, T0));
        assertEquals(List.of(), desk.orders.lingeringApprovals(OrderDesk.ACCOUNT, T0 - 60_000));
        assertEquals(
                List.of(entry.id()),
                desk.orders.lingeringApprovals(OrderDesk.ACCOUNT, T0 - 60_001),
                "a clock that was ahead stamped it");
        desk.claim(entry, "mine");
        assertEquals(List.of(), desk.orders.lingeringApprovals(OrderDesk.ACCOUNT, T0));
        assertEquals(1, desk.orders.unfinished(OrderDesk.ACCOUNT).size());
        assertEquals(
                entry.request(),
                desk.orders.unfinished(OrderDesk.ACCOUNT).getFirst().request());
        assertTrue(desk.orders.requestCancel(entry.id(), "test", "why not", T0));
        desk.report(entry, OrderTrigger.VENUE_CANCELED, "0", T0 + 1);
        assertFalse(desk.orders.requestCancel(entry.id(), "test", "why not", T0));
        assertEquals(List.of(), desk.orders.unfinished(OrderDesk.ACCOUNT));
    }
}
