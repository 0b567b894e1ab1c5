package dev.sextant.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.event.CyclePlanned;
import dev.sextant.domain.event.DecisionRecord;
import dev.sextant.domain.event.IntentApproved;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.Price;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.ClaimRequest;
import dev.sextant.domain.order.IntentId;
import dev.sextant.domain.order.Side;
import dev.sextant.domain.order.StoredOrder;
import dev.sextant.domain.plan.CyclePlan;
import dev.sextant.domain.plan.LegIntent;
import dev.sextant.domain.plan.LivePlan;
import dev.sextant.domain.plan.PairTerms;
import dev.sextant.domain.plan.PlanLeg;
import dev.sextant.domain.plan.PlanStep;
import dev.sextant.domain.plan.PlanStore;
import dev.sextant.domain.plan.UnwindRoute;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A plan of the stream lane is reserved without a claim, and its first leg told to the placer. */
class PlanCheckTest {

    private static final Account ACCOUNT = new Account("paper-main-kraken");
    private static final PairTerms BTC_USD = terms("BTC", "USD");
    private static final PairTerms ETH_BTC = terms("ETH", "BTC");
    private static final PairTerms ETH_USD = terms("ETH", "USD");

    private final AnsweringPlans plans = new AnsweringPlans();
    private final List<DecisionRecord> told = new ArrayList<>();
    private final PlanCheck check = new PlanCheck(plans, new Approvals(told::addAll), () -> Bench.T0);

    private static PairTerms terms(String base, String quote) {
        BigDecimal step = new BigDecimal("0.0001");
        return new PairTerms(
                new Symbol(base + "/" + quote),
                base,
                quote,
                step,
                step,
                step,
                BigDecimal.ZERO,
                new BigDecimal("0.0026"));
    }

    private static CyclePlan plan() {
        return new CyclePlan(
                "1".repeat(64),
                ACCOUNT,
                "KRAKEN",
                "triangles",
                "triangles@1",
                "2".repeat(64),
                "USD>BTC>ETH>USD",
                CyclePlan.Lane.STREAM,
                new BigDecimal("5000"),
                new BigDecimal("10"),
                new BigDecimal("15"),
                BigDecimal.ONE,
                List.of(
                        new PlanLeg(BTC_USD, Side.BUY, Quantity.of("0.1"), Price.of("50000"), 5),
                        new PlanLeg(ETH_BTC, Side.BUY, Quantity.of("1.99"), Price.of("0.05"), 9),
                        new PlanLeg(ETH_USD, Side.SELL, Quantity.of("1.99"), Price.of("2530"), 2)),
                List.of(
                        new UnwindRoute(BTC_USD, Side.SELL, Price.of("49990")),
                        new UnwindRoute(ETH_USD, Side.SELL, Price.of("2530"))),
                3_000,
                Bench.T0,
                Bench.T0 + 3_000);
    }

    @Test
    void anApprovedPlanSendsItsFirstLegToThePlacer() {
        check.judge(new CyclePlanned(plan()));
        IntentId first = LegIntent.first(plan()).id();
        assertEquals(List.of("risk-check reserves " + plan().planId() + " unclaimed"), plans.asked);
        assertEquals(List.of(new IntentApproved(ACCOUNT, first.hex(), Bench.T0)), told);
    }

    @Test
    void aRefusedOneSendsNothing() {
        plans.answer = new PlanStore.Reserved.Refused("balance", "there is too little");
        check.judge(new CyclePlanned(plan()));
        assertEquals(List.of(), told);
    }

    @Test
    void oneThatWasJudgedBeforeSendsNothingAgain() {
        plans.answer = new PlanStore.Reserved.Exists("RUNNING");
        check.judge(new CyclePlanned(plan()));
        assertEquals(List.of(), told);
    }

    /** Answers every reservation as it is told. */
    private static final class AnsweringPlans implements PlanStore {

        final List<String> asked = new ArrayList<>();
        Reserved answer = new Reserved.Approved(null);

        @Override
        public Reserved reserve(CyclePlan plan, @Nullable ClaimRequest claim, String source, long nowMs) {
            asked.add(source + " reserves " + plan.planId() + (claim == null ? " unclaimed" : " with a claim"));
            return answer;
        }

        @Override
        public Reserved reserveLeg(LegIntent intent, ClaimRequest claim, String source, long nowMs) {
            throw new AssertionError("risk-check carries nothing out");
        }

        @Override
        public List<LivePlan> live(Account account) {
            throw new AssertionError("risk-check carries nothing out");
        }

        @Override
        public Optional<LivePlan> find(String planId) {
            throw new AssertionError("risk-check carries nothing out");
        }

        @Override
        public Optional<StoredOrder> order(IntentId id) {
            throw new AssertionError("risk-check carries nothing out");
        }

        @Override
        public void end(String planId, PlanStep.End end, String source, long nowMs) {
            throw new AssertionError("risk-check carries nothing out");
        }
    }
}
