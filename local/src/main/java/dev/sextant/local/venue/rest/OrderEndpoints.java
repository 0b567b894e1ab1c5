package dev.sextant.local.venue.rest;

import static dev.sextant.local.venue.rest.Endpoint.signed;
import static dev.sextant.local.venue.rest.Endpoint.signedWeighted;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.sextant.domain.market.Symbol;
import dev.sextant.local.venue.faults.Faults;
import dev.sextant.local.venue.play.Listed;
import dev.sextant.local.venue.play.VenueCore;
import dev.sextant.local.venue.wire.Json;
import dev.sextant.local.venue.wire.OrderBodies;
import dev.sextant.venues.sim.VenueCommand;
import dev.sextant.venues.sim.order.Fill;
import dev.sextant.venues.sim.order.NewOrder;
import dev.sextant.venues.sim.order.OrderKey;
import dev.sextant.venues.sim.order.OrderView;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Regular orders and own trades. */
final class OrderEndpoints {

    private static final int USUAL_TRADES = 500;
    private static final int MAX_TRADES = 1_000;

    private final Symbols<?> symbols;
    private final VenueCore core;
    private final OrderGate gate;
    private final PositionMode mode;
    private final Faults faults;

    OrderEndpoints(Symbols<?> symbols, VenueCore core, OrderGate gate, PositionMode mode, Faults faults) {
        this.symbols = symbols;
        this.core = core;
        this.gate = gate;
        this.mode = mode;
        this.faults = faults;
    }

    List<Endpoint> endpoints() {
        return List.of(
                signed("POST", "/fapi/v1/order", 0, this::place).in(Endpoint.Pool.ORDERS),
                signed("GET", "/fapi/v1/order", 1, this::query),
                signed("DELETE", "/fapi/v1/order", 1, this::cancel),
                signedWeighted("GET", "/fapi/v1/openOrders", Answers::listWeight, this::openOrders),
                signed("DELETE", "/fapi/v1/allOpenOrders", 1, this::cancelAll),
                signed("GET", "/fapi/v1/userTrades", 5, this::userTrades));
    }

    private JsonNode place(Params params) {
        gate.check();
        Listed market = symbols.required(params);
        NewOrder order = OrderRequests.order(params, market.instrument().symbol(), mode);
        boolean wantsResult = OrderRequests.wantsResult(params);
        OrderView placed = Answers.await(core.send(new VenueCommand.Place(order)));
        return wantsResult
                ? OrderBodies.order(placed, market.instrument())
                : OrderBodies.acknowledgement(placed, market.instrument());
    }

    private JsonNode cancel(Params params) {
        Listed market = symbols.required(params);
        Symbol symbol = market.instrument().symbol();
        OrderKey key = key(params);
        OrderView cancelled = Answers.await(core.send(new VenueCommand.Cancel(symbol, key)));
        return OrderBodies.order(cancelled, market.instrument());
    }

    private JsonNode cancelAll(Params params) {
        Symbol symbol = symbols.required(params).instrument().symbol();
        Answers.await(core.send(new VenueCommand.CancelAll(symbol)));
        return Answers.allCancelled();
    }

    private JsonNode query(Params params) {
        Listed market = symbols.required(params);
        OrderKey key = key(params);
        return core.query(state -> state.order(market.instrument().symbol(), key))
                .filter(this::isVisible)
                .map(order -> OrderBodies.queried(order, market.instrument()))
                .orElseThrow(() -> ApiError.badRequest(-2013, "Order does not exist."));
    }

    private boolean isVisible(OrderView order) {
        return !faults.isHidden(order, core.nowMs() - order.placedAtMs());
    }

    private JsonNode openOrders(Params params) {
        @Nullable Listed market = symbols.optional(params);
        Symbol symbol = market == null ? null : market.instrument().symbol();
        ArrayNode rows = Json.array();
        core.query(state -> state.openOrders(symbol)).stream()
                .filter(this::isVisible)
                .forEach(order -> rows.add(
                        OrderBodies.queried(order, symbols.of(order.symbol()).instrument())));
        return rows;
    }

    private static OrderKey key(Params params) {
        OptionalLong orderId = params.number("orderId");
        if (orderId.isPresent()) {
            return new OrderKey.ById(orderId.getAsLong());
        }
        String clientId = params.text("origClientOrderId");
        if (clientId == null) {
            throw Params.missing("orderId");
        }
        return new OrderKey.ByClientId(clientId);
    }

    private JsonNode userTrades(Params params) {
        Listed market = symbols.required(params);
        int limit = params.limit(USUAL_TRADES, MAX_TRADES);
        OptionalLong orderId = params.number("orderId");
        OptionalLong fromId = params.number("fromId");
        long startMs = params.number("startTime").orElse(Long.MIN_VALUE);
        long endMs = params.number("endTime").orElse(Long.MAX_VALUE);
        List<Fill> fills = core.query(state -> List.copyOf(state.fills())).stream()
                .filter(fill -> fill.symbol().equals(market.instrument().symbol())
                        && (orderId.isEmpty() || fill.orderId() == orderId.getAsLong())
                        && fill.tradeId() >= fromId.orElse(Long.MIN_VALUE)
                        && fill.timeMs() >= startMs
                        && fill.timeMs() <= endMs)
                .toList();
        boolean fromTheStart = fromId.isPresent() || params.text("startTime") != null;
        int skipped = fromTheStart ? 0 : Math.max(0, fills.size() - limit);
        ArrayNode rows = Json.array();
        fills.stream()
                .skip(skipped)
                .limit(limit)
                .forEach(fill -> rows.add(OrderBodies.userTrade(fill, market.instrument())));
        return rows;
    }
}
