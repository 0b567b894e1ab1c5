package dev.sextant.venues.kraken.trade.socket;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.Price;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.Side;
import dev.sextant.venues.http.JsonFields;
import dev.sextant.venues.http.MalformedJson;
import dev.sextant.venues.kraken.feed.Wire;
import dev.sextant.venues.kraken.feed.WireTime;
import dev.sextant.venues.kraken.trade.VenueId;
import dev.sextant.venues.kraken.trade.socket.Execution.ExecType;
import dev.sextant.venues.kraken.trade.socket.Execution.OrderStatus;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Reads entries of {@code executions}. */
final class ExecutionReader {

    private ExecutionReader() {}

    static Execution read(JsonFields json) throws MalformedJson {
        ExecType type = type(json.text("exec_type"));
        return new Execution(
                VenueId.required("order_id", json.text("order_id")),
                type,
                json.has("order_status") ? Optional.of(status(json.text("order_status"))) : Optional.empty(),
                json.has("cl_ord_id") ? Optional.of(Wire.shown(json.text("cl_ord_id"))) : Optional.empty(),
                json.has("symbol") ? Optional.of(symbol(json)) : Optional.empty(),
                json.has("side") ? Optional.of(side(json.text("side"))) : Optional.empty(),
                amount(json, "order_qty"),
                amount(json, "cum_qty"),
                type == ExecType.TRADE ? trade(json) : Optional.empty(),
                Wire.shown(json.textOr("reason", "")),
                WireTime.micros(json, "timestamp"));
    }

    private static Symbol symbol(JsonFields json) throws MalformedJson {
        Symbol symbol = Wire.symbol(json);
        if (symbol.name().indexOf('/') < 1) {
            throw MalformedJson.field("symbol", symbol, "two assets with a slash between");
        }
        return symbol;
    }

    /** Nothing when part of what booking needs is left out, or when more than one asset paid the fee. */
    private static Optional<ExecutedTrade> trade(JsonFields json) throws MalformedJson {
        boolean whole = json.has("exec_id")
                && json.has("last_price")
                && json.has("last_qty")
                && json.has("liquidity_ind")
                && json.has("fees");
        List<JsonFields> fees = whole ? json.objects("fees") : List.of();
        if (!whole || fees.size() > 1) {
            return Optional.empty();
        }
        return Optional.of(new ExecutedTrade(
                VenueId.required("exec_id", json.text("exec_id")),
                new Price(Wire.positive(json, "last_price")),
                new Quantity(Wire.positive(json, "last_qty")),
                maker(json.text("liquidity_ind")),
                fees.isEmpty() ? BigDecimal.ZERO : fees.getFirst().number("qty"),
                fees.isEmpty() ? "" : Wire.shown(fees.getFirst().text("asset"))));
    }

    private static boolean maker(String word) throws MalformedJson {
        return switch (word) {
            case "m" -> true;
            case "t" -> false;
            default -> throw MalformedJson.field("liquidity_ind", "'" + word + "'", "m or t");
        };
    }

    private static Optional<BigDecimal> amount(JsonFields json, String name) throws MalformedJson {
        return json.has(name) ? Optional.of(Wire.notNegative(json, name)) : Optional.empty();
    }

    private static Side side(String word) throws MalformedJson {
        return switch (word) {
            case "buy" -> Side.BUY;
            case "sell" -> Side.SELL;
            default -> throw MalformedJson.field("side", "'" + word + "'", "buy or sell");
        };
    }

    private static ExecType type(String word) {
        return switch (word) {
            case "pending_new" -> ExecType.PENDING_NEW;
            case "new" -> ExecType.NEW;
            case "trade" -> ExecType.TRADE;
            case "filled" -> ExecType.FILLED;
            case "iceberg_refill" -> ExecType.ICEBERG_REFILL;
            case "canceled" -> ExecType.CANCELED;
            case "expired" -> ExecType.EXPIRED;
            case "amended" -> ExecType.AMENDED;
            case "restated" -> ExecType.RESTATED;
            case "status" -> ExecType.STATUS;
            default -> ExecType.OTHER;
        };
    }

    private static OrderStatus status(String word) throws MalformedJson {
        return switch (word) {
            case "pending_new" -> OrderStatus.PENDING_NEW;
            case "new" -> OrderStatus.NEW;
            case "partially_filled" -> OrderStatus.PARTIALLY_FILLED;
            case "filled" -> OrderStatus.FILLED;
            case "canceled" -> OrderStatus.CANCELED;
            case "expired" -> OrderStatus.EXPIRED;
            default -> throw MalformedJson.field("order_status", "'" + word + "'", "an order status");
        };
    }
}
