package dev.sextant.simulation.spot;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.Fill;
import dev.sextant.domain.order.OrderRequest;
import dev.sextant.domain.order.Side;
import dev.sextant.domain.plan.PairTerms;
import dev.sextant.domain.venue.Placement;
import dev.sextant.domain.venue.VenueOrder;
import dev.sextant.simulation.exchange.Habits;
import dev.sextant.simulation.exchange.OrderReads;
import dev.sextant.simulation.kernel.Kernel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The exchange. Everything happens at the moment a message arrives. */
public final class SpotExchange implements OrderReads {

    /** From signing on; what arrives later is refused. */
    public static final long DEADLINE_MS = 2_000;

    private static final long LONGEST_STALE_MS = 4_000;
    private static final long SLOW_MS = 3_000;
    private static final long HIDDEN_MS = 600_000;

    private final Kernel kernel;
    private final SpotMarket market;
    private final SpotWatch watch;
    private final List<SpotOrder> orders = new ArrayList<>();
    private final Map<String, Long> nonces = new HashMap<>();
    private final Map<String, BigDecimal> balances = new TreeMap<>();
    private final Set<Symbol> halted = new HashSet<>();
    private Habits habits = Habits.GOOD;
    private long closedUntilMs;
    private long trades;

    /** @param dollars what the account begins with */
    public SpotExchange(Kernel kernel, SpotMarket market, SpotWatch watch, BigDecimal dollars) {
        this.kernel = kernel;
        this.market = market;
        this.watch = watch;
        balances.put("USD", dollars);
    }

    public void setHabits(Habits other) {
        habits = other;
    }

    /** Maintenance. */
    public void close(long forMs) {
        closedUntilMs = kernel.nowMs() + forMs;
        kernel.note("the exchange closes");
    }

    public void open() {
        closedUntilMs = 0;
        halted.clear();
    }

    /** Takes no orders for a pair, or takes them again. */
    public void halt(Symbol pair, boolean halt) {
        if (halt) {
            halted.add(pair);
        } else {
            halted.remove(pair);
        }
    }

    public boolean isHalted(Symbol pair) {
        return halted.contains(pair);
    }

    /** Whether a private request is let in: its nonce is above every one before it, and the exchange is there. */
    public boolean lets(String key, long nonce) {
        Long last = nonces.get(key);
        boolean rises = last == null || nonce > last;
        if (rises) {
            nonces.put(key, nonce);
            watch.nonce(key, nonce);
        }
        return rises && kernel.nowMs() >= closedUntilMs;
    }

    /** Places an order. */
    public Placement place(OrderRequest request, long signedAtMs, String key, long nonce) {
        Long last = nonces.get(key);
        if (last != null && nonce <= last) {
            return refused(request, "EAPI:Invalid nonce");
        }
        if (!lets(key, nonce)) {
            return kernel.chance(0.5) ? refused(request, "EService:Market in cancel_only mode") : unknown();
        }
        String refusal = refusal(request, signedAtMs);
        if (refusal != null) {
            return refused(request, refusal);
        }
        boolean twice = orders.stream()
                .anyMatch(order ->
                        order.isOpen() && order.request().clientOrderId().equals(request.clientOrderId()));
        if (twice || kernel.chance(habits.failsBlindly())) {
            return unknown();
        }
        if (kernel.chance(habits.lateAcceptance())) {
            long latestMs = Math.max(0, signedAtMs + DEADLINE_MS - kernel.nowMs());
            kernel.after(kernel.between(0, latestMs), () -> acceptLate(request, signedAtMs));
            return unknown();
        }
        return new Placement.Accepted(accept(request).now());
    }

    private void acceptLate(OrderRequest request, long signedAtMs) {
        if (refusal(request, signedAtMs) == null) {
            accept(request);
        }
    }

    private static Placement unknown() {
        return new Placement.Unknown("EService:Unavailable");
    }

    private Placement refused(OrderRequest request, String code) {
        watch.refused(request, code);
        return new Placement.Rejected(code, code, true, false);
    }

    private @Nullable String refusal(OrderRequest request, long signedAtMs) {
        PairTerms terms = market.book(request.symbol()).terms();
        if (kernel.nowMs() > signedAtMs + DEADLINE_MS) {
            return "EOrder:Deadline elapsed";
        }
        if (halted.contains(request.symbol())) {
            return "EService:Market in cancel_only mode";
        }
        if (request.quantity().value().compareTo(terms.minQuantity()) < 0) {
            return "EOrder:Order minimum not met";
        }
        return has(request) ? null : "EOrder:Insufficient funds";
    }

    /** A buyer must have what its limit costs, fee included. */
    private boolean has(OrderRequest request) {
        PairTerms terms = market.book(request.symbol()).terms();
        BigDecimal quantity = request.quantity().value();
        BigDecimal needed = request.side() == Side.SELL
                ? quantity
                : quantity.multiply(Objects.requireNonNull(request.limitPrice()).value())
                        .multiply(terms.feeRate().add(BigDecimal.ONE));
        return balances.getOrDefault(terms.gives(request.side()), BigDecimal.ZERO)
                        .compareTo(needed)
                >= 0;
    }

