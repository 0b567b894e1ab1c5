package dev.sextant.simulation.desk;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.order.Fill;
import dev.sextant.simulation.exchange.OtherOrders;
import dev.sextant.simulation.exchange.SimExchange;
import dev.sextant.simulation.fault.FaultClass;
import dev.sextant.simulation.fault.Faults;
import dev.sextant.simulation.kernel.Kernel;
import dev.sextant.simulation.store.ModelStore;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The account's owner, who sees what the exchange lists and asks the desk to adopt what it has not booked. */
final class Owner {

    private static final String NAME = "Ada Byron";

    private final Kernel kernel;
    private final Faults faults;
    private final ModelStore store;
    private final SimExchange exchange;

    Owner(Kernel kernel, Faults faults, ModelStore store, SimExchange exchange) {
        this.kernel = kernel;
        this.faults = faults;
        this.store = store;
        this.exchange = exchange;
    }

    /** What others have closed and the desk has not booked, unless somebody has asked for it already. */
    void askForWhatIsMissing() {
        for (OtherOrders.Closing closing : exchange.others().closings()) {
            if (isMissing(closing.venueOrderId()) && !isAskedFor(closing.venueOrderId())) {
                ask(closing.symbol(), closing.venueOrderId());
            }
        }
    }

    /** Takes an order of the desk for somebody else's. */
    void mistakesAnOrder() {
        List<Fill> fills = exchange.fills();
        if (!fills.isEmpty() && !exchange.hides() && faults.strikes(FaultClass.CLOSED_BY_OTHERS, 0.5)) {
            Fill fill = fills.get((int) kernel.between(Math.max(0, fills.size() - 4), fills.size() - 1));
            ask(fill.symbol(), fill.venueOrderId());
        }
    }

    private void ask(Symbol symbol, String venueOrderId) {
        if (store.adopting().ask(symbol, venueOrderId, NAME, "not the desk's", kernel.nowMs())) {
            kernel.note("asked to adopt " + venueOrderId);
        }
    }

    private boolean isAskedFor(String venueOrderId) {
        return store.adopting().wanted().stream()
                .anyMatch(wanted -> wanted.id() != null && wanted.venueOrderId().equals(venueOrderId));
    }

    private boolean isMissing(String venueOrderId) {
        Set<String> booked = store.bookedFills().stream().map(Fill::tradeId).collect(Collectors.toSet());
        return exchange.fills().stream()
                .anyMatch(fill -> fill.venueOrderId().equals(venueOrderId) && !booked.contains(fill.tradeId()));
    }
}
