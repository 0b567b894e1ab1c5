package dev.sextant.local.venue.rest;

import static dev.sextant.local.venue.rest.Endpoint.signed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.local.venue.play.Listed;
import dev.sextant.local.venue.play.VenueCore;
import dev.sextant.local.venue.wire.AccountBodies;
import dev.sextant.local.venue.wire.Json;
import dev.sextant.venues.sim.SimSettings;
import dev.sextant.venues.sim.VenueQueries;
import dev.sextant.venues.sim.event.PositionView;
import dev.sextant.venues.sim.instrument.Instrument;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Balance, positions and the account's settings: one-way mode, cross margin, one quote asset. */
final class AccountEndpoints {

    private static final String MAX_NOTIONAL = "10000000";

    private final Symbols<?> symbols;
    private final VenueCore core;
    private final SimSettings settings;
    private final PositionMode mode;

    AccountEndpoints(Symbols<?> symbols, VenueCore core, SimSettings settings, PositionMode mode) {
        this.mode = mode;
        this.symbols = symbols;
        this.core = core;
        this.settings = settings;
    }

    List<Endpoint> endpoints() {
        return List.of(
                signed("GET", "/fapi/v3/balance", 5, _ -> balance()),
                signed("GET", "/fapi/v3/account", 5, _ -> account()),
                signed("GET", "/fapi/v3/positionRisk", 5, this::positionRisk),
                signed(
                        "GET",
                        "/fapi/v1/positionSide/dual",
                        30,
                        _ -> Json.object().put("dualSidePosition", mode.isHedge())),
                signed("POST", "/fapi/v1/positionSide/dual", 1, this::changeMode),
                signed("GET", "/fapi/v1/symbolConfig", 5, this::symbolConfig),
                signed("GET", "/fapi/v1/accountConfig", 5, _ -> accountConfig()),
                signed("GET", "/fapi/v1/commissionRate", 20, this::commissionRate),
                signed("GET", "/fapi/v1/income", 30, new Income(core, asset())::rows));
    }

    private String asset() {
        return settings.instruments().getFirst().quoteAsset();
    }

    private AccountBodies bodies(VenueQueries state) {
        return new AccountBodies(state, settings.leverage());
    }

    /** As the exchange: not while anything is open, and not to what it is. */
    private JsonNode changeMode(Params params) {
        params.required("dualSidePosition");
        boolean hedge = params.flag("dualSidePosition");
        if (hedge == mode.isHedge()) {
            throw ApiError.badRequest(-4059, "No need to change position side.");
        }
        if (core.query(state ->
                !state.openOrders(null).isEmpty() || !state.openAlgos(null).isEmpty())) {
            throw ApiError.badRequest(-4067, "Position side cannot be changed if there exists open orders.");
        }
        if (core.query(state -> state.positions().stream().anyMatch(position -> position.qtyE8() != 0))) {
            throw ApiError.badRequest(-4068, "Position side cannot be changed if there exists position.");
        }
        mode.set(hedge);
        return Json.object().put("code", 200).put("msg", "success");
    }

    private JsonNode balance() {
        return core.query(state -> Json.array().add(bodies(state).balance(asset(), core.nowMs())));
    }

    private JsonNode account() {
        return core.query(state -> bodies(state).account(asset(), core.nowMs()));
    }

    /** Only symbols with a position or an open order. */
    private JsonNode positionRisk(Params params) {
        @Nullable Listed market = symbols.optional(params);
        return core.query(state -> {
            ArrayNode rows = Json.array();
            instruments(market)
                    .filter(instrument -> isActive(state, instrument))
                    .forEach(instrument -> {
                        PositionView position = state.position(instrument.symbol());
                        rows.add(bodies(state).positionRisk(position, instrument));
                    });
            return rows;
        });
    }

    private Stream<Instrument> instruments(@Nullable Listed market) {
        return market == null ? settings.instruments().stream() : Stream.of(market.instrument());
    }

    private static boolean isActive(VenueQueries state, Instrument instrument) {
        return state.position(instrument.symbol()).qtyE8() != 0
                || !state.openOrders(instrument.symbol()).isEmpty();
    }

    private JsonNode symbolConfig(Params params) {
        ArrayNode rows = Json.array();
        instruments(symbols.optional(params))
                .map(instrument -> Json.object()
                        .put("symbol", instrument.symbol().name())
                        .put("marginType", "CROSSED")
                        .put("isAutoAddMargin", false)
                        .put("leverage", settings.leverage())
                        .put("maxNotionalValue", MAX_NOTIONAL))
                .forEach(rows::add);
        return rows;
    }

    private JsonNode accountConfig() {
        return Json.object()
                .put("feeTier", 0)
                .put("canTrade", true)
                .put("canDeposit", true)
                .put("canWithdraw", true)
                .put("dualSidePosition", mode.isHedge())
                .put("updateTime", 0)
                .put("multiAssetsMargin", false)
                .put("tradeGroupId", -1);
    }

    private JsonNode commissionRate(Params params) {
        ObjectNode json = Json.object();
        return json.put("symbol", symbols.required(params).instrument().symbol().name())
                .put("makerCommissionRate", settings.fees().rate(true).toPlainString())
                .put("takerCommissionRate", settings.fees().rate(false).toPlainString())
                .put("rpiCommissionRate", "0");
    }
}
