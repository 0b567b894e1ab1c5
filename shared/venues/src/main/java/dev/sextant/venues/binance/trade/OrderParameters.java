package dev.sextant.venues.binance.trade;

import dev.sextant.domain.money.Price;
import dev.sextant.domain.order.OrderRequest;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the venue is told to place an order. Numbers are written as plain decimals, exactly as given. */
final class OrderParameters {

    private static final Pattern CLIENT_ID = Pattern.compile("[.A-Z:/a-z0-9_-]{1,36}");
    private static final Pattern RESERVED = Pattern.compile("(autoclose-|adl_autoclose|settlement_autoclose-).*");

    private OrderParameters() {}

    /** Why a request can't be written for this venue, or empty. */
    static Optional<String> refuses(OrderRequest request) {
        String id = request.clientOrderId();
        if (!CLIENT_ID.matcher(id).matches() || RESERVED.matcher(id).matches()) {
            return Optional.of("client order id '" + id
                    + "' is not allowed, expected 1 to 36 of A-Z a-z 0-9 . : / _ - and no prefix of the venue's own");
        }
        if (request.type().limited()) {
            return Optional.of("order " + id + " has a limit, and the desk places none with a limit on this venue");
        }
        if (request.type().conditional() && !request.reduceOnly()) {
            return Optional.of("conditional order " + id
                    + " is not reduce-only, and the desk places conditional orders only to protect");
        }
        return Optional.empty();
    }

    static Parameters of(OrderRequest request) {
        Parameters parameters = new Parameters();
        Price trigger = request.triggerPrice();
        if (trigger != null) {
            parameters.with("algoType", "CONDITIONAL");
        }
        parameters
                .with("symbol", request.symbol().name())
                .with("side", request.side().name())
                .with("type", request.type().name())
                .with("quantity", request.quantity().toString());
        if (request.reduceOnly()) {
            parameters.with("reduceOnly", "true");
        }
        return trigger == null
                ? parameters.with("newClientOrderId", request.clientOrderId()).with("newOrderRespType", "RESULT")
                : parameters
                        .with("triggerPrice", trigger.toString())
                        .with("workingType", "CONTRACT_PRICE")
                        .with("clientAlgoId", request.clientOrderId());
    }
}
