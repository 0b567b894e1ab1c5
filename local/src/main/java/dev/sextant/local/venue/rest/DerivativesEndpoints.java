package dev.sextant.local.venue.rest;

import static dev.sextant.local.venue.rest.Endpoint.open;
import static dev.sextant.local.venue.rest.Endpoint.openWeighted;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.domain.time.EpochClock;
import dev.sextant.local.venue.play.MarketFacts;
import dev.sextant.local.venue.synthetic.MarkReading;
import dev.sextant.local.venue.synthetic.SyntheticFunding;
import dev.sextant.local.venue.wire.Decimals;
import dev.sextant.local.venue.wire.Json;
import dev.sextant.venues.sim.instrument.Quote;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Mark price, funding, open interest and ratios: all made up, all in the venue's shape. */
final class DerivativesEndpoints {

    private static final Map<String, Long> PERIOD_MINUTES = Map.of(
            "5m", 5L, "15m", 15L, "30m", 30L, "1h", 60L, "2h", 120L, "4h", 240L, "6h", 360L, "12h", 720L, "1d", 1_440L);
    private static final long MINUTE_MS = 60_000;
    /** The venue publishes statistics a little after their period ends. */
    private static final long PUBLISHED_AFTER_MS = 2 * MINUTE_MS;

    private static final long HISTORY_MS = 30 * 1_440 * MINUTE_MS;
    private static final int MAX_STATISTICS = 500;
    private static final int MAX_FUNDING = 1_000;
    private static final String INTEREST_RATE = "0.00010000";

    private final Symbols<MarketFacts> symbols;
    private final EpochClock marketClock;

    DerivativesEndpoints(Symbols<MarketFacts> symbols, EpochClock marketClock) {
        this.symbols = symbols;
        this.marketClock = marketClock;
    }

    List<Endpoint> endpoints() {
        return List.of(
                openWeighted("/fapi/v1/premiumIndex", p -> p.text("symbol") == null ? 10 : 1, this::premiumIndex),
                open("/fapi/v1/fundingRate", 0, this::fundingRate).in(Endpoint.Pool.FUNDING),
                open("/fapi/v1/openInterest", 1, this::openInterest),
                statistics("openInterestHist", this::putOpenInterest),
                statistics(
                        "globalLongShortAccountRatio",
                        (row, at) -> putRatio(row, at.market().longAccountsPerMyriad(at.timeMs()))),
                statistics(
                        "topLongShortPositionRatio",
                        (row, at) -> putRatio(row, at.market().topLongPositionsPerMyriad(at.timeMs()))));
    }

    private JsonNode premiumIndex(Params params) {
        return symbols.oneOrAll(params, market -> {
            MarkReading mark = market.mark(marketClock.nowMs());
            return Json.object()
                    .put("symbol", market.instrument().symbol().name())
                    .put("markPrice", Decimals.eight(mark.markE8()))
                    .put("indexPrice", Decimals.eight(mark.indexE8()))
                    .put("estimatedSettlePrice", Decimals.eight(mark.indexE8()))
                    .put("lastFundingRate", Decimals.eight(mark.fundingRateE8()))
                    .put("interestRate", INTEREST_RATE)
                    .put("nextFundingTime", mark.nextFundingMs())
                    .put("time", mark.timeMs());
        });
    }

    private JsonNode fundingRate(Params params) {
        int limit = params.limit(100, MAX_FUNDING);
        long nowMs = marketClock.nowMs();
        MarketFacts market = symbols.required(params);
        long startMs = Math.max(
                market.knownFromMs(), params.number("startTime").orElse(nowMs - 100 * SyntheticFunding.INTERVAL_MS));
        long endMs = Math.min(nowMs, params.number("endTime").orElse(nowMs));
        ArrayNode rows = Json.array();
        long firstMs = Math.ceilDiv(startMs, SyntheticFunding.INTERVAL_MS) * SyntheticFunding.INTERVAL_MS;
        for (long atMs = firstMs; atMs <= endMs && rows.size() < limit; atMs += SyntheticFunding.INTERVAL_MS) {
            rows.addObject()
                    .put("symbol", market.instrument().symbol().name())
                    .put("fundingRate", Decimals.eight(market.fundingRateE8(atMs)))
                    .put("fundingTime", atMs)
                    .put("markPrice", Decimals.eight(market.mark(atMs).markE8()));
        }
        return rows;
    }

    private JsonNode openInterest(Params params) {
        MarketFacts market = symbols.required(params);
        long nowMs = marketClock.nowMs();
        return Json.object()
                .put("openInterest", Decimals.qty(market.instrument(), market.openInterestE8(nowMs)))
                .put("symbol", market.instrument().symbol().name())
                .put("time", nowMs);
    }

    /** A moment of one market. */
    private record At(MarketFacts market, long timeMs) {}

    private Endpoint statistics(String name, BiConsumer<ObjectNode, At> values) {
        return open("/futures/data/" + name, 0, params -> statisticRows(params, values))
                .in(Endpoint.Pool.STATISTICS);
    }

    private JsonNode statisticRows(Params params, BiConsumer<ObjectNode, At> values) {
        MarketFacts market = symbols.required(params);
        Long minutes = PERIOD_MINUTES.get(params.required("period"));
        if (minutes == null) {
            throw Params.invalid("period");
        }
        long periodMs = minutes * MINUTE_MS;
        int limit = params.limit(30, MAX_STATISTICS);
        long nowMs = marketClock.nowMs();
        long endMs =
                Math.min(nowMs - PUBLISHED_AFTER_MS, params.number("endTime").orElse(Long.MAX_VALUE));
        long lastMs = Math.floorDiv(endMs, periodMs) * periodMs;
        long knownMs = Math.max(nowMs - HISTORY_MS, market.knownFromMs());
        long startMs = Math.max(knownMs, params.number("startTime").orElse(Long.MIN_VALUE));
        long firstMs = Math.max(lastMs - (limit - 1) * periodMs, Math.ceilDiv(startMs, periodMs) * periodMs);
        ArrayNode rows = Json.array();
        for (long atMs = firstMs; atMs <= lastMs; atMs += periodMs) {
            ObjectNode row =
                    rows.addObject().put("symbol", market.instrument().symbol().name());
            values.accept(row, new At(market, atMs));
            row.put("timestamp", atMs);
        }
        return rows;
    }

    private void putOpenInterest(ObjectNode row, At at) {
        long interestE8 = at.market().openInterestE8(at.timeMs());
        long valueE8 = Quote.valueE8(at.market().mark(at.timeMs()).markE8(), interestE8);
        row.put("sumOpenInterest", Decimals.eight(interestE8));
        row.put("sumOpenInterestValue", Decimals.eight(valueE8));
        row.put("CMCCirculatingSupply", "0");
    }

    private void putRatio(ObjectNode row, int longPerMyriad) {
        int shortPerMyriad = 10_000 - longPerMyriad;
        row.put("longShortRatio", Decimals.perMyriad(Math.round(10_000.0 * longPerMyriad / shortPerMyriad)));
        row.put("longAccount", Decimals.perMyriad(longPerMyriad));
        row.put("shortAccount", Decimals.perMyriad(shortPerMyriad));
    }
}
