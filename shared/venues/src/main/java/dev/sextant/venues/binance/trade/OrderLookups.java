package dev.sextant.venues.binance.trade;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.order.OrderType;
import dev.sextant.domain.venue.Lookup;
import dev.sextant.domain.venue.VenueOrder;
import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.venues.binance.trade.RepeatableCalls.Call;
import dev.sextant.venues.binance.trade.RequestBudget.Priority;
import dev.sextant.venues.binance.trade.RequestFactory.Method;

/** Asks for one order. A conditional order that was triggered is explained by the regular order that executes it. */
final class OrderLookups {

    private final RepeatableCalls calls;

    OrderLookups(RepeatableCalls calls) {
        this.calls = calls;
    }

    Lookup find(Symbol symbol, String clientOrderId, OrderType type) {
        try {
            return switch (OrderService.of(type)) {
                case REGULAR -> regular(symbol, "origClientOrderId", clientOrderId);
                case ALGO -> conditional(symbol, clientOrderId);
            };
        } catch (VenueUnavailableException | MalformedAnswerException e) {
            return new Lookup.Unknown(String.valueOf(e.getMessage()));
        }
    }

    private Lookup regular(Symbol symbol, String idParameter, String id)
            throws VenueUnavailableException, MalformedAnswerException {
        Parameters parameters = new Parameters().with("symbol", symbol.name()).with(idParameter, id);
        Reply reply = ask(OrderService.REGULAR, parameters);
        if (!(reply instanceof Reply.Body(JsonNode json))) {
            return refused(reply);
        }
        VenueOrder order = RegularOrder.read(json);
        boolean byOurId = idParameter.equals(OrderService.REGULAR.clientIdParameter());
        requireSame("symbol", symbol.name(), order.symbol().name());
        requireSame(idParameter, id, byOurId ? order.clientOrderId() : order.venueOrderId());
        return new Lookup.Found(order);
    }

    private Lookup conditional(Symbol symbol, String clientAlgoId)
            throws VenueUnavailableException, MalformedAnswerException {
        Reply reply = ask(OrderService.ALGO, new Parameters().with("clientAlgoId", clientAlgoId));
        if (!(reply instanceof Reply.Body(JsonNode json))) {
            return refused(reply);
        }
        ConditionalOrder order = ConditionalOrder.read(json);
        requireSame("symbol", symbol.name(), order.symbol().name());
        requireSame("clientAlgoId", clientAlgoId, order.clientAlgoId());
        String actualOrderId = order.actualOrderId();
        if (actualOrderId == null) {
            return new Lookup.Found(order.alone());
        }
        return switch (regular(symbol, "orderId", actualOrderId)) {
            case Lookup.Found(VenueOrder executing) -> new Lookup.Found(order.executedBy(executing));
            // Triggered a moment ago and not visible yet; a finished one without its order stays unexplained.
            case Lookup.NotFound() -> new Lookup.Found(order.alone());
            case Lookup.Unknown unknown -> unknown;
        };
    }

    private Reply ask(OrderService service, Parameters parameters) throws VenueUnavailableException {
        return calls.reply(new Call(Method.GET, service.orderPath(), parameters, 1, Priority.RECONCILIATION));
    }

    private static Lookup refused(Reply reply) {
        return switch (reply) {
            case Reply.Refused(VenueError error) when error.code() == -2013 -> new Lookup.NotFound();
            case Reply.Refused(VenueError error) -> new Lookup.Unknown(error.toString());
            case Reply.Body body -> new Lookup.Unknown("unexpected " + body);
        };
    }

    private static void requireSame(String field, String asked, String answered) throws MalformedAnswerException {
        if (!asked.equals(answered)) {
            throw new MalformedAnswerException("the answer is about " + field + " " + answered + ", expected " + asked);
        }
    }
}
