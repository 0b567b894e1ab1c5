package dev.sextant.platform.orders;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.domain.event.Account;
import dev.sextant.domain.event.Direction;
import dev.sextant.domain.event.Tier;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.E8;
import dev.sextant.domain.money.Price;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.Claim;
import dev.sextant.domain.order.ClaimRequest;
import dev.sextant.domain.order.EntryPlan;
import dev.sextant.domain.order.Fill;
import dev.sextant.domain.order.IntentId;
import dev.sextant.domain.order.OrderIntent;
import dev.sextant.domain.order.OrderReport;
import dev.sextant.domain.order.OrderRequest;
import dev.sextant.domain.order.OrderState;
import dev.sextant.domain.order.OrderType;
import dev.sextant.domain.order.Purpose;
import dev.sextant.domain.order.Side;
import dev.sextant.domain.order.StoredOrder;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The JSON documents of the order functions: decimals travel as text, times as epoch milliseconds. */
final class OrderJson {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private OrderJson() {}

    static ObjectNode intent(OrderIntent intent, String source, long nowMs) {
        OrderRequest request = intent.request();
        Price trigger = request.triggerPrice();
        return NODES.objectNode()
                .put("intent_id", intent.id().hex())
                .put("client_order_id", request.clientOrderId())
                .put("account", intent.account().name())
                .put("venue", intent.venue())
                .put("symbol", request.symbol().name())
                .put("strategy", intent.strategy())
                .put("strategy_version", intent.strategyVersion())
                .put("source_id", intent.sourceId())
                .put("decision_id", intent.decisionId())
                .put("trade_id", intent.tradeId())
                .put("leg", 0)
                .put("purpose", intent.purpose().name())
                .put("cause", intent.cause())
                .put("side", request.side().name())
                .put("type", request.type().name())
                .put("qty", request.quantity().toString())
                .put("trigger_price", trigger == null ? null : trigger.toString())
                .put("reduce_only", request.reduceOnly())
                .put("reference_price", text(intent.referencePrice()))
                .put("risk", text(intent.risk()))
                .put("bucket_start_ms", intent.bucketStartMs())
                .put("expires_at_ms", intent.expiresAtMs())
                .put("source", source)
                .put("now_ms", nowMs)
                .set("plan", plan(intent.plan()));
    }

    static ObjectNode claim(ClaimRequest request) {
        return NODES.objectNode()
                .put("intent_id", request.id().hex())
                .put("token", request.token())
                .put("now_ms", request.nowMs())
                .put("signed_at_ms", request.signedAtMs())
                .put("clock_ahead_ms", request.clockAheadMs())
                .put("source", request.source());
    }

    static ObjectNode report(OrderReport report) {
        ArrayNode fills = NODES.arrayNode();
        report.fills().forEach(fill -> fills.add(fill(fill)));
        return NODES.objectNode()
                .put("intent_id", report.id().hex())
                .put("source", report.source())
                .put(
                        "trigger",
                        report.trigger() == null ? null : report.trigger().wireName())
                .put("venue_order_id", report.venueOrderId())
                .put("executing_order_id", report.executingOrderId())
                .put("venue_filled_qty", report.venueFilled().toString())
                .put("reason_code", report.reasonCode())
                .put("reason", report.reason())
                .put("at_ms", report.atMs())
                .put("halts", report.halts())
                .set("fills", fills);
    }

    static Claim claimed(JsonNode answer) {
        return answer.get("granted").booleanValue()
                ? new Claim.Granted(storedOrder(answer.get("order")))
                : new Claim.Denied(
                        answer.get("code").textValue(), answer.get("text").textValue());
    }

    static StoredOrder storedOrder(JsonNode o) {
        String trigger = textOrNull(o, "trigger_price");
        String limit = textOrNull(o, "limit_price");
        OrderRequest request = new OrderRequest(
                new Symbol(o.get("symbol").textValue()),
                o.get("client_order_id").textValue(),
                Side.valueOf(o.get("side").textValue()),
                OrderType.valueOf(o.get("type").textValue()),
                Quantity.of(o.get("qty").textValue()),
                trigger == null ? null : Price.of(trigger),
                limit == null ? null : Price.of(limit),
                o.get("reduce_only").booleanValue());
        return new StoredOrder(
                new IntentId(o.get("intent_id").textValue()),
                new Account(o.get("account").textValue()),
                o.get("strategy").textValue(),
                o.get("strategy_version").textValue(),
                o.get("source_id").textValue(),
                textOrNull(o, "decision_id"),
                o.get("trade_id").textValue(),
                Purpose.valueOf(o.get("purpose").textValue()),
                o.get("cause").textValue(),
                request,
                new BigDecimal(o.get("reference_price").textValue()),
                o.get("plan").isEmpty() ? null : plan(o.get("plan")),
                OrderState.valueOf(o.get("state").textValue()),
                o.get("version").longValue(),
                Quantity.of(o.get("filled_qty").textValue()),
                o.get("created_at_ms").longValue(),
                longOrNull(o, "claimed_at_ms"),
                longOrNull(o, "unknown_since_ms"),
                longOrNull(o, "quarantined_at_ms"),
                o.get("not_found_checks").intValue(),
                longOrNull(o, "cancel_requested_at_ms"),
                o.get("updated_at_ms").longValue(),
                textOrNull(o, "reason_code"));
    }

    static EntryPlan plan(JsonNode p) {
        return new EntryPlan(
                Direction.valueOf(p.get("direction").textValue()),
                Tier.valueOf(p.get("tier").textValue().toUpperCase(Locale.ROOT)),
                p.get("score").intValue(),
                new BigDecimal(p.get("signal_price").textValue()),
                new BigDecimal(p.get("atr").textValue()),
                new BigDecimal(p.get("stop_distance").textValue()),
                new BigDecimal(p.get("tp1_distance").textValue()),
                new BigDecimal(p.get("tp2_distance").textValue()),
                new BigDecimal(p.get("tp1_share").textValue()),
                p.get("decided_at_ms").longValue(),
                p.get("close_after_ms").longValue());
    }

    private static ObjectNode plan(EntryPlan plan) {
        return NODES.objectNode()
                .put("direction", plan.direction().name())
                .put("tier", plan.tier().wireName())
                .put("score", plan.score())
                .put("signal_price", text(plan.signalPrice()))
                .put("atr", text(plan.atr()))
                .put("stop_distance", text(plan.stopDistance()))
                .put("tp1_distance", text(plan.takeProfit1Distance()))
                .put("tp2_distance", text(plan.takeProfit2Distance()))
                .put("tp1_share", text(plan.takeProfit1Share()))
                .put("decided_at_ms", plan.decidedAtMs())
                .put("close_after_ms", plan.closeAfterMs());
    }

    private static ObjectNode fill(Fill fill) {
        return NODES.objectNode()
                .put("trade_id", fill.tradeId())
                .put("venue_order_id", fill.venueOrderId())
                .put("side", fill.side().name())
                .put("price", fill.price().toString())
                .put("qty", fill.quantity().toString())
                .put("fee", text(fill.fee()))
                .put("fee_asset", fill.feeAsset())
                .put("maker", fill.maker())
                .put("at_ms", fill.filledAtMs());
    }

    private static String text(BigDecimal value) {
        return E8.printDecimal(value);
    }

    /** What a function of the database answered. */
    static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database answered with malformed JSON: " + json, e);
        }
    }

    static @Nullable String textOrNull(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value == null || value.isNull() ? null : value.textValue();
    }

    static @Nullable Long longOrNull(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value == null || value.isNull() ? null : value.longValue();
    }
}
