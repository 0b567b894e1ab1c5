package dev.sextant.local.orders;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.Price;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.Fill;
import dev.sextant.domain.order.OrderRequest;
import dev.sextant.domain.order.OrderType;
import dev.sextant.domain.venue.Cancellation;
import dev.sextant.domain.venue.Lookup;
import dev.sextant.domain.venue.Placement;
import dev.sextant.domain.venue.TradingVenue;
import dev.sextant.domain.venue.VenueOrder;
import dev.sextant.domain.venue.VenuePosition;
import dev.sextant.domain.venue.VenueUnavailableException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;

/** A spot venue that does with each order what the test has said, in order; without a word it fills at the limit. */
final class SpotVenue implements TradingVenue {

    /** What becomes of one order. */
    enum Fate {
        FILLED,
        /** A quarter trades, the rest is canceled. */
        A_QUARTER,
        /** It finds nobody and is canceled. */
        NOBODY,
        REFUSED,
        /** It is filled, and the answer is lost; nobody can find it until the venue is {@link #clear}. */
        FILLED_UNSEEN,
        /** It never arrives, and nobody knows. */
        LOST
    }

    final List<OrderRequest> sent = new ArrayList<>();
    private final Deque<Fate> fates = new ArrayDeque<>();
    private final Map<String, VenueOrder> orders = new LinkedHashMap<>();
    private final Map<String, VenueOrder> unseen = new LinkedHashMap<>();
    private final List<Fill> fills = new ArrayList<>();
    private final LongSupplier clock;
    boolean clockIsDown;

    SpotVenue(LongSupplier clock) {
        this.clock = clock;
    }

    void next(Fate... coming) {
        fates.addAll(List.of(coming));
    }

    /** What could not be found is found from now on. */
    synchronized void clear() {
        orders.putAll(unseen);
        unseen.clear();
    }

    @Override
    public synchronized Placement place(OrderRequest request, long signedAtMs) {
        sent.add(request);
        Fate fate = fates.isEmpty() ? Fate.FILLED : fates.pop();
        return switch (fate) {
            case FILLED -> accepted(request, trade(request, BigDecimal.ONE));
            case A_QUARTER -> accepted(request, trade(request, new BigDecimal("0.25")));
            case NOBODY -> accepted(request, trade(request, BigDecimal.ZERO));
            case REFUSED -> new Placement.Rejected("EOrder:Insufficient funds", "no funds", false, false);
            case FILLED_UNSEEN -> {
                unseen.put(request.clientOrderId(), trade(request, BigDecimal.ONE));
                yield new Placement.Unknown("the answer was lost");
            }
            case LOST -> new Placement.Unknown("the connection was lost");
        };
    }

    /** The venue says no more than that it has the order; what it trades is found out by asking. */
    private Placement accepted(OrderRequest request, VenueOrder order) {
        orders.put(request.clientOrderId(), order);
        return new Placement.Accepted(new VenueOrder(
                order.symbol(),
                order.clientOrderId(),
                order.venueOrderId(),
                null,
                VenueOrder.Status.OPEN,
                Quantity.ZERO,
                null,
                OrderDesk.T0));
    }

    private VenueOrder trade(OrderRequest request, BigDecimal share) {
        String id = "V" + sent.size();
        BigDecimal amount = request.quantity().value().multiply(share).setScale(3, RoundingMode.DOWN);
        if (amount.signum() > 0) {
            Price price = Objects.requireNonNull(request.limitPrice());
            fills.add(new Fill(
                    request.symbol(),
                    "T" + sent.size(),
                    id,
                    request.side(),
                    price,
                    new Quantity(amount),
                    amount.multiply(price.value()).multiply(new BigDecimal("0.0026")),
                    request.symbol().name().split("/", -1)[1],
                    false,
                    OrderDesk.T0));
        }
        return new VenueOrder(
                request.symbol(),
                request.clientOrderId(),
                id,
                null,
                amount.compareTo(request.quantity().value()) == 0
                        ? VenueOrder.Status.FILLED
                        : VenueOrder.Status.CANCELED,
                new Quantity(amount),
                null,
                OrderDesk.T0);
    }

    @Override
    public synchronized Lookup find(Symbol symbol, String clientOrderId, OrderType type) {
        VenueOrder order = orders.get(clientOrderId);
        return order == null ? new Lookup.NotFound() : new Lookup.Found(order);
    }

    @Override
    public Cancellation cancel(Symbol symbol, String clientOrderId, OrderType type) {
        return new Cancellation.NotOpen();
    }

    @Override
    public List<VenueOrder> openOrders(Symbol symbol) {
        return List.of();
    }

    @Override
    public synchronized List<Fill> fillsSince(Symbol symbol, long sinceMs) {
        return fills.stream().filter(fill -> fill.symbol().equals(symbol)).toList();
    }

    @Override
    public List<VenuePosition> positions() {
        return List.of();
    }

    @Override
    public Map<String, BigDecimal> balances() {
        return Map.of();
    }

    @Override
    public long venueTimeMs() throws VenueUnavailableException {
        if (clockIsDown) {
            throw new VenueUnavailableException("the venue is away");
        }
        return clock.getAsLong();
    }
}
