package dev.sextant.local.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.order.IntentId;
import dev.sextant.domain.plan.CyclePlan;
import dev.sextant.domain.plan.LegIntent;
import dev.sextant.domain.plan.PlanStore.Reserved;
import dev.sextant.domain.plan.Quotes;
import dev.sextant.placer.PlanRunner;
import dev.sextant.platform.orders.SqlOrderStore;
import dev.sextant.platform.orders.SqlPlanStore;
import dev.sextant.platform.orders.SqlTakerFees;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A plan through two functions: risk-check reserves it with its role, the placer carries it out with its own. */
class StreamedPlanTest {

    private static final Symbol BTC_USD = new Symbol("BTC/USD");
    private static final Symbol ETH_BTC = new Symbol("ETH/BTC");
    private static final Symbol ETH_USD = new Symbol("ETH/USD");

    private final PlanDesk desk = new PlanDesk("placer");
    private final SqlPlanStore risk = new SqlPlanStore(desk.sqlAs("risk"));
    private final SqlOrderStore sweep = new SqlOrderStore(desk.sqlAs("risk"));
    private long nowMs = OrderDesk.T0;
    private final SpotVenue venue = new SpotVenue(() -> nowMs);
    private final SqlTakerFees fees = new SqlTakerFees(desk.sqlAs("reconciler"));
    private final AtomicInteger tokens = new AtomicInteger();
    private final CyclePlan plan = desk.streamed("ab".repeat(32));
    private final IntentId first = LegIntent.first(plan).id();

    @BeforeEach
    void streamed() {
        desk.sql("update strategy.strategies set lane = 'stream'");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private PlanRunner placer() {
        return new PlanRunner(
                desk.plans,
                desk.orders,
                venue,
                Quotes.NONE,
                () -> nowMs,
                () -> nowMs,
                () -> "token-" + tokens.incrementAndGet(),
                ms -> {});
    }

    private Reserved reserve() {
        return risk.reserve(plan, null, "risk-check", nowMs);
    }

    private String ended() {
        return desk.one("select concat_ws(' ', state, outcome, reason_code) as x from execution.plans");
    }

    /** As the ingest records it, with the least it must have. */
    private void recorded() {
        desk.sql("""
            select strategy.record_opportunities('[{"id":"abababababababababababababababababababababababababababababababab",
                "venue":"kraken","synthetic":true,"cycle":"USD>BTC>ETH>USD","start_asset":"USD","seen_ms":1,"last_ms":1,"state":"seen",
                "edge_bps":12,"best_edge_bps":12,"spend":"5000","profit":"10","looks":1,"legs":[],"books":[],"decay":{}}]')""");
    }

    private String opportunity() {
        return desk.one(
                "select concat_ws(' ', state, plan_id is not null, not_taken) as x from strategy.opportunities");
    }

    @Test
    void anApprovalIsSentAndThePlanGoesToItsEnd() {
        recorded();
        assertEquals(new Reserved.Approved(null), reserve());
        assertEquals("taken t", opportunity());
        assertEquals(0, venue.sent.size(), "risk-check sends nothing");
        placer().onApproved(first);
        assertEquals(3, venue.sent.size());
        assertEquals("ENDED COMPLETE", ended());
    }

    @Test
    void anApprovalThatNobodyHeardIsToldAgainByTheSweep() {
        reserve();
        assertEquals(List.of(), sweep.lingeringApprovals(plan.account(), nowMs - 2_000));
        nowMs += 1_900;
        assertEquals(List.of(first), sweep.lingeringApprovals(plan.account(), nowMs));
        placer().onApproved(first);
        placer().onApproved(first);
        assertEquals("ENDED COMPLETE", ended());
        assertEquals(3, venue.sent.size());
    }

    @Test
    void aTickGoesOnWithAPlanWhosePlacerDied() {
        reserve();
        placer().keep(plan.account());
        assertEquals("ENDED COMPLETE", ended());
    }

    @Test
    void anApprovalThatComesTooLateIsNeverSent() {
        reserve();
        nowMs += 2_001;
        placer().onApproved(first);
        assertEquals(0, venue.sent.size());
        placer().keep(plan.account());
        assertEquals("ENDED MISSED", ended());
    }

    @Test
    void manyPlacersAndTicksAtOnceSendEachOrderOnce() throws Exception {
        reserve();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Object>> all = new ArrayList<>();
            for (int copy = 0; copy < 8; copy++) {
                PlanRunner one = placer();
                boolean told = copy % 2 == 0;
                all.add(Executors.callable(() -> {
                    if (told) {
                        one.onApproved(first);
                    } else {
                        one.keep(plan.account());
                    }
                }));
            }
            for (Future<Object> done : threads.invokeAll(all)) {
                done.get();
            }
        }
        placer().keep(plan.account());
        assertEquals(3, venue.sent.size());
        assertEquals("ENDED COMPLETE", ended());
    }

    @Test
    void aRefusalIsSaidOfTheOpportunityEvenWhereThatIsRecordedLater() {
        desk.sql("update risk.accounts set risk_per_trade = 1 where account = 'kraken-paper'");
        assertInstanceOf(Reserved.Refused.class, reserve());
        recorded();
        assertEquals("seen f loss_budget: it may lose 20, limit 1", opportunity());
        assertEquals("RISK_REJECTED loss_budget", ended());
    }

    private Reserved reserveOf(long laterMs) {
        nowMs = OrderDesk.T0 + laterMs;
        return risk.reserve(desk.streamed("ab".repeat(32), laterMs), null, "risk-check", nowMs);
    }

