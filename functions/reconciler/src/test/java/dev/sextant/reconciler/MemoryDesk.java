package dev.sextant.reconciler;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.event.Direction;
import dev.sextant.domain.event.Tier;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.Price;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.Claim;
import dev.sextant.domain.order.ClaimRequest;
import dev.sextant.domain.order.EntryPlan;
import dev.sextant.domain.order.Fill;
import dev.sextant.domain.order.IntentId;
import dev.sextant.domain.order.OpenTrade;
import dev.sextant.domain.order.OrderIntent;
import dev.sextant.domain.order.OrderLifecycle;
import dev.sextant.domain.order.OrderReport;
import dev.sextant.domain.order.OrderRequest;
import dev.sextant.domain.order.OrderState;
import dev.sextant.domain.order.OrderStore;
import dev.sextant.domain.order.OrderType;
import dev.sextant.domain.order.Purpose;
import dev.sextant.domain.order.Reported;
import dev.sextant.domain.order.Reservation;
import dev.sextant.domain.order.Side;
import dev.sextant.domain.order.StoredOrder;
import dev.sextant.domain.venue.VenueOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The desk's side: orders that move by the declared table, and the position that its booked fills make. */
final class MemoryDesk implements OrderStore, Portfolio {

    static final Account ACCOUNT = new Account("paper-main");
    static final Symbol BTC = new Symbol("BTCUSDT");
    static final long T0 = 1_723_161_300_000L;

    final Map<String, Stranger> strangers = new LinkedHashMap<>();
    private final Map<IntentId, StoredOrder> orders = new LinkedHashMap<>();
    private final Set<String> booked = new HashSet<>();
    private final Map<Symbol, BigDecimal> positions = new HashMap<>();
    final List<OrderReport> reports = new ArrayList<>();
    final List<String> moves = new ArrayList<>();
    final List<String> blocks = new ArrayList<>();
    List<OpenTrade> trades = List.of();
    final List<Findings> published = new ArrayList<>();

    /** An order of 0.5 BTC that was claimed at {@link #T0}. */
    StoredOrder sent(Purpose purpose, OrderState state) {
        boolean entry = purpose == Purpose.ENTRY;
        IntentId id = IntentId.derive(ACCOUNT, "v", "signal", 0, purpose, "" + orders.size());
        OrderRequest request = new OrderRequest(
                BTC,
                id.clientOrderId(),
                entry ? Side.BUY : Side.SELL,
                entry ? OrderType.MARKET : OrderType.STOP_MARKET,
                Quantity.of("0.5"),
                entry ? null : Price.of("61760"),
                !entry);
        StoredOrder order = new StoredOrder(
                id,
                ACCOUNT,
                "demo",
                "v",
                "signal",
                null,
                "trade",
                purpose,
                "signal",
                request,
                new BigDecimal("61800"),
                PLAN,
                state,
                2,
                Quantity.ZERO,
                T0,
                T0,
                null,
                null,
                0,
                null);
        orders.put(id, order);
        return order;
    }

    private static final EntryPlan PLAN = new EntryPlan(
            Direction.LONG,
            Tier.STANDARD,
            88,
            new BigDecimal("61800"),
            new BigDecimal("30"),
            new BigDecimal("40"),
            new BigDecimal("30"),
            new BigDecimal("60"),
            new BigDecimal("0.5"),
            T0,
            4_200_000);

    OrderState state(StoredOrder order) {
        return order(order.id()).state();
    }

    List<StoredOrder> all() {
        return List.copyOf(orders.values());
    }

    private StoredOrder order(IntentId id) {
        return Objects.requireNonNull(orders.get(id));
    }

