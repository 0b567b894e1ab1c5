package dev.sextant.platform.orders;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.domain.event.Account;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.E8;
import dev.sextant.domain.money.Price;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.IntentId;
import dev.sextant.domain.order.OrderState;
import dev.sextant.domain.order.Purpose;
import dev.sextant.domain.order.Side;
import dev.sextant.domain.plan.CyclePlan;
import dev.sextant.domain.plan.LegIntent;
import dev.sextant.domain.plan.LivePlan;
import dev.sextant.domain.plan.PairTerms;
import dev.sextant.domain.plan.PlanLeg;
import dev.sextant.domain.plan.PlanOrder;
import dev.sextant.domain.plan.PlanState;
import dev.sextant.domain.plan.UnwindRoute;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The JSON documents of the plan functions: decimals travel as text, times as epoch milliseconds. */
final class PlanJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private PlanJson() {}

    static ObjectNode plan(CyclePlan plan) {
        ArrayNode legs = NODES.arrayNode();
        plan.legs().forEach(leg -> legs.add(leg(leg)));
        ArrayNode routes = NODES.arrayNode();
        plan.routes().forEach(route -> routes.add(route(route)));
        ObjectNode json = NODES.objectNode()
                .put("plan_id", plan.planId())
                .put("account", plan.account().name())
                .put("venue", plan.venue())
                .put("strategy", plan.strategy())
                .put("strategy_version", plan.strategyVersion())
                .put("opportunity_id", plan.opportunityId())
                .put("cycle", plan.cycle())
                .put("lane", plan.lane().name().toLowerCase(Locale.ROOT))
                .put("start_asset", plan.startAsset())
                .put("spend", text(plan.spend()))
                .put("expected_profit", text(plan.expectedProfit()))
                .put("worst_loss", text(plan.worstLoss()))
                .put("start_value", text(plan.startValue()))
                .put("max_book_age_ms", plan.maxBookAgeMs())
                .put("decided_at_ms", plan.decidedAtMs())
                .put("expires_at_ms", plan.expiresAtMs());
        json.set("legs", legs);
        json.set("routes", routes);
        return json;
    }

    private static ObjectNode leg(PlanLeg leg) {
        return NODES.objectNode()
                .put("side", leg.side().name())
                .put("qty", leg.quantity().toString())
                .put("limit", leg.limit().toString())
                .put("book_age_ms", leg.bookAgeMs())
                .set("terms", terms(leg.terms()));
    }

    private static ObjectNode route(UnwindRoute route) {
        return NODES.objectNode()
                .put("side", route.side().name())
                .put("reference", route.reference().toString())
                .set("terms", terms(route.terms()));
    }

    private static ObjectNode terms(PairTerms terms) {
        return NODES.objectNode()
                .put("symbol", terms.pair().name())
                .put("base", terms.base())
                .put("quote", terms.quote())
                .put("tick", text(terms.tick()))
                .put("step", text(terms.step()))
                .put("min_qty", text(terms.minQuantity()))
                .put("min_cost", text(terms.minCost()))
                .put("fee_rate", text(terms.feeRate()));
    }

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
                readPlan(json.get("plan")),
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

    private static CyclePlan readPlan(JsonNode p) {
        List<PlanLeg> legs = new ArrayList<>();
        p.get("legs")
                .forEach(leg -> legs.add(new PlanLeg(
                        readTerms(leg.get("terms")),
                        Side.valueOf(leg.get("side").textValue()),
                        Quantity.of(leg.get("qty").textValue()),
                        Price.of(leg.get("limit").textValue()),
                        leg.get("book_age_ms").longValue())));
        List<UnwindRoute> routes = new ArrayList<>();
        p.get("routes")
                .forEach(route -> routes.add(new UnwindRoute(
                        readTerms(route.get("terms")),
                        Side.valueOf(route.get("side").textValue()),
                        Price.of(route.get("reference").textValue()))));
        return new CyclePlan(
                p.get("plan_id").textValue(),
                new Account(p.get("account").textValue()),
                p.get("venue").textValue(),
                p.get("strategy").textValue(),
                p.get("strategy_version").textValue(),
                p.get("opportunity_id").textValue(),
                p.get("cycle").textValue(),
                CyclePlan.Lane.valueOf(p.get("lane").textValue().toUpperCase(Locale.ROOT)),
                decimal(p.get("spend")),
                decimal(p.get("expected_profit")),
                decimal(p.get("worst_loss")),
                decimal(p.get("start_value")),
                legs,
                routes,
                p.get("max_book_age_ms").longValue(),
                p.get("decided_at_ms").longValue(),
                p.get("expires_at_ms").longValue());
    }

    private static PairTerms readTerms(JsonNode t) {
        return new PairTerms(
                new Symbol(t.get("symbol").textValue()),
                t.get("base").textValue(),
                t.get("quote").textValue(),
                decimal(t.get("tick")),
                decimal(t.get("step")),
                decimal(t.get("min_qty")),
                decimal(t.get("min_cost")),
                decimal(t.get("fee_rate")));
    }

    private static BigDecimal decimal(JsonNode value) {
        return new BigDecimal(value.textValue());
    }

    private static String text(BigDecimal value) {
        return E8.printDecimal(value);
    }
}
