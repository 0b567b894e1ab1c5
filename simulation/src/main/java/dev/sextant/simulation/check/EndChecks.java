package dev.sextant.simulation.check;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.order.Fill;
import dev.sextant.domain.order.IntentId;
import dev.sextant.domain.order.OrderState;
import dev.sextant.domain.order.Purpose;
import dev.sextant.domain.order.StoredOrder;
import dev.sextant.domain.portfolio.Position;
import dev.sextant.domain.risk.KillSwitch;
import dev.sextant.simulation.exchange.SimExchange;
import dev.sextant.simulation.exchange.SimOrder;
import dev.sextant.simulation.store.AccountView;
import dev.sextant.simulation.store.Limits;
import dev.sextant.simulation.store.ModelStore;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What must hold once everything has worked again for a while. */
public final class EndChecks {

    private static final long SETTLED_MS = 120_000;
    private static final long STREAM_MS = 30_000;

    private final ModelStore store;
    private final SimExchange exchange;
    private final Limits opened;
    private final long nowMs;

    public EndChecks(ModelStore store, SimExchange exchange, Limits opened, long nowMs) {
        this.store = store;
        this.exchange = exchange;
        this.opened = opened;
        this.nowMs = nowMs;
    }

    /** True while some order's fate is still open, which may take an hour of quarantine. */
    public boolean unresolved() {
        return exchange.hides()
                || store.orders().stream()
                        .anyMatch(order ->
                                order.state() == OrderState.UNKNOWN || order.state() == OrderState.QUARANTINED);
    }

    /** Throws a {@link Violation} for the first thing that does not hold. */
    public void all() {
        everyIntentIsSettled();
        fillsAreTheExchanges();
        positionsAgree();
        booksBalance();
        nothingRestsForWhatIsOver();
        positionsAreProtected();
        lossesAreCounted();
        theStreamFlows();
    }

    /** Else no entry would ever pass again. */
    private void theStreamFlows() {
        Long seenMs = store.listening().seenMs();
        Violation.when(
                seenMs == null || nowMs - seenMs > STREAM_MS, "S3", "the private stream was last seen at " + seenMs);
    }

    private void everyIntentIsSettled() {
        for (StoredOrder order : store.orders()) {
            boolean rests = order.request().type().conditional()
                    && (order.state() == OrderState.OPEN || order.state() == OrderState.PARTIALLY_FILLED);
            boolean old = nowMs - order.createdAtMs() > SETTLED_MS;
            Violation.when(
                    old && !rests && !order.state().isFinal(),
                    "C1",
                    order.purpose() + " " + order.id() + " is still " + order.state());
        }
    }

    private void fillsAreTheExchanges() {
        Set<String> here =
                store.bookedFills().stream().map(Fill::tradeId).collect(Collectors.toCollection(TreeSet::new));
        Set<String> there = exchange.fills().stream().map(Fill::tradeId).collect(Collectors.toCollection(TreeSet::new));
        Set<String> missing = new TreeSet<>(there);
        missing.removeAll(here);
        Violation.when(!missing.isEmpty(), "B1", "fills " + missing + " are not booked");
        Violation.when(
                store.bookedFills().size() != exchange.fills().size(),
                "B1",
                store.bookedFills().size() + " fills booked, "
                        + exchange.fills().size() + " at the exchange");
    }

    private void positionsAgree() {
        Map<Symbol, BigDecimal> here = normal(store.positions());
        Map<Symbol, BigDecimal> there = normal(exchange.positions(nowMs));
        Violation.when(!here.equals(there), "B2", "positions are " + here + " here and " + there + " at the exchange");
    }

    private static Map<Symbol, BigDecimal> normal(Map<Symbol, BigDecimal> positions) {
        Map<Symbol, BigDecimal> plain = new TreeMap<>();
        positions.forEach((symbol, quantity) -> plain.put(symbol, quantity.stripTrailingZeros()));
        return plain;
    }

