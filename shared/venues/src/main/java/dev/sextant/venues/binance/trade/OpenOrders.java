package dev.sextant.venues.binance.trade;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.venue.VenueOrder;
import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.venues.binance.trade.RepeatableCalls.Call;
import dev.sextant.venues.binance.trade.RequestBudget.Priority;
import dev.sextant.venues.binance.trade.RequestFactory.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything open for a symbol, out of both order services. */
final class OpenOrders {

    private final RepeatableCalls calls;

    OpenOrders(RepeatableCalls calls) {
        this.calls = calls;
    }

    /**
     * Conditional orders are read first: one that triggers in between then shows up twice, which is put together here,
     * instead of not at all.
     */
    List<VenueOrder> of(Symbol symbol) throws VenueUnavailableException {
        try {
            JsonNode conditional = list("/fapi/v1/openAlgoOrders", symbol);
            Map<String, VenueOrder> regular = new LinkedHashMap<>();
            List<VenueOrder> open = new ArrayList<>();
            for (JsonNode json : list("/fapi/v1/openOrders", symbol)) {
                VenueOrder order = RegularOrder.read(json);
                regular.put(order.venueOrderId(), order);
            }
            for (JsonNode json : conditional) {
                ConditionalOrder order = ConditionalOrder.read(json);
                if (order.stage().live()) {
                    String actualOrderId = order.actualOrderId();
                    VenueOrder executing = actualOrderId == null ? null : regular.remove(actualOrderId);
                    open.add(executing == null ? order.alone() : order.executedBy(executing));
                }
            }
            open.addAll(0, regular.values());
            return List.copyOf(open);
        } catch (MalformedAnswerException e) {
            throw new VenueUnavailableException("open orders of " + symbol + ": " + e.getMessage(), e);
        }
    }

    private JsonNode list(String path, Symbol symbol) throws VenueUnavailableException, MalformedAnswerException {
        Parameters parameters = new Parameters().with("symbol", symbol.name());
        return VenueJson.list(calls.read(new Call(Method.GET, path, parameters, 1, Priority.RECONCILIATION)));
    }
}
