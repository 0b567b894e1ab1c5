package dev.sextant.venues.binance.trade;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.Price;
import dev.sextant.domain.order.Fill;
import dev.sextant.domain.order.Side;
import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.venues.binance.trade.RepeatableCalls.Call;
import dev.sextant.venues.binance.trade.RequestBudget.Priority;
import dev.sextant.venues.binance.trade.RequestFactory.Method;
import java.time.Duration;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Our executions since a time, all pages. The first trade is looked for by time, in windows the venue allows; from there
 * on pages follow by trade id, which no time can split. The two are never mixed in one request.
 */
final class FillHistory {

    private static final int PAGE = 1_000;
    private static final int WEIGHT = 5;
    private static final long WINDOW_MS = Duration.ofDays(7).toMillis() - 1;
    private static final long KEPT_MS = Duration.ofDays(90).toMillis();

    private final RepeatableCalls calls;
    private final VenueClock clock;

    FillHistory(RepeatableCalls calls, VenueClock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    List<Fill> since(Symbol symbol, long sinceMs) throws VenueUnavailableException {
        long nowMs = clock.nowMs();
        if (sinceMs < nowMs - KEPT_MS) {
            throw new VenueUnavailableException("fills of " + symbol + " since " + sinceMs
                    + ": the venue keeps three months, ask for " + (nowMs - KEPT_MS) + " or later");
        }
        // A fill of just now may be stamped a little later than what this clock takes for the venue's time.
        long untilMs = Math.max(nowMs, sinceMs);
        NavigableMap<Long, Fill> fills = new TreeMap<>();
        boolean complete = false;
        for (long startMs = sinceMs; startMs <= untilMs && fills.isEmpty(); startMs += WINDOW_MS + 1) {
            int rows = addPage(fills, byTime(symbol, startMs), symbol);
            complete = rows < PAGE && startMs + WINDOW_MS >= untilMs;
        }
        while (!complete && !fills.isEmpty()) {
            long lastId = fills.lastKey();
            int rows = addPage(fills, byId(symbol, lastId + 1), symbol);
            complete = rows < PAGE;
            if (!complete && fills.lastKey() == lastId) {
                throw new VenueUnavailableException(
                        "fills of " + symbol + ": the venue repeats trades up to " + lastId + " instead of going on");
            }
        }
        return fills.values().stream()
                .filter(fill -> fill.filledAtMs() >= sinceMs)
                .toList();
    }

    private static Parameters byTime(Symbol symbol, long startMs) {
        return new Parameters()
                .with("symbol", symbol.name())
                .with("startTime", startMs)
                .with("endTime", startMs + WINDOW_MS);
    }

    private static Parameters byId(Symbol symbol, long fromId) {
        return new Parameters().with("symbol", symbol.name()).with("fromId", fromId);
    }

    /** Adds a page, once per trade id, and says how many rows it had. */
    private int addPage(NavigableMap<Long, Fill> fills, Parameters parameters, Symbol symbol)
            throws VenueUnavailableException {
        Parameters page = parameters.with("limit", PAGE);
        try {
            JsonNode rows = VenueJson.list(
                    calls.read(new Call(Method.GET, "/fapi/v1/userTrades", page, WEIGHT, Priority.RECONCILIATION)));
            for (JsonNode row : rows) {
                fills.putIfAbsent(VenueJson.whole(row, "id"), fill(row, symbol));
            }
            return rows.size();
        } catch (MalformedAnswerException e) {
            throw new VenueUnavailableException("fills of " + symbol + ": " + e.getMessage(), e);
        }
    }

    static Fill fill(JsonNode row, Symbol symbol) throws MalformedAnswerException {
        if (!VenueJson.symbol(row).equals(symbol)) {
            throw VenueJson.wrong("symbol", row.path("symbol"), symbol.name());
        }
        return new Fill(
                symbol,
                Long.toString(VenueJson.whole(row, "id")),
                Long.toString(VenueJson.whole(row, "orderId")),
                side(row, "side"),
                price(row),
                VenueJson.quantity(row, "qty"),
                VenueJson.decimal(row, "commission"),
                VenueJson.text(row, "commissionAsset"),
                VenueJson.flag(row, "maker"),
                VenueJson.whole(row, "time"));
    }

    static Side side(JsonNode row, String field) throws MalformedAnswerException {
        return switch (VenueJson.text(row, field)) {
            case "BUY" -> Side.BUY;
            case "SELL" -> Side.SELL;
            default -> throw VenueJson.wrong(field, row.path(field), "BUY or SELL");
        };
    }

    private static Price price(JsonNode row) throws MalformedAnswerException {
        if (VenueJson.decimal(row, "price").signum() <= 0) {
            throw VenueJson.wrong("price", row.path("price"), "a price above 0");
        }
        return new Price(VenueJson.decimal(row, "price"));
    }
}
