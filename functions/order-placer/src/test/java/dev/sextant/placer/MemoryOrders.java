package dev.sextant.placer;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.Claim;
import dev.sextant.domain.order.ClaimRequest;
import dev.sextant.domain.order.Fill;
import dev.sextant.domain.order.IntentId;
import dev.sextant.domain.order.OpenTrade;
import dev.sextant.domain.order.OrderIntent;
import dev.sextant.domain.order.OrderReport;
import dev.sextant.domain.order.OrderState;
import dev.sextant.domain.order.OrderStore;
import dev.sextant.domain.order.Purpose;
import dev.sextant.domain.order.Reported;
import dev.sextant.domain.order.Reservation;
import dev.sextant.domain.order.StoreException;
import dev.sextant.domain.order.StoredOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The order protocol in memory, without the risk limits: what the placer may rely on, and lost answers on demand. */
final class MemoryOrders implements OrderStore {

    private final Map<IntentId, MemoryOrder> orders = new LinkedHashMap<>();
    final List<ClaimRequest> claims = new ArrayList<>();

    @Nullable
    String closeDemand;

    boolean cancelsEntries;
    private int lostClaimAnswers;
    private int lostReportAnswers;
    private int reportsNotReached;
    int reports;
    private String unwritable = "";

    /** The next claims are committed, but their answers get lost. */
    void loseClaimAnswers(int count) {
        lostClaimAnswers = count;
    }

    /** The next reports are booked, but their answers get lost. */
    void loseReportAnswers(int count) {
        lostReportAnswers = count;
    }

    /** The next reports don't get here. */
    void refuseReports(int count) {
        reportsNotReached = count;
    }

    /** Orders of this trade can't be stored any more. */
    void failReservesOf(String tradeId) {
        unwritable = tradeId;
    }

    @Override
    public Reservation reserve(OrderIntent intent, String source, long nowMs) {
        if (intent.tradeId().equals(unwritable)) {
            throw new StoreException("row of " + intent.tradeId(), false, new IllegalStateException("refused"));
        }
        MemoryOrder known = orders.get(intent.id());
        if (known != null) {
            return new Reservation.Exists(intent.id(), known.state());
        }
        orders.put(intent.id(), new MemoryOrder(intent, nowMs));
        return new Reservation.Approved(intent.id());
    }

    @Override
    public Claim claim(ClaimRequest request) {
        claims.add(request);
        Claim answer = decide(request);
        if (lostClaimAnswers > 0) {
            lostClaimAnswers--;
            throw new StoreException("the answer was lost", true, new IllegalStateException("reset"));
        }
        return answer;
    }

    private Claim decide(ClaimRequest request) {
        MemoryOrder order = orders.get(request.id());
        if (order == null) {
            return new Claim.Denied("unknown_intent", "no such intent");
        }
        Long expiresAtMs = order.intent.expiresAtMs();
        if (order.state() == OrderState.APPROVED && expiresAtMs != null && request.nowMs() > expiresAtMs) {
            order.expireUnsent(request.nowMs());
            return new Claim.Denied("expired", "expired at " + expiresAtMs);
        }
        return order.claim(request.token(), request.nowMs())
                ? new Claim.Granted(order.stored())
                : new Claim.Denied("not_claimable", "state is " + order.state());
    }

    @Override
    public Reported report(OrderReport report) {
        reports++;
        if (reportsNotReached > 0) {
            reportsNotReached--;
            throw new StoreException("not reached", false, new IllegalStateException("refused"));
        }
        MemoryOrder order = order(report.id());
        boolean wasOpen = isOpen(order.intent.tradeId());
        int fresh = order.book(report.fills());
        boolean moved = order.learn(report, fresh);
        boolean closed = wasOpen && !isOpen(order.intent.tradeId());
        if (lostReportAnswers > 0) {
            lostReportAnswers--;
            throw new StoreException("the answer was lost", true, new IllegalStateException("reset"));
        }
        return new Reported(order.state(), order.states.size(), moved || fresh > 0, fresh, closed);
    }

    @Override
    public boolean requestCancel(IntentId id, String source, String why, long nowMs) {
        return order(id).requestCancel(nowMs);
    }

    @Override
    public int countNotFound(IntentId id) {
        throw new AssertionError("only the reconciler counts");
    }

    @Override
    public List<IntentId> lingeringApprovals(Account account, long olderThanMs) {
        throw new AssertionError("only risk-check sweeps");
    }

    @Override
    public List<StoredOrder> unfinished(Account account) {
        return orders.values().stream()
                .map(MemoryOrder::stored)
                .filter(order -> !order.state().isFinal() && order.state() != OrderState.APPROVED)
                .toList();
    }

    @Override
    public boolean cancelsEntries(Account account) {
        return cancelsEntries;
    }

    @Override
    public List<OpenTrade> openTrades(Account account) {
        return orders.values().stream()
                .filter(order -> order.intent.purpose() == Purpose.ENTRY)
                .map(order -> order.intent.tradeId())
                .filter(this::isOpen)
                .map(this::trade)
                .toList();
    }

    private boolean isOpen(String tradeId) {
        MemoryOrder entry = entry(tradeId);
        boolean out = closed(tradeId).compareTo(entry.filled()) >= 0;
        return !entry.filled().isZero() && !(out && entry.state().isFinal());
    }

    private OpenTrade trade(String tradeId) {
        MemoryOrder entry = entry(tradeId);
        Optional<Fill> last = entry.fills.values().stream()
                .max(Comparator.comparingLong(Fill::filledAtMs).thenComparing(Fill::tradeId));
        long firstFillAtMs =
                entry.fills.values().stream().mapToLong(Fill::filledAtMs).min().orElseThrow();
        return new OpenTrade(
                tradeId,
                entry.intent.account(),
                entry.intent.request().symbol(),
                entry.intent.plan(),
                entry.filled(),
                entry.quote(),
                closed(tradeId),
                of(tradeId)
                        .anyMatch(order -> order.intent.purpose() == Purpose.TAKE_PROFIT_1
                                && !order.filled().isZero()),
                last.map(Fill::tradeId).orElseThrow(),
                firstFillAtMs,
                null,
                closeDemand,
                of(tradeId).map(MemoryOrder::stored).toList());
    }

    private Quantity closed(String tradeId) {
        return of(tradeId)
                .filter(order -> order.intent.purpose() != Purpose.ENTRY)
                .map(MemoryOrder::filled)
                .reduce(Quantity.ZERO, Quantity::plus);
    }

    private MemoryOrder entry(String tradeId) {
        return order(new IntentId(tradeId));
    }

    private Stream<MemoryOrder> of(String tradeId) {
        return orders.values().stream().filter(order -> order.intent.tradeId().equals(tradeId));
    }

    MemoryOrder order(IntentId id) {
        return Objects.requireNonNull(orders.get(id), () -> "no intent " + id);
    }

    /** The newest order of a purpose. */
    MemoryOrder newest(Purpose purpose) {
        return orders.values().stream()
                .filter(order -> order.intent.purpose() == purpose)
                .reduce((older, newer) -> newer)
                .orElseThrow(() -> new AssertionError("no " + purpose + " in " + lines()));
    }

    /** Every order as one line, oldest first. */
    List<String> lines() {
        return orders.values().stream().map(MemoryOrder::toString).toList();
    }
}
