package dev.sextant.venues.binance.market.rest;

import dev.sextant.domain.market.Symbol;
import dev.sextant.venues.http.JsonFields;
import dev.sextant.venues.http.MalformedJson;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** From {@code exchangeInfo} to {@link ExchangeRules}. One unreadable instrument doesn't hide the others. */
final class ExchangeRulesParser {

    /** Contract types the desk understands; a new one is not traded until it is listed here. */
    private static final Set<String> KNOWN_CONTRACTS = Set.of(
            "PERPETUAL", "CURRENT_MONTH", "NEXT_MONTH", "CURRENT_QUARTER", "NEXT_QUARTER", "PERPETUAL_DELIVERING");

    private static final int MAX_NAME = 40;
    private static final int NO_ORDER_LIMIT = Integer.MAX_VALUE;

    private ExchangeRulesParser() {}

    static ExchangeRules parse(JsonFields info) throws MalformedJson {
        List<InstrumentFilters> instruments = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (JsonFields symbol : info.objects("symbols")) {
            try {
                instruments.add(instrument(symbol));
            } catch (MalformedJson e) {
                unreadable.add(shown(symbol.textOr("symbol", "(no name)")) + ": " + e.getMessage());
            }
        }
        return new ExchangeRules(weightPerMinute(info), instruments, unreadable);
    }

    private static String shown(String name) {
        return name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME) + "…";
    }

    private static int weightPerMinute(JsonFields info) throws MalformedJson {
        for (JsonFields limit : info.objects("rateLimits")) {
            if (limit.textOr("rateLimitType", "").equals("REQUEST_WEIGHT")
                    && limit.textOr("interval", "").equals("MINUTE")
                    && limit.integer("intervalNum") == 1) {
                return (int) Math.min(limit.id("limit"), Integer.MAX_VALUE);
            }
        }
        throw new MalformedJson("field 'rateLimits' names no REQUEST_WEIGHT per MINUTE");
    }

    private static InstrumentFilters instrument(JsonFields symbol) throws MalformedJson {
        List<JsonFields> filters = symbol.objects("filters");
        JsonFields price = filter(filters, "PRICE_FILTER");
        JsonFields lot = filter(filters, "LOT_SIZE");
        JsonFields market = filter(filters, "MARKET_LOT_SIZE");
        JsonFields percent = filter(filters, "PERCENT_PRICE");
        String status = symbol.text("status");
        return new InstrumentFilters(
                name(symbol),
                symbol.text("baseAsset"),
                symbol.text("quoteAsset"),
                status,
                status.equals("TRADING") && KNOWN_CONTRACTS.contains(symbol.text("contractType")),
                price.decimal("tickSize"),
                price.decimal("minPrice"),
                price.decimal("maxPrice"),
                lot.decimal("stepSize"),
                lot.decimal("minQty"),
                lot.decimal("maxQty"),
                market.decimal("stepSize"),
                market.decimal("minQty"),
                market.decimal("maxQty"),
                minNotional(filters),
                maxOpenOrders(filters),
                percent.decimal("multiplierUp"),
                percent.decimal("multiplierDown"));
    }

    private static Symbol name(JsonFields symbol) throws MalformedJson {
        try {
            return new Symbol(symbol.text("symbol"));
        } catch (IllegalArgumentException e) {
            throw new MalformedJson("field 'symbol': " + e.getMessage());
        }
    }

    private static BigDecimal minNotional(List<JsonFields> filters) throws MalformedJson {
        return filter(filters, "MIN_NOTIONAL").decimal("notional");
    }

    private static int maxOpenOrders(List<JsonFields> filters) throws MalformedJson {
        for (JsonFields filter : filters) {
            if (filter.textOr("filterType", "").equals("MAX_NUM_ORDERS")) {
                return (int) Math.min(filter.id("limit"), NO_ORDER_LIMIT);
            }
        }
        return NO_ORDER_LIMIT;
    }

    private static JsonFields filter(List<JsonFields> filters, String type) throws MalformedJson {
        for (JsonFields filter : filters) {
            if (filter.textOr("filterType", "").equals(type)) {
                return filter;
            }
        }
        throw new MalformedJson("field 'filters' has no " + type);
    }
}
