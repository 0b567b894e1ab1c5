package dev.sextant.local.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sextant.domain.order.Claim;
import dev.sextant.domain.order.OrderState;
import dev.sextant.domain.order.OrderTrigger;
import dev.sextant.domain.order.Purpose;
import dev.sextant.domain.plan.CyclePlan;
import dev.sextant.domain.plan.LegIntent;
import dev.sextant.domain.plan.LivePlan;
import dev.sextant.domain.plan.PlanOutcome;
import dev.sextant.domain.plan.PlanSequencer;
import dev.sextant.domain.plan.PlanState;
import dev.sextant.domain.plan.PlanStep;
import dev.sextant.domain.plan.PlanStore.Reserved;
import dev.sextant.domain.plan.Quotes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Plans of several orders on the order protocol, in the database. */
class PlanProtocolTest {

    private final PlanDesk desk = new PlanDesk();
    private final PlanSequencer sequencer = new PlanSequencer(Quotes.NONE);

    @AfterEach
    void close() {
        desk.close();
    }

    private PlanStep next(CyclePlan plan) {
        return sequencer.next(desk.live(plan), OrderDesk.T0);
    }

    private PlanStep.Place place(CyclePlan plan) {
        return assertInstanceOf(PlanStep.Place.class, next(plan));
    }

    private String code(Reserved reserved) {
        return assertInstanceOf(Reserved.Refused.class, reserved).code();
    }

    private static Claim.Granted granted(Reserved reserved) {
        return assertInstanceOf(
                Claim.Granted.class,
                assertInstanceOf(Reserved.Approved.class, reserved).claim());
    }

    @Test
    void aCycleGoesRoundAndItsResultIsTheSumOfItsFills() {
        CyclePlan plan = desk.plan("seen-1");
        Claim.Granted first = granted(desk.begin(plan, "t1"));
        assertEquals("50000", String.valueOf(first.order().request().limitPrice()));
        desk.trades(LegIntent.first(plan), "0.1", "50000", "13");

        PlanStep.Place second = place(plan);
        assertEquals("1.994", second.quantity().toString(), "0.1 BTC at 0.05 with 26 bps of fee");
        granted(desk.goOn(plan, second, "t2"));
        desk.trades(LegIntent.of(plan, second), "1.994", "0.05", "0.00025922");

        PlanStep.Place third = place(plan);
        assertEquals("1.994", third.quantity().toString());
        granted(desk.goOn(plan, third, "t3"));
        desk.trades(LegIntent.of(plan, third), "1.994", "2540", "13.168376");

        PlanStep.End end = assertInstanceOf(PlanStep.End.class, next(plan));
        assertEquals(PlanOutcome.COMPLETE, end.outcome());
        desk.plans.end(plan.planId(), end, "test", OrderDesk.T0);

        assertEquals("38.591624", desk.one("select ops.dec(profit) as x from execution.plans"));
        assertEquals(
                "1.929581",
                desk.one("select ops.dec(day_pnl_r) as x from risk.accounts where account = 'kraken-paper'"));
        assertEquals(
                "BTC 0.00004078",
                desk.one("select string_agg(asset || ' ' || ops.dec(amount), ', ') as x from portfolio.dust"));
        assertEquals(
                "BTC 0.00004078, ETH 0, USD 10038.591624",
                desk.one("select string_agg(asset || ' ' || ops.dec(amount), ', ' order by asset) as x"
                        + " from portfolio.balances where account = 'kraken-paper'"));
        assertEquals(
                "0",
                desk.one(
                        "select count(*)::text as x from portfolio.balances b where account = 'kraken-paper' and amount <>"
                                + " (select sum(amount) from portfolio.ledger l where l.account = b.account and l.asset = b.asset)"));
        assertEquals(List.of(), desk.plans.live(PlanDesk.ACCOUNT));
        desk.plans.end(plan.planId(), end, "test", OrderDesk.T0);
        assertEquals("38.591624", desk.one("select ops.dec(profit) as x from execution.plans"), "ending again");
    }

