package dev.sextant.simulation.plancheck;

import dev.sextant.domain.order.Fill;
import dev.sextant.domain.order.Side;
import dev.sextant.domain.order.StoredOrder;
import dev.sextant.domain.plan.CyclePlan;
import dev.sextant.domain.plan.PairTerms;
import dev.sextant.simulation.check.Violation;
import dev.sextant.simulation.spot.SpotMarket;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** What every plan has traded at the exchange, whatever the store knows of it. */
final class Trading {

    private final SpotMarket market;
    private final Map<String, Map<String, BigDecimal>> flows = new HashMap<>();

    Trading(SpotMarket market) {
        this.market = market;
    }

    /** L1: only what the legs brought may be given away, and no more of the start asset than the plan spends. */
    void traded(CyclePlan plan, StoredOrder order, Fill fill) {
        Map<String, BigDecimal> held = flows.computeIfAbsent(plan.planId(), id -> new TreeMap<>());
        PairTerms terms = market.book(fill.symbol()).terms();
        BigDecimal quantity = fill.quantity().value();
        BigDecimal cost = fill.quantity().notionalAt(fill.price());
        boolean buys = fill.side() == Side.BUY;
        held.merge(terms.base(), buys ? quantity : quantity.negate(), BigDecimal::add);
        held.merge(terms.quote(), (buys ? cost.negate() : cost).subtract(fill.fee()), BigDecimal::add);
        held.forEach((asset, amount) -> Violation.when(
                amount.add(asset.equals(plan.startAsset()) ? plan.spend() : BigDecimal.ZERO)
                                .signum()
                        < 0,
                "L1",
                "plan " + plan.cycle() + " has given away " + amount.negate() + " " + asset + " with " + order.purpose()
                        + " " + order.request().clientOrderId()));
    }

    Map<String, BigDecimal> of(String planId) {
        return flows.getOrDefault(planId, Map.of());
    }
}