    private static void assertRefused(String code, Reserved answer) {
        assertEquals(code, assertInstanceOf(Reserved.Refused.class, answer).code());
    }

    private void strategyIs(String state) {
        desk.sql("update strategy.strategies set state = '" + state + "'");
    }

    private String refusalsTold() {
        return desk.one("select count(*)::text as x from ops.audit where action = 'plan_refused'");
    }

    @Test
    void aRefusalThatHasPassedGivesWayToLaterBooksOfTheSameTriangle() {
        recorded();
        strategyIs("STOPPED");
        assertRefused("strategy_stopped", reserve());
        assertRefused("strategy_stopped", reserveOf(500));
        assertEquals("1", refusalsTold(), "the same refusal is audited once");
        strategyIs("RUNNING");
        assertEquals(new Reserved.Exists("RISK_REJECTED"), reserveOf(500), "the same books are judged once");
        assertEquals(new Reserved.Exists("RISK_REJECTED"), reserveOf(250), "and older ones not at all");
        assertEquals(new Reserved.Approved(null), reserveOf(1_000));
        assertEquals("taken t", opportunity());
        assertEquals("1", desk.one("select count(*)::text as x from execution.plans"));
        placer().onApproved(first);
        assertEquals("ENDED COMPLETE", ended());
        assertEquals(3, venue.sent.size());
    }

    @Test
    void whatWasApprovedIsNeverJudgedAgain() {
        reserve();
        assertEquals(new Reserved.Exists("RUNNING"), reserveOf(500));
        placer().onApproved(first);
        assertEquals(new Reserved.Exists("ENDED"), reserveOf(1_000));
        assertEquals(new Reserved.Exists("ENDED"), reserveOf(-250));
        assertEquals(3, venue.sent.size());
    }

    @Test
    void whatWasApprovedAndMissedIsNotTriedAgain() {
        reserve();
        nowMs += 2_001;
        placer().onApproved(first);
        placer().keep(plan.account());
        assertEquals("ENDED MISSED", ended());
        assertEquals(new Reserved.Exists("ENDED"), reserveOf(2_500));
    }

    @Test
    void anotherLanesRefusalStands() {
        desk.sql("update strategy.strategies set lane = 'direct'");
        assertRefused("lane", reserve());
        desk.sql("update execution.plans set lane = 'direct'");
        assertEquals(new Reserved.Exists("RISK_REJECTED"), reserveOf(500));
    }

    @Test
    void manyCopiesOfManyFramesApproveOneOfThem() throws Exception {
        strategyIs("STOPPED");
        reserve();
        strategyIs("RUNNING");
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Reserved>> all = new ArrayList<>();
            for (int copy = 0; copy < 32; copy++) {
                CyclePlan one = desk.streamed("ab".repeat(32), 250L * (copy % 4));
                all.add(() -> risk.reserve(one, null, "risk-check", OrderDesk.T0 + 900));
            }
            int approved = 0;
            for (Future<Reserved> answer : threads.invokeAll(all)) {
                approved += answer.get() instanceof Reserved.Approved ? 1 : 0;
            }
            assertEquals(1, approved);
        }
        assertEquals("1", desk.one("select count(*)::text as x from execution.orders"));
        assertEquals("1", desk.one("select count(*)::text as x from execution.orders where state = 'APPROVED'"));
    }

    private String feeRefusal() {
        Reserved.Refused refused = assertInstanceOf(Reserved.Refused.class, reserve());
        assertEquals("fees", refused.code());
        return refused.reason();
    }

    @Test
    void aPlanWithLessThanTheAccountPaysIsRefused() {
        fees.save(PlanDesk.ACCOUNT, Map.of(ETH_BTC, 4_000), nowMs);
        assertEquals("ETH/BTC: the account pays 4000 millionths, the plan has 2600", feeRefusal());
        Map<Symbol, Integer> read = new SqlTakerFees(desk.sqlAs("ingest")).of(PlanDesk.ACCOUNT);
        assertEquals(List.of(2_600, 4_000), List.of(read.get(BTC_USD), read.get(ETH_BTC)));
    }

    @Test
    void aPlanWithMoreThanTheAccountPaysMayBegin() {
        fees.save(PlanDesk.ACCOUNT, Map.of(ETH_BTC, 1_000), nowMs);
        assertInstanceOf(Reserved.Approved.class, reserve());
    }

    @Test
    void feesThatNobodyKnowsOrThatWereReadLongAgoAreRefused() {
        fees.save(PlanDesk.ACCOUNT, Map.of(ETH_USD, 2_600), nowMs - 300_001);
        assertEquals(
                "ETH/USD: the account's fee was last read at ", feeRefusal().substring(0, 44));
        desk.sql("delete from portfolio.taker_fees where symbol = 'BTC/USD'");
        Reserved.Refused unknown = assertInstanceOf(
                Reserved.Refused.class, risk.reserve(desk.streamed("cd".repeat(32)), null, "risk-check", nowMs));
        assertEquals("BTC/USD: the account's fee is not known", unknown.reason());
    }

    @Test
    void theDirectLanesStrategyIsRefusedHere() {
        desk.sql("update strategy.strategies set lane = 'direct'");
        Reserved.Refused refused = assertInstanceOf(Reserved.Refused.class, reserve());
        assertEquals("strategy tri runs in lane direct, not in stream", refused.reason());
    }
}