    @Test
    void aLostAnswerIsAskedForAgainByTheSameTokenAlone() {
        CyclePlan plan = desk.plan("seen-1");
        granted(desk.begin(plan, "t1"));
        granted(desk.begin(plan, "t1"));
        assertEquals(new Reserved.Exists("RUNNING"), desk.begin(plan, "t2"));
        desk.trades(LegIntent.first(plan), "0.1", "50000", "13");
        PlanStep.Place second = place(plan);
        granted(desk.goOn(plan, second, "t3"));
        granted(desk.goOn(plan, second, "t3"));
        assertEquals(new Reserved.Exists("SENDING"), desk.goOn(plan, second, "t4"));
        assertEquals("2", desk.one("select count(*)::text as x from execution.orders"));
    }

    @Test
    void noOrderWhileAnotherOneIsNotFinal() {
        CyclePlan plan = desk.plan("seen-1");
        granted(desk.begin(plan, "t1"));
        PlanStep.Place sale = desk.unwind(plan, "0.1");
        assertEquals("plan_state", code(desk.goOn(plan, sale, "t2")));
        assertThrows(
                IllegalStateException.class,
                () -> desk.plans.end(plan.planId(), new PlanStep.End(PlanOutcome.MISSED, ""), "test", OrderDesk.T0));
        desk.unknown(LegIntent.first(plan));
        assertEquals("plan_state", code(desk.goOn(plan, sale, "t2")));
        assertInstanceOf(PlanStep.LookUp.class, next(plan));
        desk.trades(LegIntent.first(plan), "0.04", "50000", "5.2");
        assertEquals(new BigDecimal("0.04"), desk.live(plan).held("BTC"));
        granted(desk.goOn(plan, sale, "t2"));
        assertEquals(PlanState.UNWINDING, desk.live(plan).state());
    }

    @Test
    void whatWasGivenUpTakesNoLegAnyMore() {
        CyclePlan plan = desk.plan("seen-1");
        granted(desk.begin(plan, "t1"));
        desk.trades(LegIntent.first(plan), "0.1", "50000", "13");
        PlanStep.Place second = place(plan);
        granted(desk.goOn(plan, desk.unwind(plan, "0.1"), "t2"));
        desk.cancels(LegIntent.of(plan, desk.unwind(plan, "0.1")));
        assertEquals("plan_state", code(desk.goOn(plan, second, "t3")));
    }

    @Test
    void theKillSwitchStopsTheFirstLegAndNoneAfterIt() {
        CyclePlan running = desk.plan("seen-1");
        granted(desk.begin(running, "t1"));
        desk.trades(LegIntent.first(running), "0.1", "50000", "13");
        CyclePlan approved = desk.other("seen-2");
        desk.sql("update risk.accounts set max_positions = 2 where account = 'kraken-paper'");
        assertEquals(new Reserved.Approved(null), desk.plans.reserve(approved, null, "risk-check", OrderDesk.T0));
        assertEquals(
                "1",
                desk.one("select count(*)::text as x from execution.orders where state = 'APPROVED'"),
                "leg 1 is to be told");

        desk.sql("update risk.control set kill_level = 'entries' where account = 'kraken-paper'");

        assertEquals("killed", code(desk.begin(desk.third("seen-3"), "t2")));
        assertEquals(
                "killed",
                assertInstanceOf(
                                Claim.Denied.class,
                                desk.orders.claim(
                                        desk.claim(LegIntent.first(approved).id(), "t3")))
                        .code());
        assertEquals(OrderState.BLOCKED, desk.live(approved).orders().getFirst().state());
        assertEquals(
                PlanOutcome.MISSED,
                assertInstanceOf(PlanStep.End.class, next(approved)).outcome());
        assertEquals(Purpose.NEXT_LEG, place(running).purpose());
        granted(desk.goOn(running, place(running), "t4"));
    }

    @Test
    void aFlattenTurnsRoundAtOnce() {
        CyclePlan plan = desk.plan("seen-1");
        granted(desk.begin(plan, "t1"));
        desk.trades(LegIntent.first(plan), "0.1", "50000", "13");
        desk.sql("update risk.control set kill_level = 'flatten' where account = 'kraken-paper'");
        assertEquals(Purpose.UNWIND, place(plan).purpose());
    }

