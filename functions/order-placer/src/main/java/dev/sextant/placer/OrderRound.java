package dev.sextant.placer;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.order.IntentId;
import dev.sextant.domain.order.StoredOrder;
import dev.sextant.domain.venue.TradingVenue;
import dev.sextant.domain.venue.VenueOrder;
import dev.sextant.domain.venue.VenueUnavailableException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the venue each tick about the unfinished orders, until it leaves a question open: the others would wait as long,
 * each. One that was left open is asked about last from then on, so that it holds up nobody else.
 */
final class OrderRound {

    private static final Logger LOG = LoggerFactory.getLogger(OrderRound.class);

    private final TradingVenue venue;
    private final OrderLook look;
    private final Set<IntentId> leftOpen = ConcurrentHashMap.newKeySet();

    OrderRound(TradingVenue venue, OrderLook look) {
        this.venue = venue;
        this.look = look;
    }

    void ask(List<StoredOrder> unfinished) {
        leftOpen.retainAll(unfinished.stream().map(StoredOrder::id).collect(Collectors.toSet()));
        List<StoredOrder> inTurn = unfinished.stream()
                .sorted(Comparator.comparing(order -> leftOpen.contains(order.id())))
                .toList();
        Map<Symbol, Set<String>> resting = new HashMap<>();
        try {
            for (StoredOrder order : inTurn) {
                if (isDue(order, resting) && !answered(order)) {
                    return;
                }
            }
        } catch (VenueUnavailableException e) {
            LOG.warn("open orders not read: {}", e.getMessage());
        }
    }

    private boolean answered(StoredOrder order) {
        if (look.look(order) == OrderLook.Learnt.NO_ANSWER) {
            leftOpen.add(order.id());
            return false;
        }
        leftOpen.remove(order.id());
        return true;
    }

    private boolean isDue(StoredOrder order, Map<Symbol, Set<String>> resting) throws VenueUnavailableException {
        return switch (order.state()) {
            case OPEN, PARTIALLY_FILLED -> !(order.request().type().conditional() && rests(order, resting));
            // It may have filled and stand without a stop: a find is booked at once, its absence proves nothing.
            case UNKNOWN -> true;
            case SENDING -> look.isLeftBehind(order);
            case NEW, APPROVED, QUARANTINED -> false;
            case RISK_REJECTED, BLOCKED, EXPIRED_UNSENT, FILLED, REJECTED, CANCELED, EXPIRED, NOT_PLACED -> false;
        };
    }

    private boolean rests(StoredOrder order, Map<Symbol, Set<String>> resting) throws VenueUnavailableException {
        Set<String> open = resting.get(order.symbol());
        if (open == null) {
            open = venue.openOrders(order.symbol()).stream()
                    .map(VenueOrder::clientOrderId)
                    .collect(Collectors.toSet());
            resting.put(order.symbol(), open);
        }
        return open.contains(order.request().clientOrderId());
    }
}
