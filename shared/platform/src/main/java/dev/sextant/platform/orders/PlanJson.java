package dev.sextant.platform.orders;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.IntentId;
import dev.sextant.domain.order.OrderState;
import dev.sextant.domain.order.Purpose;
import dev.sextant.domain.order.Side;
import dev.sextant.domain.plan.LegIntent;
import dev.sextant.domain.plan.LivePlan;
import dev.sextant.domain.plan.PlanOrder;
import dev.sextant.domain.plan.PlanState;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The JSON documents of the plan functions beside {@link PlanDocument}: decimals travel as text, times as epoch milliseconds. */
final class PlanJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private PlanJson() {}

    static ObjectNode intent(LegIntent intent) {
        return NODES.objectNode()
                .put("intent_id", intent.id().hex())
                .put("client_order_id", intent.request().clientOrderId())
                .put("symbol", intent.request().symbol().name())
                .put("leg", intent.leg())
                .put("purpose", intent.purpose().name())
                .put("cause", intent.cause())
                .put("side", intent.request().side().name())
                .put("qty", intent.request().quantity().toString())
                .put(
                        "limit_price",
                        Objects.requireNonNull(intent.request().limitPrice()).toString())
                .put("base", intent.terms().base())
                .put("quote", intent.terms().quote());
    }

    static LivePlan live(JsonNode json) {
        List<PlanOrder> orders = new ArrayList<>();
        json.get("orders").forEach(order -> orders.add(order(order)));
        Map<String, BigDecimal> holdings = new HashMap<>();
        json.get("holdings").properties().forEach(asset -> holdings.put(asset.getKey(), decimal(asset.getValue())));
        return new LivePlan(
                PlanDocument.read(json.get("plan")),
                PlanState.valueOf(json.get("state").textValue()),
                orders,
                holdings,
                json.get("flatten").booleanValue());
    }

    private static PlanOrder order(JsonNode o) {
        return new PlanOrder(
                new IntentId(o.get("intent_id").textValue()),
                o.get("leg").intValue(),
                Purpose.valueOf(o.get("purpose").textValue()),
                o.get("cause").textValue(),
                new Symbol(o.get("symbol").textValue()),
                Side.valueOf(o.get("side").textValue()),
                OrderState.valueOf(o.get("state").textValue()),
                Quantity.of(o.get("filled_qty").textValue()),
                OrderJson.textOrNull(o, "reason_code"),
                o.get("updated_at_ms").longValue());
    }

    private static BigDecimal decimal(JsonNode value) {
        return new BigDecimal(value.textValue());
    }
}
