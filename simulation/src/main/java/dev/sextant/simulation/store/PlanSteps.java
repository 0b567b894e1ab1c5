package dev.sextant.simulation.store;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.Claim;
import dev.sextant.domain.order.ClaimRequest;
import dev.sextant.domain.order.IntentId;
import dev.sextant.domain.order.OrderState;
import dev.sextant.domain.order.Purpose;
import dev.sextant.domain.order.StoreException;
import dev.sextant.domain.order.StoredOrder;
import dev.sextant.domain.plan.CyclePlan;
import dev.sextant.domain.plan.LegIntent;
import dev.sextant.domain.plan.LivePlan;
import dev.sextant.domain.plan.PlanOrder;
import dev.sextant.domain.plan.PlanOutcome;
import dev.sextant.domain.plan.PlanState;
import dev.sextant.domain.plan.PlanStep;
import dev.sextant.domain.plan.PlanStore;
import dev.sextant.domain.risk.R;
import dev.sextant.domain.risk.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code execution.reserve_plan}, {@code reserve_leg} and {@code end_plan}. */
final class PlanSteps implements PlanStore {

    private static final int LIVE_SHOWN = 20;
    private static final int R_DECIMALS = 6;

    private final Tables tables;
    private final Claiming claiming;
    private final PlanGate gate;
    private final Set<PlanDefect> defects;

    PlanSteps(Tables tables, Claiming claiming, PlanGate gate, Set<PlanDefect> defects) {
        this.tables = tables;
        this.claiming = claiming;
        this.gate = gate;
        this.defects = defects;
    }

    @Override
    public Reserved reserve(CyclePlan plan, @Nullable ClaimRequest claim, String source, long nowMs) {
        PlanRow existing = tables.plans.get(plan.planId());
        LegIntent first = LegIntent.first(plan);
        if (existing != null && !mayBeJudgedAgain(existing, plan)) {
            return again(existing, tables.orders.get(first.id()), claim);
        }
        Refusal refusal = gate.refusal(plan, nowMs).orElse(null);
        Refusal before = existing == null ? null : existing.refusal;
        tables.plans.put(plan.planId(), new PlanRow(plan, existing == null ? nowMs : existing.createdAtMs, refusal));
        if (refusal != null) {
            if (before == null || !before.code().equals(refusal.code())) {
                tables.audit("plan_refused", plan.planId(), nowMs);
            }
            return new Reserved.Refused(refusal.code(), refusal.reason());
        }
        insert(first, nowMs);
        return new Reserved.Approved(claim == null ? null : claiming.claim(claim));
    }

    /** A refusal gives way to a later decision about the same opportunity. */
    private static boolean mayBeJudgedAgain(PlanRow existing, CyclePlan plan) {
        return existing.state == PlanState.RISK_REJECTED
                && existing.plan.lane() == plan.lane()
                && existing.plan.decidedAtMs() < plan.decidedAtMs();
    }

    /** A lost answer: the same claim is granted again to the holder of its token. */
    private Reserved again(PlanRow existing, @Nullable OrderRow row, @Nullable ClaimRequest claim) {
        boolean holder = existing.state != PlanState.RISK_REJECTED
                && row != null
                && claim != null
                && claim.token().equals(row.claimToken);
        if (holder && claim != null) {
            return new Reserved.Approved(claiming.claim(claim));
        }
        return new Reserved.Exists(existing.state.name());
    }

    private OrderRow insert(LegIntent intent, long nowMs) {
        Wanted wanted = Wanted.of(intent);
        OrderRow row = new OrderRow(
                wanted, tables.nextOrdinal(), nowMs, OrderState.APPROVED, wanted.risk(), tables.account.limitsVersion);
        tables.add(row);
        tables.audit("reserved", wanted.id().hex(), nowMs);
        return row;
    }

