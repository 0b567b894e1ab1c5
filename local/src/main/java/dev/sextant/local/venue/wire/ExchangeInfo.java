package dev.sextant.local.venue.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.venues.sim.instrument.Instrument;
import dev.sextant.venues.sim.instrument.LotFilter;
import java.util.List;

/** The body of {@code /fapi/v1/exchangeInfo}. */
public final class ExchangeInfo {

    private static final long NEVER_DELIVERED_MS = 4_133_404_800_000L;
    private static final long ONBOARDED_MS = 1_569_398_400_000L;

    private ExchangeInfo() {}

    /** One kind of rate limit, as the venue lists it. */
    public record Limit(String type, String interval, int intervalNum, int limit) {}

    public static ObjectNode body(List<Instrument> instruments, List<Limit> limits, long nowMs) {
        ObjectNode json =
                Json.object().put("timezone", "UTC").put("serverTime", nowMs).put("futuresType", "U_MARGINED");
        ArrayNode rateLimits = json.putArray("rateLimits");
        limits.forEach(limit -> rateLimits
                .addObject()
                .put("rateLimitType", limit.type())
                .put("interval", limit.interval())
                .put("intervalNum", limit.intervalNum())
                .put("limit", limit.limit()));
        json.putArray("exchangeFilters");
        ArrayNode assets = json.putArray("assets");
        instruments.stream()
                .map(Instrument::quoteAsset)
                .distinct()
                .forEach(asset -> assets.addObject().put("asset", asset).put("marginAvailable", true));
        ArrayNode symbols = json.putArray("symbols");
        instruments.forEach(instrument -> symbols.add(symbol(instrument)));
        return json;
    }

    private static ObjectNode symbol(Instrument instrument) {
        ObjectNode json = Json.object()
                .put("symbol", instrument.symbol().name())
                .put("pair", instrument.symbol().name())
                .put("contractType", "PERPETUAL")
                .put("deliveryDate", NEVER_DELIVERED_MS)
                .put("onboardDate", ONBOARDED_MS)
                .put("status", "TRADING")
                .put("maintMarginPercent", "2.5000")
                .put("requiredMarginPercent", "5.0000")
                .put("baseAsset", instrument.baseAsset())
                .put("quoteAsset", instrument.quoteAsset())
                .put("marginAsset", instrument.quoteAsset())
                .put("pricePrecision", instrument.pricePrecision())
                .put("quantityPrecision", instrument.quantityPrecision())
                .put("baseAssetPrecision", 8)
                .put("quotePrecision", 8)
                .put("underlyingType", "COIN");
        json.putArray("underlyingSubType");
        json.put("triggerProtect", "0.0500").put("liquidationFee", "0.012500").put("marketTakeBound", "0.05");
        json.set("filters", filters(instrument));
        json.putArray("orderTypes")
                .add("LIMIT")
                .add("MARKET")
                .add("STOP_MARKET")
                .add("TAKE_PROFIT_MARKET");
        json.putArray("timeInForce").add("GTC").add("IOC").add("FOK").add("GTX");
        return json;
    }

    private static ArrayNode filters(Instrument instrument) {
        ArrayNode filters = Json.array();
        filters.addObject()
                .put("filterType", "PRICE_FILTER")
                .put("minPrice", Decimals.plain(instrument.price().minE8()))
                .put("maxPrice", Decimals.plain(instrument.price().maxE8()))
                .put("tickSize", Decimals.price(instrument, instrument.price().tickE8()));
        filters.add(lot("LOT_SIZE", instrument.lot()));
        filters.add(lot("MARKET_LOT_SIZE", instrument.marketLot()));
        filters.addObject().put("filterType", "MAX_NUM_ORDERS").put("limit", instrument.maxOrders());
        filters.addObject()
                .put("filterType", "MIN_NOTIONAL")
                .put("notional", Decimals.plain(instrument.minNotionalE8()));
        filters.addObject()
                .put("filterType", "PERCENT_PRICE")
                .put("multiplierUp", Decimals.perMyriad(instrument.percent().upPerMyriad()))
                .put("multiplierDown", Decimals.perMyriad(instrument.percent().downPerMyriad()))
                .put("multiplierDecimal", "4");
        return filters;
    }

    private static ObjectNode lot(String type, LotFilter lot) {
        return Json.object()
                .put("filterType", type)
                .put("minQty", Decimals.plain(lot.minE8()))
                .put("maxQty", Decimals.plain(lot.maxE8()))
                .put("stepSize", Decimals.plain(lot.stepE8()));
    }
}
