package dev.sextant.placer;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.E8;
import dev.sextant.domain.money.Price;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.Fill;
import dev.sextant.domain.order.OrderRequest;
import dev.sextant.domain.order.OrderType;
import dev.sextant.domain.order.Side;
import dev.sextant.domain.time.EpochClock;
import dev.sextant.domain.venue.Cancellation;
import dev.sextant.domain.venue.Lookup;
import dev.sextant.domain.venue.Placement;
import dev.sextant.domain.venue.TradingVenue;
import dev.sextant.domain.venue.VenueOrder;
import dev.sextant.domain.venue.VenuePosition;
import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.venues.sim.Outcome;
import dev.sextant.venues.sim.SimulatedVenue;
import dev.sextant.venues.sim.algo.AlgoKey;
import dev.sextant.venues.sim.algo.AlgoType;
import dev.sextant.venues.sim.algo.NewAlgoOrder;
import dev.sextant.venues.sim.algo.WorkingType;
import dev.sextant.venues.sim.order.NewOrder;
import dev.sextant.venues.sim.order.OrderKey;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The simulated venue behind the desk's port, with scripted faults; keeps every placement it was asked for. */
final class SimVenue implements TradingVenue {

    /** What goes wrong with one placement. */
    enum Fault {
        NONE,
        /** The venue takes it, the answer never comes back. */
        ANSWER_LOST,
        /** The request never arrives, and nobody knows. */
        REQUEST_LOST,
        /** The price has reached the trigger. */
        REFUSED,
        /** A listed refusal that would come again. */
        REFUSED_FOR_GOOD,
        /** It never leaves. */
        NOT_SENT
    }

    final SimulatedVenue core;
    final List<String> placed = new ArrayList<>();
    final List<String> canceled = new ArrayList<>();
    final List<String> asked = new ArrayList<>();

    /** Every call that waits for the venue, in order: {@code place}, {@code find}, {@code list}, {@code cancel}. */
    final List<String> calls = new ArrayList<>();

    final Deque<Fault> faults = new ArrayDeque<>();
    /** Nothing is sent, as after a 429. */
    boolean paused;

    boolean readable = true;

    /** Client ids of orders that it can't be asked about. */
    final Set<String> unreadable = new HashSet<>();

    boolean cancelable = true;
    boolean clockReadable = true;
    long aheadMs;
    private final EpochClock clock;

    SimVenue(SimulatedVenue core, EpochClock clock) {
        this.core = core;
        this.clock = clock;
    }

    @Override
    public Placement place(OrderRequest request, long signedAtMs) {
        placed.add(request.clientOrderId());
        calls.add("place");
        return switch (paused ? Fault.NOT_SENT : Objects.requireNonNullElse(faults.poll(), Fault.NONE)) {
            case NONE -> send(request);
            case ANSWER_LOST -> {
                send(request);
                yield new Placement.Unknown("no answer in 4000 ms");
            }
            case REQUEST_LOST -> new Placement.Unknown("connection reset");
            case REFUSED -> new Placement.Rejected("-2021", "Order would immediately trigger.", false, false);
            case REFUSED_FOR_GOOD -> new Placement.Rejected("-4045", "Reach max stop order limit.", false, false);
            case NOT_SENT -> new Placement.Rejected("NOT_SENT", "nothing is sent for another while", true, false);
        };
    }

    private Placement send(OrderRequest request) {
        Outcome<?> outcome = request.type().conditional()
                ? core.placeAlgo(conditional(request), clock.nowMs())
                : core.place(regular(request), clock.nowMs());
        return switch (outcome) {
            case Outcome.Done<?> done -> new Placement.Accepted(found(request));
            case Outcome.Refused<?> refused ->
                new Placement.Rejected(
                        "" + refused.refusal().code(), refused.refusal().text(), false, false);
        };
    }

    private VenueOrder found(OrderRequest request) {
        return lookUp(request.symbol(), request.clientOrderId(), request.type())
                .findFirst()
                .orElseThrow();
    }

