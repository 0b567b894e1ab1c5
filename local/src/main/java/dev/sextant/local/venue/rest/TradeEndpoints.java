package dev.sextant.local.venue.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.time.EpochClock;
import dev.sextant.local.venue.play.MarketFacts;
import dev.sextant.local.venue.play.TradeQuery;
import dev.sextant.local.venue.wire.Json;
import dev.sextant.local.venue.wire.MarketFrames;
import java.util.List;
import java.util.OptionalLong;

/** Aggregate trades, from the same market that the stream tells of; what the stream hasn't sent yet isn't here either. */
final class TradeEndpoints {

    private static final int USUAL_LIMIT = 500;
    private static final int MAX_LIMIT = 1_000;
    private static final int WEIGHT = 20;
    private static final long MAX_SPAN_MS = 3_600_000;
    private static final long LOOK_BACK_MS = 48 * 3_600_000L;

    private final Symbols<MarketFacts> symbols;
    private final EpochClock marketClock;

    TradeEndpoints(Symbols<MarketFacts> symbols, EpochClock marketClock) {
        this.symbols = symbols;
        this.marketClock = marketClock;
    }

    List<Endpoint> endpoints() {
        return List.of(Endpoint.open("/fapi/v1/aggTrades", WEIGHT, this::aggTrades));
    }

    private JsonNode aggTrades(Params params) {
        MarketFacts market = symbols.required(params);
        int limit = params.limit(USUAL_LIMIT, MAX_LIMIT);
        OptionalLong fromId = params.number("fromId");
        OptionalLong startMs = params.number("startTime");
        OptionalLong endMs = params.number("endTime");
        checkWindow(fromId, startMs, endMs);
        TradeQuery query = new TradeQuery(fromId, startMs, endMs, limit);
        ArrayNode rows = Json.array();
        for (AggTrade trade : market.aggTrades(query, marketClock.nowMs())) {
            MarketFrames.putAggTrade(rows.addObject(), market.instrument(), trade);
        }
        return rows;
    }

    private void checkWindow(OptionalLong fromId, OptionalLong startMs, OptionalLong endMs) {
        if (fromId.isPresent() && (startMs.isPresent() || endMs.isPresent())) {
            throw ApiError.badRequest(-1128, "Combination of optional parameters invalid.");
        }
        if (startMs.isPresent() && endMs.isPresent()) {
            long spanMs = endMs.getAsLong() - startMs.getAsLong();
            if (spanMs < 0) {
                throw ApiError.badRequest(-1130, "Data sent for parameter 'endTime' is not valid.");
            }
            if (spanMs > MAX_SPAN_MS) {
                throw ApiError.badRequest(-4165, "Invalid time interval, must be less than one hour.");
            }
        }
        if (startMs.isPresent() && startMs.getAsLong() < marketClock.nowMs() - LOOK_BACK_MS) {
            throw ApiError.badRequest(-4166, "Search window is restricted to recent 2 days only.");
        }
    }
}