    @Test
    void whatRiskRefusesIsSaidAndKept() {
        Map<String, String> wrong = Map.of(
                "lane", "update strategy.strategies set lane = 'stream' where name = 'tri'",
                "strategy_stopped", "update strategy.strategies set state = 'STOPPED' where name = 'tri'",
                "symbol_blocked", "insert into market.blocked_symbols (symbol, reason) values ('ETH/BTC', 'test')",
                "loss_budget", "update risk.accounts set risk_per_trade = 19.9 where account = 'kraken-paper'",
                "max_symbol_notional",
                        "update risk.accounts set max_symbol_notional = 4999 where account = 'kraken-paper'",
                "max_total_notional",
                        "update risk.accounts set max_total_notional = 4999 where account = 'kraken-paper'",
                "balance", "update portfolio.balances set amount = 5012 where account = 'kraken-paper'",
                "filters", "update market.instruments set step_size = 0.3 where symbol = 'ETH/BTC'",
                "halted", "update risk.accounts set halted = true where account = 'kraken-paper'");
        List<String> told = new ArrayList<>();
        wrong.forEach((code, change) -> {
            try (PlanDesk one = new PlanDesk()) {
                one.sql(change);
                CyclePlan plan = one.plan("seen-1");
                assertEquals(code, code(one.begin(plan, "t1")));
                assertEquals(new Reserved.Exists("RISK_REJECTED"), one.begin(plan, "t2"), "asked again");
                told.add(one.one("select reason_code as x from execution.plans where state = 'RISK_REJECTED'"));
                assertEquals("0", one.one("select count(*)::text as x from execution.orders"));
            }
        });
        assertEquals(wrong.size(), told.size());
    }

    @Test
    void aBookThatIsTooOldAndAPlanThatIsTooLateAreRefused() {
        CyclePlan plan = desk.plan("seen-1");
        assertEquals("stale_book", code(desk.begin(plan, "t1", OrderDesk.T0 + 992)));
        assertEquals("expired", code(desk.begin(desk.plan("seen-2"), "t1", OrderDesk.T0 + 2_001)));
    }

    @Test
    void ofManyAtOnceOnePlanOfACycleLives() throws Exception {
        desk.sql("update risk.accounts set max_positions = 50 where account = 'kraken-paper'");
        List<Callable<Reserved>> all = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            String name = "t" + i;
            CyclePlan plan = desk.plan("seen-" + i);
            all.add(() -> desk.begin(plan, name));
        }
        int approved = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Reserved> each : threads.invokeAll(all)) {
                approved += each.get() instanceof Reserved.Approved ? 1 : 0;
            }
        }
        assertEquals(1, approved);
        assertEquals("1", desk.one("select count(*)::text as x from execution.orders"));
    }

    @Test
    void whatCouldNotBeSoldBlocksUntilAPersonHasSeenIt() {
        CyclePlan plan = desk.plan("seen-1");
        granted(desk.begin(plan, "t1"));
        desk.trades(LegIntent.first(plan), "0.1", "50000", "13");
        desk.plans.end(plan.planId(), new PlanStep.End(PlanOutcome.RESIDUAL, "0.1 BTC"), "test", OrderDesk.T0);
        assertEquals("residual", code(desk.begin(desk.other("seen-2"), "t2")));
        assertEquals("plan_residual", desk.one("select kind as x from ops.alerts"));
        desk.sql(
                "select execution.clear_plan_once('k1', 'h1', plan_id, 'sold by hand', 'ann')::text from execution.plans"
                        + " where outcome = 'RESIDUAL'");
        granted(desk.begin(desk.other("seen-3"), "t3"));
    }

    @Test
    void anOrderThatTheVenueRefusedLeavesNothingHeld() {
        CyclePlan plan = desk.plan("seen-1");
        granted(desk.begin(plan, "t1"));
        desk.report(LegIntent.first(plan), OrderTrigger.VENUE_REJECTED, List.of());
        LivePlan live = desk.live(plan);
        assertEquals(Map.of(), live.holdings());
        assertEquals(
                PlanOutcome.MISSED,
                assertInstanceOf(PlanStep.End.class, next(plan)).outcome());
    }
}
