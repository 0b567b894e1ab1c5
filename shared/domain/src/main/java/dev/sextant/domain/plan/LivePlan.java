package dev.sextant.domain.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * A plan as it stands in the store: what {@link PlanSequencer} looks at.
 *
 * @param orders all of them, oldest first
 * @param holdings what its fills have brought less what they gave, fees taken off, by asset; negative for what was spent
 * @param flatten whether a person or a rule wants everything of the account sold
 */
public record LivePlan(
        CyclePlan plan, PlanState state, List<PlanOrder> orders, Map<String, BigDecimal> holdings, boolean flatten) {

    public LivePlan {
        orders = List.copyOf(orders);
        holdings = Map.copyOf(holdings);
    }

    /** What it holds of an asset, 0 or more unless the asset is the start. */
    public BigDecimal held(String asset) {
        return holdings.getOrDefault(asset, BigDecimal.ZERO);
    }
}