    @Override
    public Reported report(OrderReport report) {
        reports.add(report);
        StoredOrder order = order(report.id());
        Quantity filled = order.filled();
        int fresh = 0;
        for (Fill fill : report.fills()) {
            if (booked.add(fill.tradeId())) {
                fresh++;
                filled = filled.plus(fill.quantity());
                BigDecimal signed = fill.quantity()
                        .value()
                        .multiply(BigDecimal.valueOf(fill.side().sign()));
                positions.merge(fill.symbol(), signed, BigDecimal::add);
            }
        }
        Optional<OrderState> next = Optional.ofNullable(report.trigger())
                .flatMap(trigger -> OrderLifecycle.next(order.state(), trigger))
                .filter(state -> state != order.state());
        next.ifPresent(state -> moves.add(order.state() + " -> " + state));
        OrderState state = next.orElse(order.state());
        Long quarantinedAtMs = state == OrderState.QUARANTINED && order.quarantinedAtMs() == null
                ? Long.valueOf(report.atMs())
                : order.quarantinedAtMs();
        orders.put(
                order.id(),
                with(order, state, filled, order.notFoundChecks(), quarantinedAtMs, order.cancelRequestedAtMs()));
        return new Reported(state, 1, next.isPresent() || fresh > 0, fresh, false);
    }

    @Override
    public int countNotFound(IntentId id) {
        StoredOrder order = order(id);
        int checks = order.notFoundChecks() + 1;
        orders.put(
                id,
                with(
                        order,
                        order.state(),
                        order.filled(),
                        checks,
                        order.quarantinedAtMs(),
                        order.cancelRequestedAtMs()));
        return checks;
    }

    @Override
    public boolean requestCancel(IntentId id, String source, String why, long nowMs) {
        StoredOrder order = order(id);
        orders.put(
                id, with(order, order.state(), order.filled(), order.notFoundChecks(), order.quarantinedAtMs(), nowMs));
        return true;
    }

    private static StoredOrder with(
            StoredOrder order,
            OrderState state,
            Quantity filled,
            int notFoundChecks,
            @Nullable Long quarantinedAtMs,
            @Nullable Long cancelRequestedAtMs) {
        return new StoredOrder(
                order.id(),
                order.account(),
                order.strategy(),
                order.strategyVersion(),
                order.sourceId(),
                order.decisionId(),
                order.tradeId(),
                order.purpose(),
                order.cause(),
                order.request(),
                order.referencePrice(),
                order.plan(),
                state,
                order.version() + 1,
                filled,
                order.createdAtMs(),
                order.claimedAtMs(),
                null,
                quarantinedAtMs,
                notFoundChecks,
                cancelRequestedAtMs);
    }

    @Override
    public List<StoredOrder> unfinished(Account account) {
        return orders.values().stream()
                .filter(order -> !order.state().isFinal())
                .toList();
    }

    @Override
    public Map<Symbol, BigDecimal> positions(Account account) {
        return Map.copyOf(positions);
    }

    @Override
    public Set<Symbol> symbols(Account account) {
        return Set.of(BTC);
    }

    @Override
    public Optional<OrderState> stateOf(Account account, VenueOrder order) {
        return orders.values().stream()
                .filter(each -> each.request().clientOrderId().equals(order.clientOrderId()))
                .map(StoredOrder::state)
                .findFirst();
    }

    @Override
    public boolean noteStranger(Account account, VenueOrder order, Stranger kind) {
        return strangers.put(order.clientOrderId(), kind) == null;
    }

    @Override
    public void block(Symbol symbol, String reason) {
        blocks.add(symbol + ": " + reason);
    }

    @Override
    public void publish(Account account, Findings findings, long nowMs) {
        published.add(findings);
    }

    @Override
    public Reservation reserve(OrderIntent intent, String source, long nowMs) {
        throw new AssertionError("the reconciler never wants an order");
    }

    @Override
    public Claim claim(ClaimRequest request) {
        throw new AssertionError("the reconciler never sends an order");
    }

    @Override
    public List<IntentId> lingeringApprovals(Account account, long olderThanMs) {
        throw new AssertionError("only risk-check sweeps");
    }

    @Override
    public boolean cancelsEntries(Account account) {
        throw new AssertionError("only the placer looks after entries");
    }

    @Override
    public List<OpenTrade> openTrades(Account account) {
        return trades;
    }
}
