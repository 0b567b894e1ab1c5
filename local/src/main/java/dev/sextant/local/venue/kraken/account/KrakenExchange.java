package dev.sextant.local.venue.kraken.account;

import dev.sextant.local.venue.kraken.account.AccountEvents.Change;
import dev.sextant.venues.kraken.feed.MarketStatus;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One account on the made-up venue: orders come in, trade against the market's books as they stand, rest or are canceled.
 * Whoever calls holds the market's monitor. What rests trades, at its own price and as maker, once the made market's books
 * reach it; it is not shown in them.
 */
public final class KrakenExchange {

    private final Market market;
    private final Listing listing;
    private final AccountSetup setup;
    private final EngineCounters counters;
    private final Ids ids;
    private final OrderHistory history = new OrderHistory();
    private final FeeSchedule fees;
    private final Settlement settlement;
    private final DeadMan deadMan = new DeadMan();
    private final List<AccountEvents> listeners = new ArrayList<>();
    private SystemState state = SystemState.ONLINE;

    /** @param seed of its ids; one that was never used, or ids come again */
    public KrakenExchange(Market market, AccountSetup setup, long seed) {
        this.market = market;
        this.setup = setup;
        this.listing = new Listing(market.pairs());
        setup.balances().keySet().forEach(listing::asset);
        this.counters = new EngineCounters(setup.tier());
        this.ids = new Ids(seed);
        this.fees = new FeeSchedule(setup.fees());
        this.settlement = new Settlement(setup, fees, ids, listeners);
        market.onStep(this::step);
    }

    public Listing listing() {
        return listing;
    }

    public AccountSetup setup() {
        return setup;
    }

    /** What the account pays now, and where a venue's decision to change that is told. */
    public FeeSchedule fees() {
        return fees;
    }

    public OrderHistory history() {
        return history;
    }

    public Settlement settlement() {
        return settlement;
    }

    /** What the venue lets be done. */
    public SystemState state() {
        return state;
    }

    /** What may be done on a pair. */
    public MarketStatus status(Pair pair) {
        return market.status(pair);
    }

    public void set(SystemState next) {
        state = next;
    }

    /** Tells from now on. */
    public void listen(AccountEvents listener) {
        listeners.add(listener);
    }

    public void leave(AccountEvents listener) {
        listeners.remove(listener);
    }

    /** The trading engine's counter of a pair. */
    public double count(Pair pair, long nowMs) {
        return counters.level(pair, nowMs);
    }

    /** Checks an order as far as that goes without placing it. */
    public void check(OrderWish wish, long nowMs) {
        state.requireOrders(wish.immediate());
        SystemState.requireOrders(market.status(wish.pair()), wish.immediate());
        if (wish.deadlineMs().isPresent() && wish.deadlineMs().getAsLong() <= nowMs) {
            throw new Refusal("EService:Deadline elapsed");
        }
        if (history.open().stream().anyMatch(order -> order.hasClientId(wish.clientOrderId()))) {
            // What Kraken says here is not documented.
            throw new Refusal("EOrder:Duplicate cl_ord_id");
        }
        long open = history.open().stream()
                .filter(order -> order.wish().pair().equals(wish.pair()))
                .count();
        if (open >= setup.tier().openOrders()) {
            throw new Refusal("EOrder:Orders limit exceeded");
        }
        settlement.wallet().requireFree(wish.spent(), new Order("", wish, nowMs).needed(fees.of(wish.pair())));
    }

    /** Takes an order, or refuses it in the venue's words. */
    public Order place(OrderWish wish, long nowMs) {
        check(wish, nowMs);
        counters.add(wish.pair(), nowMs);
        Order order = new Order(ids.next('O'), wish, nowMs);
        order.hold(settlement.wallet(), fees.of(wish.pair()));
        history.add(order);
        tell(Change.PENDING_NEW, order, nowMs);
        tell(Change.NEW, order, nowMs);
        for (Market.Taken taken : market.take(wish.pair(), wish.side(), wish.limit(), wish.quantity())) {
            settlement.fill(order, taken.price(), taken.quantity(), false, nowMs);
        }
        if (order.isOpen() && wish.immediate()) {
            cancel(order, "Order did not trade at once", nowMs);
        }
        return order;
    }

    /** Brings back the orders of earlier runs. */
    void restore(List<Remembered> orders, long nowMs) {
        orders.forEach(past -> restore(past, nowMs));
        settlement.restored();
    }

    /** One of a pair that is no longer listed has moved its assets and no more. */
    private void restore(Remembered past, long nowMs) {
        Optional<Pair> pair = listing.pairs().stream()
                .filter(each -> each.symbol().equals(past.symbol))
                .findFirst();
        if (pair.isEmpty()) {
            past.moved().forEach((asset, amount) -> settlement.wallet().add(VenueAsset.of(asset), amount));
            return;
        }
        OrderWish wish = new OrderWish(
                pair.get(),
                past.clientOrderId,
                past.side,
                past.quantity,
                past.limit,
                past.immediate,
                past.feeInBase,
                OptionalLong.empty());
        Order order = new Order(past.id, wish, past.openedMs);
        history.add(order);
        past.fills.forEach(fill -> settlement.restore(order, fill));
        if (!past.canceledFor.isEmpty()) {
            order.end(Order.Status.CANCELED, past.canceledFor, past.canceledMs);
        } else if (order.isOpen() && wish.immediate()) {
            // The venue died before it was done with it, and nobody was told.
            cancel(order, "Order did not trade at once", nowMs);
        }
        order.hold(settlement.wallet(), fees.of(wish.pair()));
    }

    /** Cancels one open order; the engine counts it. */
    public void cancelOne(Order order, long nowMs) {
        state.requireAnything();
        counters.cancel(order, nowMs);
        cancel(order, "User requested", nowMs);
    }

    /** Cancels everything open; how many that were. */
    public int cancelAll(long nowMs) {
        state.requireAnything();
        List<Order> open = history.open();
        open.forEach(order -> cancel(order, "User requested", nowMs));
        return open.size();
    }

    /** The dead man's switch. */
    public DeadMan deadMan() {
        return deadMan;
    }

    private void cancel(Order order, String why, long nowMs) {
        order.end(Order.Status.CANCELED, why, nowMs);
        order.hold(settlement.wallet(), fees.of(order.wish().pair()));
        tell(Change.CANCELED, order, nowMs);
    }

    private void step(long nowMs) {
        for (Order order : history.open()) {
            OrderWish wish = order.wish();
            BigDecimal quantity = market.take(wish.pair(), wish.side(), wish.limit(), order.remaining()).stream()
                    .map(Market.Taken::quantity)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            if (quantity.signum() > 0) {
                settlement.fill(order, wish.limit(), quantity, true, nowMs);
            }
        }
        if (deadMan.fires(nowMs)) {
            history.open().forEach(order -> cancel(order, "Cancel all after timeout", nowMs));
        }
    }

    private void tell(Change change, Order order, long nowMs) {
        List.copyOf(listeners).forEach(listener -> listener.order(change, order, null, nowMs));
    }
}
