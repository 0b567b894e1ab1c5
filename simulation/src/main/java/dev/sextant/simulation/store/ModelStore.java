package dev.sextant.simulation.store;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.instrument.Instrument;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.order.Claim;
import dev.sextant.domain.order.ClaimRequest;
import dev.sextant.domain.order.Fill;
import dev.sextant.domain.order.IntentId;
import dev.sextant.domain.order.OpenTrade;
import dev.sextant.domain.order.OrderIntent;
import dev.sextant.domain.order.OrderReport;
import dev.sextant.domain.order.OrderState;
import dev.sextant.domain.order.OrderStore;
import dev.sextant.domain.order.Reported;
import dev.sextant.domain.order.Reservation;
import dev.sextant.domain.order.StoredOrder;
import dev.sextant.domain.plan.PlanStore;
import dev.sextant.domain.portfolio.Position;
import dev.sextant.domain.risk.KillSwitch;
import dev.sextant.domain.risk.RiskLimits;
import dev.sextant.domain.risk.RiskPicture;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The database of one account. Every method is one atomic step; times are market time, epoch milliseconds. */
public final class ModelStore implements OrderStore {

    private static final int SOME = 100;
    private static final long MINUTE_MS = 60_000;

    final Tables tables;
    private final Reserving reserving;
    private final Claiming claiming;
    private final Reporting reporting;
    private final Set<Defect> defects;
    private final IngestLeases leases;
    private final PlanSteps plans;

    /** @param defects what is wrong on purpose; empty for the real protocol */
    public ModelStore(Limits account, Set<Defect> defects) {
        this(account, defects, Set.of());
    }

    /** @param ofPlans what is wrong on purpose with plans of several orders */
    public ModelStore(Limits account, Set<Defect> defects, Set<PlanDefect> ofPlans) {
        this.tables = new Tables(account);
        this.defects = Set.copyOf(defects);
        this.leases = new IngestLeases(this.defects);
        this.reserving = new Reserving(tables, this.defects);
        PlanGate gate = new PlanGate(tables, Set.copyOf(ofPlans));
        this.claiming = new Claiming(tables, this.defects, gate);
        this.plans = new PlanSteps(tables, claiming, gate, Set.copyOf(ofPlans));
        this.reporting = new Reporting(tables, this.defects);
    }

    @Override
    public Reservation reserve(OrderIntent intent, String source, long nowMs) {
        return reserving.reserve(intent, nowMs);
    }

    @Override
    public Claim claim(ClaimRequest request) {
        return claiming.claim(request);
    }

    @Override
    public Reported report(OrderReport report) {
        return reporting.report(report);
    }

    @Override
    public boolean requestCancel(IntentId id, String source, String why, long nowMs) {
        OrderRow row = tables.orders.get(id);
        if (row == null || row.state.isFinal()) {
            return false;
        }
        if (row.cancelRequestedAtMs != null && defects.contains(Defect.LATCH_ONCE)) {
            return false;
        }
        if (row.cancelRequestedAtMs == null) {
            tables.audit("cancel_requested", id.hex(), nowMs);
        }
        row.cancelRequestedAtMs = nowMs;
        return true;
    }

    @Override
    public int countNotFound(IntentId id) {
        return ++tables.order(id).notFoundChecks;
    }

    @Override
    public List<IntentId> lingeringApprovals(Account account, long olderThanMs) {
        if (defects.contains(Defect.NO_SWEEP)) {
            return List.of();
        }
        return tables.open.values().stream()
                .filter(row -> row.state == OrderState.APPROVED
                        && (row.createdAtMs <= olderThanMs || row.createdAtMs > olderThanMs + MINUTE_MS))
                .limit(SOME)
                .map(row -> row.intent.id())
                .toList();
    }

    @Override
    public List<StoredOrder> unfinished(Account account) {
        return tables.open.values().stream()
                .filter(row -> row.state != OrderState.APPROVED)
                .map(OrderRow::stored)
                .toList();
    }

    @Override
    public boolean cancelsEntries(Account account) {
        return tables.account.kill.level().compareTo(KillSwitch.Level.CANCEL) >= 0;
    }

