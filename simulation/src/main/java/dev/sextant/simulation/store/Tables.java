package dev.sextant.simulation.store;

import dev.sextant.domain.instrument.Instrument;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.order.Fill;
import dev.sextant.domain.order.IntentId;
import dev.sextant.domain.order.OrderLifecycle;
import dev.sextant.domain.order.OrderState;
import dev.sextant.domain.order.OrderTrigger;
import dev.sextant.domain.order.StoreException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows, and the one way in which an order moves. */
final class Tables {

    /** The key of a fill for ever. */
    record FillKey(Symbol symbol, String tradeId) {}

    /** The venue's name of an order. */
    record VenueKey(Symbol symbol, String venueOrderId) {}

    final AccountRow account;
    final Map<IntentId, OrderRow> orders = new LinkedHashMap<>();
    /** Orders that are not final, oldest first. */
    final Map<IntentId, OrderRow> open = new LinkedHashMap<>();

    final Map<String, PlanRow> plans = new LinkedHashMap<>();
    final Map<String, TradeRow> trades = new LinkedHashMap<>();
    final Map<String, TradeRow> openTrades = new LinkedHashMap<>();
    final Map<String, List<OrderRow>> byTrade = new HashMap<>();
    final Map<String, OrderRow> byClientId = new HashMap<>();
    /** By the venue's id of the regular order that executes a conditional one. */
    final Map<String, OrderRow> byExecutor = new HashMap<>();
    /** Newest fill of a symbol. */
    final Map<Symbol, Long> bookedToMs = new HashMap<>();
    /** The youngest ingest that a symbol's trades were heard of. */
    final Map<Symbol, Long> epochs = new HashMap<>();

    final Map<VenueKey, ExternalRow> externals = new LinkedHashMap<>();
    final List<AdoptionRow> adoptions = new ArrayList<>();
    final Set<FillKey> fillKeys = new HashSet<>();
    final List<Fill> booked = new ArrayList<>();
    final List<Move> moves = new ArrayList<>();
    final List<Audited> audit = new ArrayList<>();
    final Map<Symbol, Instrument> instruments = new HashMap<>();
    final Set<Symbol> symbols = new TreeSet<>();
    private long ordinals;
    private long steps;

    Tables(Limits opened) {
        this.account = new AccountRow(opened);
    }

    OrderRow order(IntentId id) {
        OrderRow row = orders.get(id);
        if (row == null) {
            throw new StoreException("intent " + id + " does not exist", false, new IllegalArgumentException());
        }
        return row;
    }

    String currency() {
        return account.opened.settings().currency();
    }

    long nextOrdinal() {
        return ++ordinals;
    }

    long nextStep() {
        return ++steps;
    }

    /** {@code ops.append_audit}. */
    void audit(String action, String subject, long atMs) {
        audit.add(new Audited(action, subject, atMs));
    }

    void add(OrderRow row) {
        orders.put(row.intent.id(), row);
        byTrade.computeIfAbsent(row.intent.tradeId(), id -> new ArrayList<>()).add(row);
        byClientId.put(row.intent.request().clientOrderId(), row);
        symbols.add(row.intent.request().symbol());
        if (!row.state.isFinal()) {
            open.put(row.intent.id(), row);
        }
    }

    List<OrderRow> ordersOf(String tradeId) {
        return byTrade.getOrDefault(tradeId, List.of());
    }

    /** Plans that are not over, oldest first. */
    Stream<PlanRow> livePlans() {
        return plans.values().stream().filter(PlanRow::isLive);
    }

    /** Moves by the declared table; null when it has no such move. */
    @Nullable
    OrderState move(OrderRow row, OrderTrigger on, long atMs) {
        OrderState next = OrderLifecycle.next(row.state, on).orElse(null);
        return next == null ? null : force(row, on, next, atMs);
    }

    OrderState force(OrderRow row, OrderTrigger on, OrderState next, long atMs) {
        moves.add(new Move(row.intent.id(), on, row.state, next, atMs));
        row.state = next;
        row.version++;
        row.updatedAtMs = atMs;
        if (on == OrderTrigger.OUTCOME_UNKNOWN) {
            row.unknownSinceMs = atMs;
        }
        if (on == OrderTrigger.NOT_FOUND) {
            row.quarantinedAtMs = atMs;
        }
        if (next.isFinal()) {
            open.remove(row.intent.id());
        } else {
            open.put(row.intent.id(), row);
        }
        return next;
    }
}
