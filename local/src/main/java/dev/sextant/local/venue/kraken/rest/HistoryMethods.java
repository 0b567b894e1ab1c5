package dev.sextant.local.venue.kraken.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.local.venue.kraken.account.KrakenExchange;
import dev.sextant.local.venue.kraken.account.Order;
import dev.sextant.local.venue.kraken.account.Refusal;
import dev.sextant.local.venue.kraken.account.Right;
import dev.sextant.local.venue.kraken.account.Trade;
import dev.sextant.local.venue.wire.Json;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Orders and executions, open and past; what is past comes latest first, fifty at a time. */
final class HistoryMethods {

    private static final int PAGE = 50;
    private static final int MOST_QUERIED = 50;

    private final KrakenExchange exchange;

    HistoryMethods(KrakenExchange exchange) {
        this.exchange = exchange;
    }

    Map<String, Method> methods() {
        return Map.of(
                "OpenOrders", new Method(Right.OPEN_ORDERS, 1, (form, _) -> open(form)),
                "ClosedOrders", new Method(Right.CLOSED_ORDERS, 1, this::closed),
                "QueryOrders", new Method(Right.CLOSED_ORDERS, 1, (form, _) -> query(form)),
                "TradesHistory", new Method(Right.CLOSED_ORDERS, 2, this::trades));
    }

    private JsonNode open(Form form) {
        ObjectNode open = Json.object();
        exchange.history().open().stream()
                .filter(order -> isOf(order, form))
                .forEach(order -> open.set(order.id(), OrderBodies.order(order, form.flag("trades"))));
        return Json.object().set("open", open);
    }

    private static boolean isOf(Order order, Form form) {
        return !form.has("cl_ord_id") || order.wish().clientOrderId().equals(form.text("cl_ord_id"));
    }

    private JsonNode closed(Form form, long nowMs) {
        long fromMs = form.secondsAsMs("start", 0);
        long untilMs = form.secondsAsMs("end", nowMs);
        List<Order> found = exchange.history().all().stream()
                .filter(order -> !order.isOpen() && isOf(order, form))
                .filter(order -> order.closedMs() >= fromMs && order.openedMs() <= untilMs)
                .sorted(Comparator.comparingLong(Order::closedMs).reversed())
                .toList();
        ObjectNode page = Json.object();
        found.stream()
                .skip(form.whole("ofs", 0))
                .limit(PAGE)
                .forEach(order -> page.set(order.id(), OrderBodies.order(order, form.flag("trades"))));
        ObjectNode body = Json.object();
        body.set("closed", page);
        return body.put("count", found.size());
    }

    private JsonNode query(Form form) {
        String[] ids = form.text("txid").split(",", -1);
        if (!form.has("txid") || ids.length > MOST_QUERIED) {
            throw Refusal.argument("txid");
        }
        ObjectNode body = Json.object();
        for (String id : ids) {
            Order order = exchange.history().byId(id).orElseThrow(() -> new Refusal("EOrder:Invalid order"));
            body.set(id, OrderBodies.order(order, form.flag("trades")));
        }
        return body;
    }

    private JsonNode trades(Form form, long nowMs) {
        long fromMs = form.secondsAsMs("start", 0);
        long untilMs = form.secondsAsMs("end", nowMs);
        List<Trade> found = exchange.settlement().trades().reversed().stream()
                .filter(trade -> trade.atMs() >= fromMs && trade.atMs() <= untilMs)
                .toList();
        ObjectNode page = Json.object();
        found.stream()
                .skip(form.whole("ofs", 0))
                .limit(PAGE)
                .forEach(trade -> page.set(trade.id(), OrderBodies.trade(trade)));
        ObjectNode body = Json.object();
        body.set("trades", page);
        return body.put("count", found.size());
    }
}
