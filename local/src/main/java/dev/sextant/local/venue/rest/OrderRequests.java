package dev.sextant.local.venue.rest;

import dev.sextant.domain.market.Symbol;
import dev.sextant.venues.sim.algo.AlgoType;
import dev.sextant.venues.sim.algo.NewAlgoOrder;
import dev.sextant.venues.sim.algo.WorkingType;
import dev.sextant.venues.sim.order.NewOrder;
import dev.sextant.venues.sim.order.OrderType;
import dev.sextant.venues.sim.order.Side;
import dev.sextant.venues.sim.order.TimeInForce;

/** Order parameters turned into requests of the matching core. */
final class OrderRequests {

    private OrderRequests() {}

    static NewOrder order(Params params, Symbol symbol, PositionMode mode) {
        Side side = side(params);
        OrderType type = orderType(params);
        mode.check(params);
        params.unwanted("stopPrice");
        params.unwanted("closePosition");
        boolean limit = type == OrderType.LIMIT;
        if (!limit) {
            params.unwanted("price");
        }
        return new NewOrder(
                symbol,
                side,
                type,
                limit ? timeInForce(params) : TimeInForce.GTC,
                params.requiredE8("quantity"),
                limit ? params.requiredE8("price") : 0,
                params.flag("reduceOnly"),
                params.clientId("newClientOrderId"),
                Security.validUntilMs(params));
    }

    static NewAlgoOrder algo(Params params, Symbol symbol, PositionMode mode) {
        if (!params.required("algoType").equals("CONDITIONAL")) {
            throw Params.invalid("algoType");
        }
        Side side = side(params);
        AlgoType type = algoType(params);
        mode.check(params);
        boolean closePosition = params.flag("closePosition");
        if (closePosition) {
            params.unwanted("reduceOnly");
        }
        boolean hasQuantity = params.text("quantity") != null;
        return new NewAlgoOrder(
                symbol,
                side,
                type,
                workingType(params),
                params.requiredE8("triggerPrice"),
                closePosition && !hasQuantity ? 0 : params.requiredE8("quantity"),
                closePosition,
                params.flag("reduceOnly"),
                params.flag("priceProtect"),
                params.clientId("clientAlgoId"),
                Security.validUntilMs(params));
    }

    static boolean wantsResult(Params params) {
        String type = params.text("newOrderRespType");
        return switch (type == null ? "ACK" : type) {
            case "ACK" -> false;
            case "RESULT" -> true;
            default -> throw Params.invalid("newOrderRespType");
        };
    }

    private static Side side(Params params) {
        return switch (params.required("side")) {
            case "BUY" -> Side.BUY;
            case "SELL" -> Side.SELL;
            default -> throw ApiError.badRequest(-1117, "Invalid side.");
        };
    }

    private static OrderType orderType(Params params) {
        return switch (params.required("type")) {
            case "LIMIT" -> OrderType.LIMIT;
            case "MARKET" -> OrderType.MARKET;
            case "STOP", "STOP_MARKET", "TAKE_PROFIT", "TAKE_PROFIT_MARKET", "TRAILING_STOP_MARKET" ->
                throw ApiError.badRequest(
                        -4120,
                        "Order type not supported for this endpoint."
                                + " Please use the Algo Order API endpoints instead.");
            default -> throw ApiError.badRequest(-1116, "Invalid orderType.");
        };
    }

    private static AlgoType algoType(Params params) {
        return switch (params.required("type")) {
            case "STOP_MARKET" -> AlgoType.STOP_MARKET;
            case "TAKE_PROFIT_MARKET" -> AlgoType.TAKE_PROFIT_MARKET;
            default -> throw ApiError.badRequest(-1116, "Invalid orderType.");
        };
    }

    private static TimeInForce timeInForce(Params params) {
        return switch (params.required("timeInForce")) {
            case "GTC" -> TimeInForce.GTC;
            case "IOC" -> TimeInForce.IOC;
            case "FOK" -> TimeInForce.FOK;
            case "GTX" -> TimeInForce.GTX;
            default -> throw ApiError.badRequest(-1115, "Invalid timeInForce.");
        };
    }

    private static WorkingType workingType(Params params) {
        String type = params.text("workingType");
        return switch (type == null ? "CONTRACT_PRICE" : type) {
            case "CONTRACT_PRICE" -> WorkingType.CONTRACT_PRICE;
            case "MARK_PRICE" -> WorkingType.MARK_PRICE;
            default -> throw Params.invalid("workingType");
        };
    }
}
