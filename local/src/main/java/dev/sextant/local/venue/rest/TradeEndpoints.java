package dev.sextant.local.venue.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.sextant.domain.time.EpochClock;
import dev.sextant.local.venue.capture.TimedAggTrade;
import dev.sextant.local.venue.play.MarketFacts;
import dev.sextant.local.venue.wire.Json;
import dev.sextant.local.venue.wire.MarketFrames;
import java.util.List;
import java.util.OptionalLong;

/** Aggregate trades, from the same list the stream sends; what the stream hasn't sent yet isn't here either. */
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
        List<TimedAggTrade> known = market.aggTradesUpTo(marketClock.nowMs());
        List<TimedAggTrade> wanted = known.stream()
                .filter(t -> t.trade().aggId() >= fromId.orElse(Long.MIN_VALUE)
                        && t.trade().tradeTimeMs() >= startMs.orElse(Long.MIN_VALUE)
                        && t.trade().tradeTimeMs() <= endMs.orElse(Long.MAX_VALUE))
                .toList();
        boolean fromTheStart = fromId.isPresent() || startMs.isPresent();
        int size = wanted.size();
        List<TimedAggTrade> page = fromTheStart
                ? wanted.subList(0, Math.min(limit, size))
                : wanted.subList(Math.max(0, size - limit), size);
        ArrayNode rows = Json.array();
        page.forEach(t -> MarketFrames.putAggTrade(rows.addObject(), market.instrument(), t.trade()));
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
