package dev.sextant.venues.binance.trade;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.order.OrderType;
import dev.sextant.domain.venue.Cancellation;
import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.venues.binance.trade.RepeatableCalls.Call;
import dev.sextant.venues.binance.trade.RequestBudget.Priority;
import dev.sextant.venues.binance.trade.RequestFactory.Method;

/** Cancels one order. Repeating is safe; an answer of any kind says nothing final about the order. */
final class OrderCancels {

    private final RepeatableCalls calls;

    OrderCancels(RepeatableCalls calls) {
        this.calls = calls;
    }

    Cancellation cancel(Symbol symbol, String clientOrderId, OrderType type) {
        OrderService service = OrderService.of(type);
        Parameters parameters = new Parameters();
        if (service == OrderService.REGULAR) {
            parameters.with("symbol", symbol.name());
        }
        parameters.with(service.clientIdParameter(), clientOrderId);
        try {
            Call call = new Call(Method.DELETE, service.orderPath(), parameters, 1, Priority.CANCEL);
            return switch (calls.reply(call)) {
                case Reply.Body(JsonNode json) -> accepted(service, clientOrderId, json);
                case Reply.Refused(VenueError error) when error.saysNoSuchOrder() -> new Cancellation.NotOpen();
                case Reply.Refused(VenueError error) -> new Cancellation.Unknown(error.toString());
            };
        } catch (VenueUnavailableException e) {
            return new Cancellation.Unknown(String.valueOf(e.getMessage()));
        }
    }

    private static Cancellation accepted(OrderService service, String clientOrderId, JsonNode json) {
        String named = json.path(service == OrderService.REGULAR ? "clientOrderId" : "clientAlgoId")
                .asText("");
        // The Algo service writes its code as text, other cancels as a number or not at all.
        String code = json.path("code").asText("200");
        return named.equals(clientOrderId) && code.equals("200")
                ? new Cancellation.Accepted()
                : new Cancellation.Unknown(
                        "the answer is about order '" + named + "' with code " + code + ", expected " + clientOrderId);
    }
}
