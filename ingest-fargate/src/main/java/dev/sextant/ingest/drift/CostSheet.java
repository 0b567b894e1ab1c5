package dev.sextant.ingest.drift;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.domain.money.E8;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Adds up the legs of one strategy version; sums are exact, what is shown of a leg is rounded. */
final class CostSheet {

    private static final int KEPT_LEGS = 50;
    private static final int SHOWN_DECIMALS = 8;

    private final Set<String> trades = new HashSet<>();
    private final ArrayNode kept = JsonNodeFactory.instance.arrayNode();
    private long legs;
    private BigDecimal notional = BigDecimal.ZERO;
    private BigDecimal latency = BigDecimal.ZERO;
    private BigDecimal fill = BigDecimal.ZERO;
    private BigDecimal unsplit = BigDecimal.ZERO;
    private BigDecimal total = BigDecimal.ZERO;
    private BigDecimal fees = BigDecimal.ZERO;

    /** @param acceptedAt the market's price when the venue had the order, or null when no trade tells it */
    void add(Leg leg, @Nullable BigDecimal acceptedAt) {
        LegCost cost = LegCost.of(leg.buys(), leg.qty(), leg.quote(), leg.decidedAt(), acceptedAt, leg.fees());
        trades.add(leg.tradeId());
        legs++;
        notional = notional.add(cost.notional());
        total = total.add(cost.total());
        fees = fees.add(cost.fees());
        if (cost.latency() == null || cost.fill() == null) {
            unsplit = unsplit.add(cost.total());
        } else {
            latency = latency.add(cost.latency());
            fill = fill.add(cost.fill());
        }
        if (legs <= KEPT_LEGS) {
            kept.add(json(leg, acceptedAt, cost));
        }
    }

    private static ObjectNode json(Leg leg, @Nullable BigDecimal acceptedAt, LegCost cost) {
        BigDecimal average = leg.quote().divide(leg.qty(), SHOWN_DECIMALS, RoundingMode.HALF_UP);
        return JsonNodeFactory.instance
                .objectNode()
                .put("trade_id", leg.tradeId())
                .put("account", leg.account())
                .put("purpose", leg.purpose())
                .put("side", leg.buys() ? "BUY" : "SELL")
                .put("qty", E8.printDecimal(leg.qty()))
                .put("decided_at_price", E8.printDecimal(leg.decidedAt()))
                .put("accepted_at_price", acceptedAt == null ? null : E8.printDecimal(acceptedAt))
                .put("average_fill", E8.printDecimal(average))
                .put("latency_bps", bps(cost, cost.latency()))
                .put("fill_bps", bps(cost, cost.fill()))
                .put("total_bps", bps(cost, cost.total()))
                .put("fee_bps", bps(cost, cost.fees()))
                .put("other_fees", leg.otherFees().isEmpty() ? null : leg.otherFees());
    }

    private static @Nullable String bps(LegCost cost, @Nullable BigDecimal amount) {
        return amount == null ? null : E8.printDecimal(cost.bps(amount));
    }

    void writeTo(ObjectNode row) {
        row.put("trades", trades.size())
                .put("legs", legs)
                .put("notional", E8.printDecimal(notional))
                .put("latency_cost", E8.printDecimal(latency))
                .put("fill_cost", E8.printDecimal(fill))
                .put("unsplit_cost", E8.printDecimal(unsplit))
                .put("total_cost", E8.printDecimal(total))
                .put("fees", E8.printDecimal(fees));
    }

    ArrayNode legs() {
        return kept;
    }
}
