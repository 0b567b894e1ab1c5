package dev.sextant.local.venue.rest;

import static dev.sextant.local.venue.rest.Endpoint.signed;
import static dev.sextant.local.venue.rest.Endpoint.signedWeighted;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.sextant.domain.market.Symbol;
import dev.sextant.local.venue.play.Listed;
import dev.sextant.local.venue.play.VenueCore;
import dev.sextant.local.venue.wire.Json;
import dev.sextant.local.venue.wire.OrderBodies;
import dev.sextant.venues.sim.VenueCommand;
import dev.sextant.venues.sim.algo.AlgoKey;
import dev.sextant.venues.sim.algo.AlgoView;
import dev.sextant.venues.sim.algo.NewAlgoOrder;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Conditional orders. */
final class AlgoEndpoints {

    private final Symbols<?> symbols;
    private final VenueCore core;
    private final OrderGate gate;
    private final PositionMode mode;

    AlgoEndpoints(Symbols<?> symbols, VenueCore core, OrderGate gate, PositionMode mode) {
        this.symbols = symbols;
        this.core = core;
        this.gate = gate;
        this.mode = mode;
    }

    List<Endpoint> endpoints() {
        return List.of(
                signed("POST", "/fapi/v1/algoOrder", 0, this::place).in(Endpoint.Pool.ORDERS),
                signed("GET", "/fapi/v1/algoOrder", 1, this::query),
                signed("DELETE", "/fapi/v1/algoOrder", 1, this::cancel),
                signedWeighted("GET", "/fapi/v1/openAlgoOrders", Answers::listWeight, this::open),
                signed("DELETE", "/fapi/v1/algoOpenOrders", 1, this::cancelAll));
    }

    private JsonNode place(Params params) {
        gate.check();
        Listed market = symbols.required(params);
        NewAlgoOrder order = OrderRequests.algo(params, market.instrument().symbol(), mode);
        AlgoView placed = Answers.await(core.send(new VenueCommand.PlaceAlgo(order)));
        return OrderBodies.newAlgo(placed, market.instrument());
    }

    private JsonNode query(Params params) {
        AlgoKey key = key(params);
        return core.query(state -> state.algo(key))
                .map(this::body)
                .orElseThrow(() -> ApiError.badRequest(-2013, "Order does not exist."));
    }

    private JsonNode body(AlgoView algo) {
        return OrderBodies.algo(algo, symbols.of(algo.request().symbol()).instrument());
    }

    private JsonNode cancel(Params params) {
        AlgoKey key = key(params);
        AlgoView cancelled = Answers.await(core.send(new VenueCommand.CancelAlgo(key)));
        return Json.object()
                .put("algoId", cancelled.algoId())
                .put("clientAlgoId", cancelled.request().clientAlgoId())
                .put("code", "200")
                .put("msg", "success");
    }

    private JsonNode open(Params params) {
        @Nullable Listed market = symbols.optional(params);
        Symbol symbol = market == null ? null : market.instrument().symbol();
        ArrayNode rows = Json.array();
        core.query(state -> state.openAlgos(symbol)).forEach(algo -> rows.add(body(algo)));
        return rows;
    }

    private JsonNode cancelAll(Params params) {
        Symbol symbol = symbols.required(params).instrument().symbol();
        Answers.await(core.send(new VenueCommand.CancelAllAlgos(symbol)));
        return Answers.allCancelled();
    }

    private static AlgoKey key(Params params) {
        OptionalLong algoId = params.number("algoId");
        if (algoId.isPresent()) {
            return new AlgoKey.ById(algoId.getAsLong());
        }
        String clientId = params.text("clientAlgoId");
        if (clientId == null) {
            throw Params.missing("algoId");
        }
        return new AlgoKey.ByClientId(clientId);
    }
}
