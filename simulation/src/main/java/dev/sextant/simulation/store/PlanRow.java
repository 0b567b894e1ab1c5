package dev.sextant.simulation.store;

import dev.sextant.domain.plan.CyclePlan;
import dev.sextant.domain.plan.PlanOutcome;
import dev.sextant.domain.plan.PlanState;
import dev.sextant.domain.risk.Refusal;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A row of {@code execution.plans} with its rows of {@code portfolio.dust}. */
final class PlanRow {

    final CyclePlan plan;
    final long createdAtMs;
    final @Nullable Refusal refusal;
    final Map<String, BigDecimal> dust = new TreeMap<>();
    PlanState state;

    @Nullable
    PlanOutcome outcome;

    @Nullable
    String reason;

    @Nullable
    BigDecimal profit;

    @Nullable
    BigDecimal profitR;

    @Nullable
    Long endedAtMs;

    @Nullable
    Long clearedAtMs;

    PlanRow(CyclePlan plan, long createdAtMs, @Nullable Refusal refusal) {
        this.plan = plan;
        this.createdAtMs = createdAtMs;
        this.refusal = refusal;
        this.reason = refusal == null ? null : refusal.reason();
        this.state = refusal == null ? PlanState.RUNNING : PlanState.RISK_REJECTED;
    }

    boolean isLive() {
        return state == PlanState.RUNNING || state == PlanState.UNWINDING;
    }

    boolean waitsForAPerson() {
        return outcome == PlanOutcome.RESIDUAL && clearedAtMs == null;
    }

    /** What it commits, in the account's currency. */
    BigDecimal notional() {
        return plan.spend().multiply(plan.startValue());
    }
}
