package dev.sextant.simulation.exchange;

import dev.sextant.domain.instrument.Instrument;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.Price;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.Fill;
import dev.sextant.domain.order.OrderRequest;
import dev.sextant.domain.order.OrderType;
import dev.sextant.domain.order.Side;
import dev.sextant.domain.venue.Cancellation;
import dev.sextant.domain.venue.Placement;
import dev.sextant.domain.venue.VenueOrder;
import dev.sextant.simulation.kernel.Kernel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What arrives at the exchange and what it does with it. Times are true time, which is the exchange's. */
public final class SimExchange implements OrderReads {

    /** How old a signed request may be when it arrives. */
    public static final long RECEIVE_WINDOW_MS = 2_000;

    /** How far ahead of the exchange's clock a request may be signed. */
    public static final long MAX_AHEAD_MS = 1_000;

    /** Longest time between the gateway and the matching engine. */
    public static final long ENGINE_MS = 10_000;

    /** An order that was accepted late is so many times more likely not to be found. */
    private static final int LOST_FROM_SIGHT = 5;

    private final Kernel kernel;
    private final Watch watch;
    private final Map<Symbol, Instrument> instruments = new TreeMap<>();
    private final Map<Symbol, SimPrice> prices = new TreeMap<>();
    private final Map<Symbol, SimHolding> holdings = new TreeMap<>();
    private final Map<String, SimOrder> newest = new LinkedHashMap<>();
    private final List<SimOrder> all = new ArrayList<>();
    private final List<Fill> fills = new ArrayList<>();
    private final Set<Symbol> tradedByHand = new TreeSet<>();
    private final Matching matching;
    private final Refusals refusals;
    private final UserStream users = new UserStream();
    private final OtherOrders others;
    private final News news;
    private Habits habits = Habits.GOOD;
    private long bannedUntilMs;
    private long maintenanceUntilMs;
    private long hiddenUntilMs;
    private long ids = 1_000;

    public SimExchange(Kernel kernel, Watch watch) {
        this.kernel = kernel;
        this.watch = watch;
        this.news = new News(kernel, users);
        this.matching = new Matching(kernel, this);
        this.refusals = new Refusals(this, watch);
        this.others = new OtherOrders(kernel, this);
    }

    public void list(Instrument instrument, BigDecimal price) {
        instruments.put(instrument.symbol(), instrument);
        prices.put(instrument.symbol(), new SimPrice(instrument, price));
        holdings.put(instrument.symbol(), new SimHolding());
    }

    /** Replaces the filters of a symbol. */
    public void change(Instrument instrument) {
        instruments.put(instrument.symbol(), instrument);
    }

    public Instrument instrument(Symbol symbol) {
        return of(instruments, symbol);
    }

    public void setHabits(Habits now) {
        this.habits = now;
    }

    Habits habits() {
        return habits;
    }

    /** Nobody of this address is answered until then. */
    public void ban(long forMs) {
        bannedUntilMs = Math.max(bannedUntilMs, kernel.nowMs() + forMs);
    }

    public void close(long forMs) {
        maintenanceUntilMs = Math.max(maintenanceUntilMs, kernel.nowMs() + forMs);
    }

    /** False while reads are refused. */
    public boolean answers() {
        return kernel.nowMs() >= bannedUntilMs && kernel.nowMs() >= maintenanceUntilMs;
    }

    // Requests, as they arrive.

    /** Takes, refuses, or neither. */
    public Placement place(OrderRequest request, long signedAtMs) {
        long nowMs = kernel.nowMs();
        if (nowMs < bannedUntilMs) {
            return new Placement.Rejected("418", "banned", false, true);
        }
        if (nowMs < maintenanceUntilMs || kernel.chance(habits.failsBlindly())) {
            return new Placement.Unknown("503 Unknown error");
        }
        if (nowMs > signedAtMs + RECEIVE_WINDOW_MS || signedAtMs > nowMs + MAX_AHEAD_MS) {
            return new Placement.Rejected("-1021", "timestamp outside the receive window", true, false);
        }
        if (kernel.chance(habits.lateAcceptance())) {
            kernel.after(kernel.between(1, ENGINE_MS), () -> take(request, LOST_FROM_SIGHT));
            return new Placement.Unknown("-1007 time-out waiting for the backend");
        }
        return take(request, 1);
    }

    private Placement take(OrderRequest request, int likelihood) {
        Optional<Placement> refusal = refusals.of(request, newest.get(request.clientOrderId()));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        SimOrder order = new SimOrder(request, nextId(), kernel.nowMs());
        if (kernel.chance(likelihood * habits.hiddenOrders())) {
            hiddenUntilMs = Math.max(hiddenUntilMs, kernel.nowMs() + kernel.between(600_000, 1_800_000));
            order.hide(hiddenUntilMs, kernel.chance(0.8));
        }
        newest.put(request.clientOrderId(), order);
        all.add(order);
        kernel.note("accepted " + request.clientOrderId());
        watch.accepted(order);
        news.accepted(order);
        if (request.type() == OrderType.MARKET) {
            matching.execute(order);
        }
        return new Placement.Accepted(order.now(kernel.nowMs()));
    }

    public Cancellation cancel(String clientOrderId) {
        SimOrder order = newest.get(clientOrderId);
        if (order == null || !order.isOpen() || order.isCancelling()) {
            return new Cancellation.NotOpen();
        }
        long delayMs = kernel.chance(habits.lazyCancels()) ? kernel.between(1, 2_000) : 0;
        order.cancelling();
        if (delayMs == 0) {
            cancelled(order);
        } else {
            kernel.after(delayMs, () -> cancelled(order));
        }
        return new Cancellation.Accepted();
    }