    @Override
    public Reserved reserveLeg(LegIntent intent, ClaimRequest claim, String source, long nowMs) {
        PlanRow plan = tables.plans.get(intent.plan().planId());
        if (plan == null) {
            return new Reserved.Refused("unknown_plan", "no such plan");
        }
        OrderRow row = tables.orders.get(intent.id());
        if (row != null) {
            return again(row, claim);
        }
        String other = defects.contains(PlanDefect.LEGS_SIDE_BY_SIDE) ? null : underWay(plan);
        boolean late = intent.purpose() == Purpose.NEXT_LEG && plan.state == PlanState.UNWINDING;
        if (!plan.isLive() || other != null || late) {
            return new Reserved.Refused(
                    "plan_state", other == null ? "the plan is " + plan.state : "the plan's " + other);
        }
        if (intent.purpose() == Purpose.UNWIND && plan.state == PlanState.RUNNING) {
            plan.state = PlanState.UNWINDING;
            tables.audit("plan_unwinding", plan.plan.planId(), nowMs);
        }
        insert(intent, nowMs);
        return new Reserved.Approved(claiming.claim(claim));
    }

    private Reserved again(OrderRow row, ClaimRequest claim) {
        if (claim.token().equals(row.claimToken)) {
            return new Reserved.Approved(claiming.claim(claim));
        }
        return defects.contains(PlanDefect.LEG_CLAIM_NOT_ASKED)
                ? new Reserved.Approved(new Claim.Granted(row.stored()))
                : new Reserved.Exists(row.state.name());
    }

    private @Nullable String underWay(PlanRow plan) {
        return tables.ordersOf(plan.plan.planId()).stream()
                .filter(row -> !row.state.isFinal())
                .map(row -> row.intent.purpose() + " is " + row.state)
                .findFirst()
                .orElse(null);
    }

    @Override
    public List<LivePlan> live(Account account) {
        return tables.livePlans().limit(LIVE_SHOWN).map(this::shown).toList();
    }

    @Override
    public Optional<LivePlan> find(String planId) {
        return Optional.ofNullable(tables.plans.get(planId)).map(this::shown);
    }

    private LivePlan shown(PlanRow row) {
        List<PlanOrder> orders = tables.ordersOf(row.plan.planId()).stream()
                .map(PlanSteps::shown)
                .toList();
        return new LivePlan(
                row.plan,
                row.state,
                orders,
                PlanFlows.of(tables, row.plan.planId()),
                tables.account.closeDemand() != null);
    }

    private static PlanOrder shown(OrderRow row) {
        return new PlanOrder(
                row.intent.id(),
                row.intent.leg(),
                row.intent.purpose(),
                row.intent.cause(),
                row.intent.request().symbol(),
                row.intent.request().side(),
                row.state,
                new Quantity(row.filled),
                row.reasonCode,
                row.updatedAtMs);
    }

    @Override
    public Optional<StoredOrder> order(IntentId id) {
        return Optional.ofNullable(tables.orders.get(id)).map(OrderRow::stored);
    }

    @Override
    public void end(String planId, PlanStep.End end, String source, long nowMs) {
        PlanRow row = tables.plans.get(planId);
        if (row == null) {
            throw new StoreException("plan " + planId + " does not exist", false, new IllegalArgumentException());
        }
        if (!row.isLive()) {
            return;
        }
        if (underWay(row) != null && !defects.contains(PlanDefect.ENDS_WITH_OPEN_ORDERS)) {
            throw new IllegalStateException("plan " + planId + ": an order of the plan is not final");
        }
        ended(row, end, nowMs);
        tables.audit("plan_ended", planId, nowMs);
    }

    private void ended(PlanRow row, PlanStep.End end, long nowMs) {
        row.dust.putAll(PlanFlows.of(tables, row.plan.planId()));
        BigDecimal won =
                Optional.ofNullable(row.dust.remove(row.plan.startAsset())).orElse(BigDecimal.ZERO);
        BigDecimal net = won.multiply(row.plan.startValue());
        R result = new R(net.divide(tables.account.opened.settings().riskPerTrade(), R_DECIMALS, RoundingMode.HALF_UP));
        row.state = PlanState.ENDED;
        row.outcome = end.outcome();
        row.reason = end.reason();
        row.profit = won;
        row.profitR = result.value();
        row.endedAtMs = nowMs;
        if (end.outcome() == PlanOutcome.COMPLETE || end.outcome() == PlanOutcome.UNWOUND) {
            tables.account.count(net, result, nowMs);
        }
    }
}
