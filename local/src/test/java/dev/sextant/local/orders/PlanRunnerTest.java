package dev.sextant.local.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.sextant.domain.order.OrderReport;
import dev.sextant.domain.order.OrderRequest;
import dev.sextant.domain.order.OrderTrigger;
import dev.sextant.domain.plan.CyclePlan;
import dev.sextant.domain.plan.LegIntent;
import dev.sextant.domain.plan.PlanStore.Reserved;
import dev.sextant.domain.plan.Quotes;
import dev.sextant.local.orders.SpotVenue.Fate;
import dev.sextant.placer.PlanRunner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Plans carried out between the database and a venue that does as the test says. */
class PlanRunnerTest {

    private final PlanDesk desk = new PlanDesk("direct");
    private long nowMs = OrderDesk.T0;
    private final SpotVenue venue = new SpotVenue(() -> nowMs);
    private final AtomicInteger tokens = new AtomicInteger();
    private final PlanRunner runner = runner();

    private PlanRunner runner() {
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

    @AfterEach
    void close() {
        desk.close();
    }

    private String ended() {
        return desk.one("select concat_ws(' ', state, outcome, ops.dec(profit)) as x from execution.plans");
    }

    private List<String> sent() {
        return venue.sent.stream()
                .map(order -> order.side() + " " + order.quantity() + " " + order.symbol() + " " + order.limitPrice())
                .toList();
    }

    /** Each second, until the plan is over. */
    private void seconds(int most) {
        for (int second = 0; second < most; second++) {
            nowMs += 1_000;
            runner.keep(PlanDesk.ACCOUNT);
        }
    }

    @Test
    void threeLegsInOneGo() {
        assertInstanceOf(Reserved.Approved.class, runner.begin(desk.plan("seen-1")));
        assertEquals(List.of("BUY 0.1 BTC/USD 50000", "BUY 1.994 ETH/BTC 0.05", "SELL 1.994 ETH/USD 2530"), sent());
        assertEquals("ENDED COMPLETE 18.703468", ended());
    }

    @Test
    void aLegThatGetsAQuarterGoesOnAndTheRestIsSoldBack() {
        venue.next(Fate.FILLED, Fate.A_QUARTER);
        runner.begin(desk.plan("seen-1"));
        assertEquals(
                List.of(
                        "BUY 0.1 BTC/USD 50000",
                        "BUY 1.994 ETH/BTC 0.05",
                        "SELL 0.498 ETH/USD 2530",
                        "SELL 0.075 BTC/USD 49740"),
                sent());
        assertEquals("ENDED UNWOUND -35.535144", ended());
        assertEquals("0.00003526", desk.one("select ops.dec(amount) as x from portfolio.dust"));
    }

    @Test
    void aSecondLegThatIsRefusedIsUndone() {
        venue.next(Fate.FILLED, Fate.REFUSED, Fate.NOBODY);
        runner.begin(desk.plan("seen-1"));
        assertEquals(List.of("SELL 0.1 BTC/USD 49740"), sent().subList(2, 3));
        seconds(1);
        assertEquals("SELL 0.1 BTC/USD 49490.1", sent().getLast(), "one per cent");
        assertEquals("ENDED UNWOUND -76.857426", ended());
    }

    @Test
    void anOrderInDoubtIsWaitedForAndNeverSentAgain() {
        venue.next(Fate.FILLED, Fate.FILLED_UNSEEN);
        runner.begin(desk.plan("seen-1"));
        seconds(5);
        assertEquals(2, venue.sent.size());
        assertEquals("RUNNING", ended());
        venue.clear();
        seconds(1);
        assertEquals(3, venue.sent.size());
        assertEquals("ENDED COMPLETE 18.703468", ended());
    }

    @Test
    void anOrderThatNeverArrivedHoldsEverythingUntilItsQuarantineIsOver() {
        venue.next(Fate.FILLED, Fate.LOST);
        CyclePlan plan = desk.plan("seen-1");
        runner.begin(plan);
        seconds(3);
        assertEquals(2, venue.sent.size());
        LegIntent lost = LegIntent.of(plan, desk.secondLeg(plan));
        desk.orders.report(OrderReport.of(lost.id(), "reconciler", OrderTrigger.NOT_FOUND, null, null, nowMs));
        seconds(3);
        assertEquals(2, venue.sent.size());
        desk.orders.report(OrderReport.of(lost.id(), "reconciler", OrderTrigger.QUARANTINE_ENDED, null, null, nowMs));
        seconds(1);
        assertEquals(List.of("SELL 0.1 BTC/USD 49740"), sent().subList(2, 3));
        assertEquals("ENDED UNWOUND -51.9324", ended());
    }

    @Test
    void aVenueWhoseClockCannotBeReadIsSentNothing() {
        venue.clockIsDown = true;
        assertEquals(
                new Reserved.Refused("venue_clock", "the venue's clock could not be read"),
                runner.begin(desk.plan("seen-1")));
        assertEquals(List.of(), venue.sent);
    }

    @Test
    void whatIsRefusedIsSentNothing() {
        desk.sql("update risk.control set kill_level = 'entries' where account = 'kraken-paper'");
        assertEquals(
                "killed",
                assertInstanceOf(Reserved.Refused.class, runner.begin(desk.plan("seen-1")))
                        .code());
        assertEquals(List.of(), venue.sent);
    }

    @Test
    void theKillSwitchOfTheAccountItFollowsHolds() {
        desk.sql("update risk.accounts set follows = 'paper-main' where account = 'kraken-paper'");
        desk.sql("update risk.control set kill_level = 'entries' where account = 'paper-main'");
        assertEquals(
                "killed",
                assertInstanceOf(Reserved.Refused.class, runner.begin(desk.plan("seen-1")))
                        .code());
    }

    @Test
    void inTheStreamLaneAnApprovalIsEnough() {
        desk.sql("update strategy.strategies set lane = 'stream' where name = 'tri'");
        CyclePlan plan = desk.streamed("seen-1");
        assertInstanceOf(Reserved.Approved.class, desk.plans.reserve(plan, null, "risk-check", nowMs));
        assertEquals(true, runner.onApproved(LegIntent.first(plan).id()));
        assertEquals("ENDED COMPLETE 18.703468", ended());
    }

    @Test
    void manyAtOnceSendEachOrderOnce() throws Exception {
        venue.next(Fate.FILLED, Fate.FILLED_UNSEEN);
        runner.begin(desk.plan("seen-1"));
        venue.clear();
        List<Callable<Void>> keepers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            PlanRunner one = runner();
            keepers.add(() -> {
                one.keep(PlanDesk.ACCOUNT);
                return null;
            });
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Void> each : threads.invokeAll(keepers)) {
                each.get();
            }
        }
        seconds(2);
        assertEquals(
                venue.sent.size(),
                new HashSet<>(venue.sent.stream()
                                .map(OrderRequest::clientOrderId)
                                .toList())
                        .size());
        assertEquals("ENDED COMPLETE 18.703468", ended());
    }
}
