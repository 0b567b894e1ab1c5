package dev.sextant.reconciler;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.Price;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.Fill;
import dev.sextant.domain.order.OrderRequest;
import dev.sextant.domain.order.OrderType;
import dev.sextant.domain.order.Side;
import dev.sextant.domain.order.StoredOrder;
import dev.sextant.domain.venue.Cancellation;
import dev.sextant.domain.venue.Lookup;
import dev.sextant.domain.venue.Placement;
import dev.sextant.domain.venue.TradingVenue;
import dev.sextant.domain.venue.VenueOrder;
import dev.sextant.domain.venue.VenueOrder.Status;
import dev.sextant.domain.venue.VenuePosition;
import dev.sextant.domain.venue.VenueUnavailableException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A venue that holds what the test puts there, may forget an order when asked for it, and never takes an order. */
final class ShownVenue implements TradingVenue {

    private final Map<String, VenueOrder> orders = new LinkedHashMap<>();
    private final List<Fill> fills = new ArrayList<>();
    private final Set<String> forgotten = new HashSet<>();
    final List<String> canceled = new ArrayList<>();
    String position = "0";
    boolean reachable = true;
    long timeMs;
    long filledAtMs = MemoryDesk.T0;
    Runnable onOpenOrders = () -> {};
    Runnable onFills = () -> {};

    /** The venue has the order in this state, with its fills. */
    ShownVenue has(StoredOrder order, Status status, String... filled) {
        String venueId = "v-" + order.request().clientOrderId();
        Quantity total = Quantity.ZERO;
        for (String quantity : filled) {
            total = total.plus(Quantity.of(quantity));
            fills.add(new Fill(
                    MemoryDesk.BTC,
                    "t" + fills.size(),
                    venueId,
                    order.request().side(),
                    Price.of("61800"),
                    Quantity.of(quantity),
                    BigDecimal.ONE,
                    "USDT",
                    false,
                    filledAtMs));
        }
        return put(order.request().clientOrderId(), venueId, status, total);
    }

    /** An order of somebody else. */
    ShownVenue stranger(String id) {
        return put(id, "v-" + id, Status.OPEN, Quantity.ZERO);
    }

    /** Somebody else's order has been executed. */
    ShownVenue executed(String orderId, Side side, String quantity) {
        fills.add(new Fill(
                MemoryDesk.BTC,
                "t" + fills.size(),
                orderId,
                side,
                Price.of("61850"),
                Quantity.of(quantity),
                BigDecimal.ONE,
                "USDT",
                false,
                MemoryDesk.T0));
        return this;
    }

    /** The order was triggered, and another one executes it. */
    ShownVenue triggered(StoredOrder order, String executedAs) {
        String id = order.request().clientOrderId();
        orders.put(
                id,
                new VenueOrder(
                        MemoryDesk.BTC,
                        id,
                        "v-" + id,
                        executedAs,
                        Status.FILLED,
                        order.request().quantity(),
                        null,
                        MemoryDesk.T0));
        return this;
    }

    private ShownVenue put(String id, String venueId, Status status, Quantity filled) {
        orders.put(id, new VenueOrder(MemoryDesk.BTC, id, venueId, null, status, filled, null, MemoryDesk.T0));
        return this;
    }

    /** Asked for the order, the venue denies it, though it may be on its list of open ones. */
    ShownVenue forgets(StoredOrder order) {
        forgotten.add(order.request().clientOrderId());
        return this;
    }

    @Override
    public Placement place(OrderRequest request, long signedAtMs) {
        throw new AssertionError("the reconciler never sends an order: " + request);
    }

    @Override
    public Lookup find(Symbol symbol, String clientOrderId, OrderType type) {
        if (!reachable) {
            return new Lookup.Unknown("timed out");
        }
        VenueOrder order = orders.get(clientOrderId);
        return order == null || forgotten.contains(clientOrderId) ? new Lookup.NotFound() : new Lookup.Found(order);
    }

    @Override
    public Cancellation cancel(Symbol symbol, String clientOrderId, OrderType type) {
        canceled.add(clientOrderId);
        return new Cancellation.Accepted();
    }

    @Override
    public List<VenueOrder> openOrders(Symbol symbol) throws VenueUnavailableException {
        requireReachable();
        onOpenOrders.run();
        return orders.values().stream()
                .filter(order -> order.status() == Status.OPEN || order.status() == Status.PARTIALLY_FILLED)
                .toList();
    }

    @Override
    public List<Fill> fillsSince(Symbol symbol, long sinceMs) throws VenueUnavailableException {
        requireReachable();
        onFills.run();
        return fills.stream().filter(fill -> fill.filledAtMs() >= sinceMs).toList();
    }

    @Override
    public List<VenuePosition> positions() throws VenueUnavailableException {
        requireReachable();
        BigDecimal quantity = new BigDecimal(position);
        return quantity.signum() == 0
                ? List.of()
                : List.of(new VenuePosition(MemoryDesk.BTC, quantity, new BigDecimal("61800")));
    }

    @Override
    public Map<String, BigDecimal> balances() {
        throw new AssertionError("balances are not compared");
    }

    @Override
    public long venueTimeMs() throws VenueUnavailableException {
        requireReachable();
        return timeMs;
    }

    private void requireReachable() throws VenueUnavailableException {
        if (!reachable) {
            throw new VenueUnavailableException("timed out");
        }
    }
}