    /** From the exchange's fills alone, in the order they happened. */
    private void booksBalance() {
        String currency = store.account().currency();
        Map<Symbol, Position> folded = new TreeMap<>();
        for (Fill fill : store.bookedFills()) {
            folded.merge(
                    fill.symbol(), Position.FLAT.after(fill, currency), (before, one) -> before.after(fill, currency));
        }
        BigDecimal balance = opened.startBalance();
        for (Position position : folded.values()) {
            balance = balance.add(position.realisedPnl()).subtract(position.fees());
        }
        Violation.when(
                balance.compareTo(store.account().balance()) != 0,
                "B2",
                "balance is " + store.account().balance() + ", fills make " + balance);
    }

    private void nothingRestsForWhatIsOver() {
        Set<String> open = store.account().trips().stream()
                .filter(trip -> trip.closedAtMs() == null)
                .map(AccountView.Trip::tradeId)
                .collect(Collectors.toSet());
        for (SimOrder order : exchange.orders()) {
            if (order.isOpen()) {
                StoredOrder intent = store.byClientId(order.clientOrderId()).orElseThrow();
                Violation.when(
                        intent.state().isFinal(),
                        "C3",
                        "order " + intent.id() + " is open at the exchange and " + intent.state() + " here");
                Violation.when(
                        !open.contains(intent.tradeId()),
                        "C3",
                        intent.purpose() + " " + intent.id() + " rests although its trade is closed");
                Violation.when(
                        intent.purpose() == Purpose.ENTRY
                                && store.account().kill().level().compareTo(KillSwitch.Level.CANCEL) >= 0,
                        "E3",
                        "entry " + intent.id() + " rests although the switch cancels entries");
            }
        }
    }

    /**
     * By what the exchange holds. What others have closed is either booked by an order that was never sent, or missing from
     * the position. Where a person traded too, a reduce-only order may have closed their part: what is left is theirs to sort out.
     */
    public void positionsAreProtected() {
        if (exchange.hides()) {
            // Nobody can protect what nobody can see; the position's difference blocks the symbol meanwhile.
            return;
        }
        Map<String, BigDecimal> left = new TreeMap<>();
        Map<String, BigDecimal> covered = new TreeMap<>();
        for (SimOrder order : exchange.orders()) {
            StoredOrder intent = store.byClientId(order.clientOrderId()).orElseThrow();
            boolean opens = intent.purpose() == Purpose.ENTRY;
            left.merge(intent.tradeId(), opens ? order.filled() : order.filled().negate(), BigDecimal::add);
            if (order.isOpen() && (intent.purpose() == Purpose.STOP || intent.purpose() == Purpose.CLOSE)) {
                covered.merge(
                        intent.tradeId(), order.request().quantity().value().subtract(order.filled()), BigDecimal::add);
            }
        }
        store.orders().stream()
                .filter(order -> exchange.orders().stream()
                        .noneMatch(sent ->
                                sent.clientOrderId().equals(order.request().clientOrderId())))
                .forEach(adopted -> left.computeIfPresent(
                        adopted.tradeId(),
                        (_, quantity) -> quantity.subtract(adopted.filled().value())));
        left.forEach((trade, quantity) -> protectedOr(trade, quantity, covered.getOrDefault(trade, BigDecimal.ZERO)));
    }

    private void protectedOr(String trade, BigDecimal unclosed, BigDecimal covered) {
        StoredOrder entry = store.order(new IntentId(trade)).orElseThrow();
        BigDecimal left = unclosed.min(exchange.position(entry.symbol()).abs());
        if (left.signum() > 0 && !exchange.wasTradedByHand(entry.symbol())) {
            Violation.when(
                    covered.compareTo(left) < 0,
                    "P1",
                    "trade " + trade + " holds " + left + " with stops for " + covered);
            Violation.when(
                    store.account().kill().level() == KillSwitch.Level.FLATTEN,
                    "E4",
                    "trade " + trade + " is open although the switch flattens");
        }
    }

    /** The runs stay within one day, so its result is the sum of its trips. */
    private void lossesAreCounted() {
        List<BigDecimal> results = store.account().trips().stream()
                .map(AccountView.Trip::pnlR)
                .filter(Objects::nonNull)
                .toList();
        BigDecimal sum = results.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal counted = store.account().standing().dayPnl().value();
        Violation.when(
                sum.compareTo(counted) != 0, "D3", "the day is at " + counted + " R, its trips make " + sum + " R");
    }
}