    @Override
    public List<OpenTrade> openTrades(Account account) {
        return new OpenTrades(tables, defects).list();
    }

    // What other parts of the desk write.

    /** The venue's filters as last refreshed. */
    public void setInstrument(Instrument instrument) {
        tables.instruments.put(instrument.symbol(), instrument);
    }

    public Optional<Instrument> instrument(Symbol symbol) {
        return Optional.ofNullable(tables.instruments.get(symbol));
    }

    public void setStrategy(String name, String state, List<Symbol> symbols) {
        tables.account.strategies.put(name, new RiskPicture.Trader(state, symbols));
    }

    /** {@code RECOVERING}, {@code HEALTHY} or {@code ENDED}. */
    public void setDeskState(String state) {
        tables.account.deskState = state;
    }

    public String deskState() {
        return String.valueOf(tables.account.deskState);
    }

    public void setLimits(RiskLimits limits) {
        tables.account.limits = limits;
        tables.account.limitsVersion++;
    }

    /** What the account was opened with. */
    public RiskLimits firstLimits() {
        return tables.account.opened.limits();
    }

    public RiskLimits limits() {
        return tables.account.limits;
    }

    /** What the ingest, the reconciler and the placer's watch write. */
    public Surroundings surroundings() {
        return new Surroundings(tables, defects);
    }

    /** What is kept about the private stream. */
    public Listening listening() {
        return new Listening(tables);
    }

    /** Which ingest may tell the time. */
    public IngestLeases leases() {
        return leases;
    }

    /** What a person may order. */
    public Commands commands() {
        return new Commands(tables, defects);
    }

    /** Orders of others, and their booking. */
    public Adopting adopting() {
        return new Adopting(tables, reserving, claiming, reporting, defects);
    }

    /** The steps of plans of several orders. */
    public PlanStore plans() {
        return plans;
    }

    /** Plans as they stand. */
    public PlanView planView() {
        return new PlanView(tables);
    }

    // What others read.

    public AccountView account() {
        return new AccountView(tables);
    }

    /** Signed quantity of every position that is not flat. */
    public Map<Symbol, BigDecimal> positions() {
        Map<Symbol, BigDecimal> held = new TreeMap<>();
        tables.account.positions.forEach((symbol, position) -> {
            if (position.signedQty().signum() != 0) {
                held.put(symbol, position.signedQty());
            }
        });
        return held;
    }

    public Map<Symbol, Position> bookedPositions() {
        return Collections.unmodifiableMap(tables.account.positions);
    }

    /** Fills as booked, oldest first. */
    public List<Fill> bookedFills() {
        return Collections.unmodifiableList(tables.booked);
    }

    public Set<Symbol> symbols() {
        return Collections.unmodifiableSet(tables.symbols);
    }

    public Optional<StoredOrder> order(IntentId id) {
        return Optional.ofNullable(tables.orders.get(id)).map(OrderRow::stored);
    }

    public Optional<StoredOrder> byClientId(String clientOrderId) {
        return Optional.ofNullable(tables.byClientId.get(clientOrderId)).map(OrderRow::stored);
    }

    /** When an entry must not be sent any more, or null for an exit. */
    public @Nullable Long expiresAtMs(IntentId id) {
        return tables.order(id).intent.expiresAtMs();
    }

    /** Entries of a symbol that are not final. */
    public List<StoredOrder> entriesUnderWay(Symbol symbol) {
        return tables.open.values().stream()
                .filter(row -> row.isEntry() && row.intent.request().symbol().equals(symbol))
                .map(OrderRow::stored)
                .toList();
    }

    /** Why the order was refused, as a code, or null. */
    public @Nullable String reasonCode(IntentId id) {
        return tables.order(id).reasonCode;
    }

    /** Every move so far, oldest first. */
    public List<Move> moves() {
        return Collections.unmodifiableList(tables.moves);
    }

    /** Every order, oldest first. */
    public List<StoredOrder> orders() {
        return tables.orders.values().stream().map(OrderRow::stored).toList();
    }
}
