package dev.sextant.simulation.store;

import dev.sextant.domain.money.E8;
import dev.sextant.domain.order.Fill;
import dev.sextant.domain.order.Side;
import dev.sextant.domain.plan.PairTerms;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** {@code execution.plan_flows} and {@code portfolio.book_spot}: what fills on spot move, by asset. */
final class PlanFlows {

    private PlanFlows() {}

    /** What one fill brings and gives, its fee taken off. */
    static Map<String, BigDecimal> of(PairTerms pair, Fill fill) {
        BigDecimal quantity = fill.quantity().value();
        BigDecimal bought = fill.side() == Side.BUY ? quantity : quantity.negate();
        Map<String, BigDecimal> moved = new TreeMap<>();
        moved.merge(pair.base(), bought, BigDecimal::add);
        moved.merge(pair.quote(), bought.negate().multiply(fill.price().value()), BigDecimal::add);
        moved.merge(fill.feeAsset(), fill.fee().negate(), BigDecimal::add);
        return moved;
    }

    /** What all fills of a plan have brought less what they gave; nothing that adds up to 0. */
    static Map<String, BigDecimal> of(Tables tables, String planId) {
        Map<String, BigDecimal> flows = new TreeMap<>();
        for (OrderRow row : tables.ordersOf(planId)) {
            PairTerms pair = row.intent.pair();
            if (pair != null) {
                row.fills.forEach(
                        fill -> of(pair, fill).forEach((asset, amount) -> flows.merge(asset, amount, BigDecimal::add)));
            }
        }
        flows.values().removeIf(amount -> amount.signum() == 0);
        flows.replaceAll((asset, amount) -> new BigDecimal(E8.printDecimal(amount)));
        return flows;
    }
}