    private SpotOrder accept(OrderRequest request) {
        long nowMs = kernel.nowMs();
        long hiddenMs = kernel.chance(habits.hiddenOrders()) ? kernel.between(HIDDEN_MS, 3 * HIDDEN_MS) : 0;
        SpotOrder order = new SpotOrder(request, "O" + (orders.size() + 1), nowMs, nowMs + hiddenMs);
        orders.add(order);
        kernel.say(() -> "the exchange accepts " + request);
        watch.accepted(order);
        if (kernel.chance(habits.slowMatching())) {
            kernel.after(kernel.between(1, SLOW_MS), () -> match(order));
        } else {
            match(order);
        }
        return order;
    }

    /** Trades what the book has at its limit; somebody else may have been faster. */
    private void match(SpotOrder order) {
        Quantity wanted = order.request().quantity();
        if (!has(order.request()) || kernel.chance(habits.remainderExpires() / 2)) {
            wanted = Quantity.ZERO;
        } else if (kernel.chance(habits.remainderExpires())) {
            wanted = part(wanted, market.book(order.request().symbol()).terms().step());
        }
        if (kernel.chance(habits.partialFills() / 2)) {
            Quantity first =
                    part(wanted, market.book(order.request().symbol()).terms().step());
            Quantity rest = wanted.minus(first);
            trade(order, first);
            if (!order.filled().isZero()) {
                order.become(VenueOrder.Status.PARTIALLY_FILLED, kernel.nowMs());
            }
            kernel.after(kernel.between(1, SLOW_MS / 2), () -> finish(order, rest));
        } else {
            finish(order, wanted);
        }
    }

    private Quantity part(Quantity of, BigDecimal step) {
        BigDecimal share = BigDecimal.valueOf(kernel.between(0, 100), 2);
        return new Quantity(of.value().multiply(share)).floorTo(step);
    }

    private void finish(SpotOrder order, Quantity wanted) {
        trade(order, wanted);
        boolean whole = order.filled().equals(order.request().quantity());
        order.become(whole ? VenueOrder.Status.FILLED : VenueOrder.Status.CANCELED, kernel.nowMs());
    }

    private void trade(SpotOrder order, Quantity wanted) {
        OrderRequest request = order.request();
        SpotBook book = market.book(request.symbol());
        if (wanted.isZero()) {
            return;
        }
        for (SpotBook.Part part : book.parts(request.side(), wanted, Objects.requireNonNull(request.limitPrice()))) {
            book.take(request.side(), part.quantity());
            Fill fill = new Fill(
                    request.symbol(),
                    "T" + ++trades,
                    order.venueOrderId(),
                    request.side(),
                    part.price(),
                    part.quantity(),
                    part.cost().multiply(book.terms().feeRate()),
                    book.terms().quote(),
                    false,
                    kernel.nowMs());
            order.add(fill);
            settle(book.terms(), fill);
            watch.traded(order, fill);
        }
    }

    private void settle(PairTerms terms, Fill fill) {
        BigDecimal quantity = fill.quantity().value();
        BigDecimal cost = fill.quantity().notionalAt(fill.price());
        boolean buys = fill.side() == Side.BUY;
        balances.merge(terms.base(), buys ? quantity : quantity.negate(), BigDecimal::add);
        balances.merge(terms.quote(), (buys ? cost.negate() : cost).subtract(fill.fee()), BigDecimal::add);
    }

    @Override
    public long momentOfRead() {
        return kernel.nowMs() - (kernel.chance(habits.staleReads()) ? kernel.between(1, LONGEST_STALE_MS) : 0);
    }

    @Override
    public Optional<VenueOrder> find(String clientOrderId, long momentMs) {
        return orders.reversed().stream()
                .filter(order ->
                        order.request().clientOrderId().equals(clientOrderId) && order.isVisibleAt(kernel.nowMs()))
                .flatMap(order -> order.at(momentMs).stream())
                .findFirst();
    }

    @Override
    public List<VenueOrder> openOrders(Symbol pair, long momentMs) {
        return orders.stream()
                .filter(order -> order.request().symbol().equals(pair) && order.isVisibleAt(kernel.nowMs()))
                .flatMap(order -> order.at(momentMs).stream())
                .filter(order -> order.status() == VenueOrder.Status.OPEN
                        || order.status() == VenueOrder.Status.PARTIALLY_FILLED)
                .toList();
    }

    @Override
    public List<Fill> fillsSince(Symbol pair, long sinceMs, long momentMs) {
        return orders.stream()
                .filter(order -> order.request().symbol().equals(pair) && order.isVisibleAt(kernel.nowMs()))
                .flatMap(order -> order.fills().stream())
                .filter(fill -> fill.filledAtMs() >= sinceMs && fill.filledAtMs() <= momentMs)
                .toList();
    }

    public Map<String, BigDecimal> balances() {
        return Collections.unmodifiableMap(balances);
    }

    /** Everything that was ever accepted, oldest first. */
    public List<SpotOrder> orders() {
        return Collections.unmodifiableList(orders);
    }
}
