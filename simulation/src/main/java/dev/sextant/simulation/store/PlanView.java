package dev.sextant.simulation.store;

import dev.sextant.domain.plan.CyclePlan;
import dev.sextant.domain.plan.PlanOutcome;
import dev.sextant.domain.plan.PlanState;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plans as they stand, for checks, for people and for comparisons. */
public final class PlanView {

    /**
     * A plan as booked.
     *
     * @param code why it was refused, or null
     * @param reason why it was refused or how it ended, or null
     * @param profit in the start asset, or null while it lives
     * @param flows what its fills have brought less what they gave, by asset
     * @param dust what it left of assets in its middle
     */
    public record Booked(
            CyclePlan plan,
            PlanState state,
            @Nullable PlanOutcome outcome,
            @Nullable String code,
            @Nullable String reason,
            @Nullable BigDecimal profit,
            @Nullable BigDecimal profitR,
            boolean waitsForAPerson,
            boolean cleared,
            Map<String, BigDecimal> flows,
            Map<String, BigDecimal> dust) {}

    private final Tables tables;

    PlanView(Tables tables) {
        this.tables = tables;
    }

    /** Every plan, oldest first. */
    public List<Booked> all() {
        return tables.plans.values().stream().map(this::booked).toList();
    }

    private Booked booked(PlanRow row) {
        return new Booked(
                row.plan,
                row.state,
                row.outcome,
                row.refusal == null ? null : row.refusal.code(),
                row.reason,
                row.profit,
                row.profitR,
                row.waitsForAPerson(),
                row.clearedAtMs != null,
                PlanFlows.of(tables, row.plan.planId()),
                Map.copyOf(row.dust));
    }

    /** Those under way, oldest first. */
    public List<Booked> live() {
        return tables.livePlans().map(this::booked).toList();
    }

    public Optional<Booked> find(String planId) {
        return Optional.ofNullable(tables.plans.get(planId)).map(this::booked);
    }

    /** Whether something unsold waits for a person. */
    public boolean residualWaits() {
        return tables.plans.values().stream().anyMatch(PlanRow::waitsForAPerson);
    }

    /** What the account holds of an asset. */
    public BigDecimal balance(String asset) {
        return tables.account.balanceOf(asset);
    }

    /** Which lane a strategy runs in: {@code strategy.strategies}. */
    public void setLane(String strategy, String lane) {
        tables.account.lanes.put(strategy, lane);
    }

    /** A person has seen what a plan left unsold: {@code execution.clear_plan}; the database's word for what came of it. */
    public String clear(String planId, long nowMs) {
        PlanRow row = tables.plans.get(planId);
        if (row == null) {
            return "unknown_plan";
        }
        if (!row.waitsForAPerson()) {
            return "same";
        }
        row.clearedAtMs = nowMs;
        tables.audit("plan_cleared", planId, nowMs);
        return "changed";
    }
}