    private void cancelled(SimOrder order) {
        if (order.isOpen()) {
            order.end(VenueOrder.Status.CANCELED, null, kernel.nowMs());
            news.ended(order);
            kernel.note("cancelled " + order.clientOrderId());
        }
    }

    // Reads, as of a moment.

    @Override
    public long momentOfRead() {
        return kernel.nowMs() - (kernel.chance(habits.staleReads()) ? kernel.between(1, 4_000) : 0);
    }

    @Override
    public Optional<VenueOrder> find(String clientOrderId, long momentMs) {
        SimOrder order = newest.get(clientOrderId);
        return order == null ? Optional.empty() : Optional.ofNullable(order.asOf(momentMs, kernel.nowMs()));
    }

    @Override
    public List<VenueOrder> openOrders(Symbol symbol, long momentMs) {
        List<VenueOrder> open = new ArrayList<>();
        for (SimOrder order : all) {
            VenueOrder seen = order.request().symbol().equals(symbol) ? order.asOf(momentMs, kernel.nowMs()) : null;
            if (seen != null
                    && (seen.status() == VenueOrder.Status.OPEN
                            || seen.status() == VenueOrder.Status.PARTIALLY_FILLED)) {
                open.add(seen);
            }
        }
        return open;
    }

    @Override
    public List<Fill> fillsSince(Symbol symbol, long sinceMs, long momentMs) {
        return fills.stream()
                .filter(fill -> fill.symbol().equals(symbol))
                .filter(fill -> fill.filledAtMs() >= sinceMs && fill.filledAtMs() <= momentMs)
                .toList();
    }

    public Map<Symbol, BigDecimal> positions(long momentMs) {
        Map<Symbol, BigDecimal> held = new TreeMap<>();
        holdings.forEach((symbol, holding) -> {
            BigDecimal then = holding.asOf(momentMs);
            if (then.signum() != 0) {
                held.put(symbol, then);
            }
        });
        return held;
    }

    // What happens by itself.

    /** Moves every price a step and triggers what waits for it. */
    public void step() {
        prices.forEach((symbol, price) -> {
            price.step(kernel);
            all.stream()
                    .filter(order -> order.waits() && order.request().symbol().equals(symbol))
                    .filter(order -> Refusals.reached(order.request(), price.now()))
                    .toList()
                    .forEach(matching::trigger);
        });
    }

    /** A trade a person makes elsewhere on the same account. */
    public void tradeByHand(Symbol symbol, BigDecimal signedQty) {
        of(holdings, symbol).add(signedQty, kernel.nowMs());
        tradedByHand.add(symbol);
        news.byHand(symbol, signedQty, price(symbol), nextId(), position(symbol));
        kernel.note("by hand " + symbol + " " + signedQty);
    }

    /** An execution of somebody else's order that closes what is held. */
    void closed(Fill fill, String clientId, BigDecimal filled, boolean whole) {
        BigDecimal signed = fill.quantity().value().multiply(BigDecimal.valueOf(sign(fill.side())));
        of(holdings, fill.symbol()).add(signed, kernel.nowMs());
        fills.add(fill);
        kernel.note("closed " + fill.quantity() + " " + fill.symbol() + " for " + clientId);
        watch.closedByOthers(fill);
        news.closed(fill, clientId, filled, whole, position(fill.symbol()));
    }

    /** Orders of others. */
    public OtherOrders others() {
        return others;
    }

    void book(SimOrder order, BigDecimal quantity, Price price) {
        long nowMs = kernel.nowMs();
        order.fill(quantity, nowMs);
        of(holdings, order.request().symbol()).add(quantity.multiply(BigDecimal.valueOf(order.sign())), nowMs);
        BigDecimal fee = quantity.multiply(price.value()).movePointLeft(4).multiply(BigDecimal.valueOf(5));
        Fill fill = new Fill(
                order.request().symbol(),
                nextId(),
                order.fillsOrderId(),
                order.request().side(),
                price,
                new Quantity(quantity),
                fee,
                "USDT",
                false,
                nowMs);
        fills.add(fill);
        kernel.note("filled " + order.clientOrderId() + " " + quantity);
        watch.filled(order, fill);
        news.filled(order, fill, position(order.request().symbol()));
    }

    News news() {
        return news;
    }

    /** The user data stream of the account. */
    public UserStream users() {
        return users;
    }

    String nextId() {
        return Long.toString(ids++);
    }

    // For checks.

    public Price price(Symbol symbol) {
        return of(prices, symbol).now();
    }

    Price price(Symbol symbol, long away) {
        return of(prices, symbol).at(away);
    }

    /** True while some order can't be found. */
    public boolean hides() {
        return kernel.nowMs() < hiddenUntilMs;
    }

    /** Whether a person ever traded the symbol on the account. */
    public boolean wasTradedByHand(Symbol symbol) {
        return tradedByHand.contains(symbol);
    }

    public BigDecimal position(Symbol symbol) {
        return of(holdings, symbol).now();
    }

    public List<SimOrder> orders() {
        return Collections.unmodifiableList(all);
    }

    public List<Fill> fills() {
        return Collections.unmodifiableList(fills);
    }

    static int sign(Side side) {
        return side == Side.BUY ? 1 : -1;
    }

    private static <V> V of(Map<Symbol, V> map, Symbol symbol) {
        V value = map.get(symbol);
        if (value == null) {
            throw new IllegalStateException(symbol + " is not listed at the simulated exchange");
        }
        return value;
    }
}
