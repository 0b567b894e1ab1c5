package dev.sextant.local.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.sextant.domain.order.IntentId;
import dev.sextant.domain.plan.CyclePlan;
import dev.sextant.domain.plan.LegIntent;
import dev.sextant.domain.plan.PlanStore.Reserved;
import dev.sextant.domain.plan.Quotes;
import dev.sextant.placer.PlanRunner;
import dev.sextant.platform.orders.SqlOrderStore;
import dev.sextant.platform.orders.SqlPlanStore;
import java.util.ArrayList;
import java.util.List;
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

    private final PlanDesk desk = new PlanDesk("placer");
    private final SqlPlanStore risk = new SqlPlanStore(desk.sqlAs("risk"));
    private final SqlOrderStore sweep = new SqlOrderStore(desk.sqlAs("risk"));
    private long nowMs = OrderDesk.T0;
    private final SpotVenue venue = new SpotVenue(() -> nowMs);
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

    @Test
    void theDirectLanesStrategyIsRefusedHere() {
        desk.sql("update strategy.strategies set lane = 'direct'");
        Reserved.Refused refused = assertInstanceOf(Reserved.Refused.class, reserve());
        assertEquals("strategy tri runs in lane direct, not in stream", refused.reason());
    }
}
