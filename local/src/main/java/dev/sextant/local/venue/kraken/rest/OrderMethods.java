package dev.sextant.local.venue.kraken.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.local.venue.kraken.account.KrakenExchange;
import dev.sextant.local.venue.kraken.account.Order;
import dev.sextant.local.venue.kraken.account.OrderWish;
import dev.sextant.local.venue.kraken.account.OrderWishes;
import dev.sextant.local.venue.kraken.account.Refusal;
import dev.sextant.local.venue.kraken.account.Right;
import dev.sextant.local.venue.wire.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Placing and canceling. */
final class OrderMethods {

    private static final Set<String> FIELDS = Set.of(
            "nonce",
            "pair",
            "ordertype",
            "type",
            "volume",
            "price",
            "timeinforce",
            "oflags",
            "cl_ord_id",
            "deadline",
            "validate");
    private static final Set<String> FLAGS = Set.of("fciq", "fcib");

    private final KrakenExchange exchange;
    private final OrderWishes wishes;

    OrderMethods(KrakenExchange exchange) {
        this.exchange = exchange;
        this.wishes = new OrderWishes(exchange.listing());
    }

    Map<String, Method> methods() {
        return Map.of(
                "AddOrder", new Method(Right.PLACE, 0, this::add),
                "CancelOrder", new Method(Right.CANCEL, 0, this::cancel),
                "CancelAll", new Method(Right.CANCEL, 1, (_, nowMs) -> count(exchange.cancelAll(nowMs))),
                "CancelAllOrdersAfter", new Method(Right.CANCEL, 1, this::cancelAllAfter));
    }

    private JsonNode add(Form form, long nowMs) {
        OrderWishes.requireKnown(form.fields().keySet(), FIELDS);
        List<String> flags = form.has("oflags") ? List.of(form.text("oflags").split(",", -1)) : List.of();
        OrderWishes.requireKnown(flags, FLAGS);
        OrderWish wish = wishes.read(
                new OrderWishes.Fields(
                        form.text("pair"),
                        form.text("ordertype"),
                        form.text("type"),
                        form.text("volume"),
                        form.text("price"),
                        form.text("timeinforce"),
                        form.text("cl_ord_id"),
                        flags.contains("fcib"),
                        form.text("deadline")),
                nowMs);
        ObjectNode body = Json.object();
        body.set("descr", OrderBodies.description(wish));
        if (form.flag("validate")) {
            exchange.check(wish, nowMs);
        } else {
            body.putArray("txid").add(exchange.place(wish, nowMs).id());
        }
        return body;
    }

    private JsonNode cancel(Form form, long nowMs) {
        Optional<Order> order = form.has("cl_ord_id")
                ? exchange.history().openByClientId(form.text("cl_ord_id"))
                : exchange.history().byId(form.text("txid")).filter(Order::isOpen);
        exchange.cancelOne(order.orElseThrow(() -> new Refusal("EOrder:Unknown order")), nowMs);
        return count(1);
    }

    private JsonNode cancelAllAfter(Form form, long nowMs) {
        if (!form.has("timeout")) {
            throw Refusal.argument("timeout");
        }
        OptionalLong firesAtMs = exchange.deadMan().arm(form.whole("timeout", 0), nowMs);
        return Json.object()
                .put("currentTime", time(nowMs))
                .put("triggerTime", firesAtMs.isPresent() ? time(firesAtMs.getAsLong()) : "0");
    }

    private static String time(long ms) {
        return Instant.ofEpochMilli(ms).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static JsonNode count(int count) {
        return Json.object().put("count", count);
    }
}