    @Override
    public Lookup find(Symbol symbol, String clientOrderId, OrderType type) {
        asked.add(clientOrderId);
        calls.add("find");
        if (!readable || unreadable.contains(clientOrderId)) {
            return new Lookup.Unknown("timed out");
        }
        return lookUp(symbol, clientOrderId, type)
                .findFirst()
                .<Lookup>map(Lookup.Found::new)
                .orElseGet(Lookup.NotFound::new);
    }

    private Stream<VenueOrder> lookUp(Symbol symbol, String id, OrderType type) {
        return type.conditional()
                ? core
                        .queries()
                        .algo(new AlgoKey.ByClientId(id))
                        .map(algo -> SimOrders.conditional(core, algo))
                        .stream()
                : core.queries().order(symbol, new OrderKey.ByClientId(id)).map(SimOrders::regular).stream();
    }

    @Override
    public Cancellation cancel(Symbol symbol, String clientOrderId, OrderType type) {
        canceled.add(clientOrderId);
        calls.add("cancel");
        if (!cancelable) {
            return new Cancellation.Unknown("timed out");
        }
        Outcome<?> outcome = type.conditional()
                ? core.cancelAlgo(new AlgoKey.ByClientId(clientOrderId), clock.nowMs())
                : core.cancel(symbol, new OrderKey.ByClientId(clientOrderId), clock.nowMs());
        return outcome instanceof Outcome.Done<?> ? new Cancellation.Accepted() : new Cancellation.NotOpen();
    }

    @Override
    public List<VenueOrder> openOrders(Symbol symbol) throws VenueUnavailableException {
        calls.add("list");
        requireReadable();
        return Stream.concat(
                        core.queries().openOrders(symbol).stream().map(SimOrders::regular),
                        core.queries().openAlgos(symbol).stream().map(algo -> SimOrders.conditional(core, algo)))
                .toList();
    }

    @Override
    public List<Fill> fillsSince(Symbol symbol, long sinceMs) throws VenueUnavailableException {
        requireReadable();
        return core.queries().fills().stream()
                .filter(fill -> fill.symbol().equals(symbol) && fill.timeMs() >= sinceMs)
                .map(fill -> new Fill(
                        symbol,
                        "" + fill.tradeId(),
                        "" + fill.orderId(),
                        Side.valueOf(fill.side().name()),
                        Price.ofE8(fill.priceE8()),
                        new Quantity(E8.toDecimal(fill.qtyE8())),
                        E8.toDecimal(fill.feeE8()),
                        "USDT",
                        fill.maker(),
                        fill.timeMs()))
                .toList();
    }

    @Override
    public List<VenuePosition> positions() throws VenueUnavailableException {
        if (!readable) {
            throw new VenueUnavailableException("no answer in 4000 ms");
        }
        return List.of();
    }

    @Override
    public Map<String, BigDecimal> balances() {
        throw new AssertionError("the placer has no business with balances");
    }

    @Override
    public long venueTimeMs() throws VenueUnavailableException {
        if (!clockReadable) {
            throw new VenueUnavailableException("no time from the venue");
        }
        return clock.nowMs() + aheadMs;
    }

    private void requireReadable() throws VenueUnavailableException {
        if (!readable) {
            throw new VenueUnavailableException("timed out");
        }
    }

    private static NewOrder regular(OrderRequest request) {
        NewOrder order = NewOrder.market(
                request.symbol(),
                dev.sextant.venues.sim.order.Side.valueOf(request.side().name()),
                E8.of(request.quantity().value()),
                request.clientOrderId());
        return request.reduceOnly() ? order.asReduceOnly() : order;
    }

    private static NewAlgoOrder conditional(OrderRequest request) {
        return new NewAlgoOrder(
                request.symbol(),
                dev.sextant.venues.sim.order.Side.valueOf(request.side().name()),
                AlgoType.valueOf(request.type().name()),
                WorkingType.CONTRACT_PRICE,
                E8.of(Objects.requireNonNull(request.triggerPrice()).value()),
                E8.of(request.quantity().value()),
                false,
                request.reduceOnly(),
                false,
                request.clientOrderId(),
                Long.MAX_VALUE);
    }
}
