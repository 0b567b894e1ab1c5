package dev.sextant.local.venue.kraken.socket;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.local.venue.kraken.KrakenTexts;
import dev.sextant.local.venue.kraken.account.KrakenExchange;
import dev.sextant.local.venue.kraken.account.Order;
import dev.sextant.local.venue.kraken.account.OrderWish;
import dev.sextant.local.venue.kraken.account.OrderWishes;
import dev.sextant.local.venue.kraken.account.Refusal;
import dev.sextant.local.venue.kraken.account.Right;
import dev.sextant.local.venue.kraken.account.Tokens;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Answers what a private socket is asked, within the market's monitor. */
final class PrivateRequests {

    private static final int PAST_TRADES = 50;

    private static final Set<String> FIELDS = Set.of(
            "symbol",
            "order_type",
            "side",
            "order_qty",
            "limit_price",
            "time_in_force",
            "cl_ord_id",
            "fee_preference",
            "deadline",
            "validate");

    private final KrakenExchange exchange;
    private final OrderWishes wishes;
    private final Tokens tokens;

    PrivateRequests(KrakenExchange exchange, Tokens tokens) {
        this.exchange = exchange;
        this.wishes = new OrderWishes(exchange.listing());
        this.tokens = tokens;
    }

    void answer(Subscriptions from, Request request, long nowMs) {
        if (request.method().equals("ping")) {
            from.send(KrakenTexts.pong(request.id(), nowMs));
            return;
        }
        try {
            requireToken(from, request, nowMs);
            exchange.state().requireAnything();
            switch (request.method()) {
                case "subscribe" -> subscribe(from, request, nowMs);
                case "unsubscribe" -> unsubscribe(from, request, nowMs);
                case "add_order" -> add(from, request, nowMs);
                case "cancel_order" -> cancel(from, request, nowMs);
                case "cancel_all" -> {
                    require(request, Right.CANCEL);
                    grant(from, request, "\"count\":" + exchange.cancelAll(nowMs), nowMs);
                }
                case "cancel_all_orders_after" -> cancelAllAfter(from, request, nowMs);
                default -> throw new Refusal("EGeneral:Unknown method");
            }
        } catch (Refusal e) {
            refuse(from, request, e, nowMs);
        }
    }

    private void requireToken(Subscriptions from, Request request, long nowMs) {
        if (!tokens.opens(request.token(), nowMs) && !from.livesUnder(request.token())) {
            throw new Refusal("ESession:Invalid session");
        }
    }

    private void require(Request request, Right right) {
        if (!tokens.rights(request.token()).contains(right)) {
            throw new Refusal("EGeneral:Permission denied");
        }
    }

    private static void grant(Subscriptions to, Request request, String result, long nowMs) {
        to.send(KrakenTexts.granted(request.method(), result, request.id(), nowMs));
    }

    private static void refuse(Subscriptions to, Request request, Refusal why, long nowMs) {
        to.send(KrakenTexts.refused(request.method(), why.words(), "", request.id(), nowMs));
    }

    private void subscribe(Subscriptions from, Request request, long nowMs) {
        switch (request.text("channel")) {
            case "executions" -> {
                require(request, Right.OPEN_ORDERS);
                String count = request.flag("ratecounter", false)
                        ? ",\"maxratecount\":" + exchange.setup().tier().engineMost()
                        : "";
                grant(from, request, "\"channel\":\"executions\"" + count + ",\"snapshot\":true", nowMs);
                from.begin("executions", request.token());
                from.tell("executions", "snapshot", orders(request), nowMs);
            }
            case "balances" -> {
                require(request, Right.FUNDS);
                grant(from, request, "\"channel\":\"balances\",\"snapshot\":true", nowMs);
                from.begin("balances", request.token());
                if (request.flag("snapshot", true)) {
                    from.tell("balances", "snapshot", balances(), nowMs);
                }
            }
            default -> throw new Refusal("Channel not supported");
        }
    }

    private List<JsonNode> orders(Request request) {
        List<JsonNode> data = new ArrayList<>();
        if (request.flag("snap_orders", true)) {
            exchange.history().open().forEach(order -> data.add(Frames.open(order)));
        }
        if (request.flag("snap_trades", false)) {
            var trades = exchange.settlement().trades();
            trades.subList(Math.max(0, trades.size() - PAST_TRADES), trades.size())
                    .forEach(trade -> data.add(Frames.past(trade)));
        }
        return data;
    }

    private List<JsonNode> balances() {
        List<JsonNode> data = new ArrayList<>();
        exchange.settlement().balances().forEach((asset, balance) -> data.add(Frames.balance(asset, balance)));
        return data;
    }

    private static void unsubscribe(Subscriptions from, Request request, long nowMs) {
        String channel = request.text("channel");
        from.end(channel);
        grant(from, request, "\"channel\":\"" + (channel.equals("balances") ? channel : "executions") + "\"", nowMs);
    }

    private void add(Subscriptions from, Request request, long nowMs) {
        require(request, Right.PLACE);
        OrderWishes.requireKnown(request.shown().keySet(), FIELDS);
        OrderWish wish = wishes.read(
                new OrderWishes.Fields(
                        request.text("symbol"),
                        request.text("order_type"),
                        request.text("side"),
                        request.text("order_qty"),
                        request.text("limit_price"),
                        request.text("time_in_force"),
                        request.text("cl_ord_id"),
                        request.text("fee_preference").equals("base"),
                        request.text("deadline")),
                nowMs);
        String client = wish.clientOrderId().isEmpty() ? "" : "\"cl_ord_id\":\"" + wish.clientOrderId() + "\"";
        if (request.flag("validate", false)) {
            exchange.check(wish, nowMs);
            grant(from, request, client, nowMs);
        } else {
            String id = "\"order_id\":\"" + exchange.place(wish, nowMs).id() + "\"";
            grant(from, request, client.isEmpty() ? id : id + "," + client, nowMs);
        }
    }

    /** One answer for each order. */
    private void cancel(Subscriptions from, Request request, long nowMs) {
        require(request, Right.CANCEL);
        for (String id : request.texts("order_id")) {
            Optional<Order> order = exchange.history().byId(id).filter(Order::isOpen);
            cancel(from, request, order, "\"order_id\":\"", nowMs);
        }
        for (String id : request.texts("cl_ord_id")) {
            cancel(
                    from,
                    request,
                    exchange.history().openByClientId(id),
                    "\"cl_ord_id\":\"" + id + "\",\"order_id\":\"",
                    nowMs);
        }
    }

    private void cancel(Subscriptions from, Request request, Optional<Order> found, String named, long nowMs) {
        try {
            Order order = found.orElseThrow(() -> new Refusal("EOrder:Unknown order"));
            exchange.cancelOne(order, nowMs);
            grant(from, request, named + order.id() + "\"", nowMs);
        } catch (Refusal e) {
            refuse(from, request, e, nowMs);
        }
    }

    private void cancelAllAfter(Subscriptions from, Request request, long nowMs) {
        require(request, Right.CANCEL);
        String timeout = request.text("timeout");
        if (!timeout.matches("[0-9]{1,9}")) {
            throw Refusal.argument("timeout");
        }
        OptionalLong firesAtMs = exchange.deadMan().arm(Long.parseLong(timeout), nowMs);
        String fires = firesAtMs.isPresent() ? seconds(firesAtMs.getAsLong()) : "0";
        grant(from, request, "\"currentTime\":\"" + seconds(nowMs) + "\",\"triggerTime\":\"" + fires + "\"", nowMs);
    }

    private static String seconds(long ms) {
        return Instant.ofEpochMilli(ms).truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
