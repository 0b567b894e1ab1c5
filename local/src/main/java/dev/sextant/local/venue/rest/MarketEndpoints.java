package dev.sextant.local.venue.rest;

import static dev.sextant.local.venue.rest.Endpoint.open;
import static dev.sextant.local.venue.rest.Endpoint.openWeighted;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.local.venue.play.Listed;
import dev.sextant.local.venue.play.VenueCore;
import dev.sextant.local.venue.wire.Decimals;
import dev.sextant.local.venue.wire.ExchangeInfo;
import dev.sextant.local.venue.wire.Json;
import dev.sextant.local.venue.wire.MarketFrames;
import dev.sextant.venues.sim.VenueQueries;
import dev.sextant.venues.sim.book.DepthBook;
import dev.sextant.venues.sim.book.Level;
import dev.sextant.venues.sim.book.Liquidity;
import dev.sextant.venues.sim.instrument.Instrument;
import dev.sextant.venues.sim.order.Side;
import java.util.List;
import java.util.Set;

/** Time, rules and the book. */
final class MarketEndpoints {

    private static final Set<Integer> DEPTH_LIMITS = Set.of(5, 10, 20, 50, 100, 500, 1_000);
    private static final int USUAL_DEPTH = 500;

    private final Symbols<?> symbols;
    private final VenueCore core;
    private final LimitRules limits;

    MarketEndpoints(Symbols<?> symbols, VenueCore core, LimitRules limits) {
        this.symbols = symbols;
        this.core = core;
        this.limits = limits;
    }

    List<Endpoint> endpoints() {
        return List.of(
                open("/fapi/v1/ping", 1, _ -> Json.object()),
                open("/fapi/v1/time", 1, _ -> Json.object().put("serverTime", core.nowMs())),
                open("/fapi/v1/exchangeInfo", 1, _ -> exchangeInfo()),
                openWeighted("/fapi/v1/depth", MarketEndpoints::depthWeight, this::depth),
                openWeighted("/fapi/v1/ticker/bookTicker", p -> p.text("symbol") == null ? 5 : 2, this::bookTicker));
    }

    private JsonNode exchangeInfo() {
        return ExchangeInfo.body(core.query(VenueQueries::instruments), limits.listed(), core.nowMs());
    }

    private static int depthWeight(Params params) {
        int limit = params.limit(USUAL_DEPTH, 1_000);
        if (limit <= 50) {
            return 2;
        }
        return limit <= 100 ? 5 : limit <= 500 ? 10 : 20;
    }

    private JsonNode depth(Params params) {
        Listed market = symbols.required(params);
        int limit = params.limit(USUAL_DEPTH, 1_000);
        if (!DEPTH_LIMITS.contains(limit)) {
            throw Params.invalid("limit");
        }
        return core.query(state -> snapshot(state, market.instrument(), limit));
    }

    /** The replayed book as the diff stream tells it; our own fills don't show in it. */
    private JsonNode snapshot(VenueQueries state, Instrument instrument, int limit) {
        DepthBook book = state.liquidity(instrument.symbol()).book();
        MarketFrames frames = new MarketFrames(instrument);
        ObjectNode json = Json.object()
                .put("lastUpdateId", book.lastUpdateId())
                .put("E", core.nowMs())
                .put("T", Math.min(book.transactTimeMs(), core.nowMs()));
        json.set("bids", frames.levels(best(book, Side.BUY, limit)));
        json.set("asks", frames.levels(best(book, Side.SELL, limit)));
        return json;
    }

    private static List<Level> best(DepthBook book, Side side, int limit) {
        return book.levels(side).entrySet().stream()
                .limit(limit)
                .map(level -> new Level(level.getKey(), level.getValue()))
                .toList();
    }

    private JsonNode bookTicker(Params params) {
        return symbols.oneOrAll(params, market -> core.query(state -> ticker(state, market.instrument())));
    }

    private JsonNode ticker(VenueQueries state, Instrument instrument) {
        Liquidity liquidity = state.liquidity(instrument.symbol());
        ObjectNode json = Json.object().put("symbol", instrument.symbol().name());
        for (Side side : Side.values()) {
            long priceE8 = liquidity.bestPriceE8(side);
            String name = side == Side.BUY ? "bid" : "ask";
            json.put(name + "Price", Decimals.price(instrument, priceE8));
            json.put(name + "Qty", Decimals.qty(instrument, liquidity.displayedE8(side, priceE8)));
        }
        long updateId = liquidity.top() == null
                ? liquidity.book().lastUpdateId()
                : Math.max(liquidity.top().updateId(), liquidity.book().lastUpdateId());
        return json.put("time", core.nowMs()).put("lastUpdateId", updateId);
    }
}
