package dev.sextant.simulation.check;

import dev.sextant.domain.instrument.Instrument;
import dev.sextant.domain.order.Claim;
import dev.sextant.domain.order.Fill;
import dev.sextant.domain.order.IntentId;
import dev.sextant.domain.order.OrderIntent;
import dev.sextant.domain.order.OrderLifecycle;
import dev.sextant.domain.order.OrderReport;
import dev.sextant.domain.order.OrderState;
import dev.sextant.domain.order.OrderTrigger;
import dev.sextant.domain.order.Purpose;
import dev.sextant.domain.order.Reported;
import dev.sextant.domain.order.Reservation;
import dev.sextant.domain.order.StoredOrder;
import dev.sextant.domain.risk.KillSwitch;
import dev.sextant.reconciler.Findings;
import dev.sextant.simulation.desk.Operator;
import dev.sextant.simulation.desk.Witness;
import dev.sextant.simulation.fault.Faults;
import dev.sextant.simulation.kernel.Kernel;
import dev.sextant.simulation.store.ModelStore;
import dev.sextant.simulation.store.Move;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What must hold after every step of the store. */
public final class Checks implements Witness, Operator.Switches {

    private static final Set<String> LIMITS = Set.of(
            "position_open",
            "max_positions",
            "max_symbol_notional",
            "max_total_notional",
            "orders_per_minute",
            "balance");

    /** A clock is measured against the exchange's, which is off by itself. */
    private static final long EXCHANGE_OFF_MS = 3_000;

    private final Kernel kernel;
    private final Sometimes.Seen seen;
    private final ModelStore store;
    private final Set<String> bookedIds = new HashSet<>();
    private final Set<IntentId> granted = new HashSet<>();
    private final FeedChecks feed;
    private final ExchangeChecks exchange;
    private @Nullable Long cleanAtMs;
    private int movesSeen;
    private int fillsSeen;
    private @Nullable Long killedAtMs;

    public Checks(Kernel kernel, Faults faults, ModelStore store, Sometimes.Seen seen) {
        this.kernel = kernel;
        this.store = store;
        this.seen = seen;
        this.feed = new FeedChecks(kernel, store, seen);
        this.exchange = new ExchangeChecks(faults, store, feed, seen);
    }

    /** What must hold of the private stream and the ingests. */
    public FeedChecks feed() {
        return feed;
    }

    /** What must hold at the exchange. */
    public ExchangeChecks exchange() {
        return exchange;
    }

    @Override
    public void killed(long atMs) {
        killedAtMs = atMs;
        exchange.killed(atMs);
    }

    @Override
    public void resumed() {
        Long killed = killedAtMs;
        boolean reconciled = killed == null || (cleanAtMs != null && cleanAtMs >= killed);
        Violation.when(!reconciled, "E5", "resumed without a clean reconciliation since the kill");
        killedAtMs = null;
        exchange.killed(null);
    }

    @Override
    public void adopted(OrderIntent intent, boolean forAPerson) {
        exchange.adopted(intent);
        seen.see(forAPerson ? Sometimes.ADOPTED_WHAT_A_PERSON_ASKED_FOR : Sometimes.ADOPTED_WHAT_THE_EXCHANGE_CLOSED);
    }

    @Override
    public void step() {
        List<Move> moves = store.moves();
        for (; movesSeen < moves.size(); movesSeen++) {
            moved(moves.get(movesSeen));
        }
        List<Fill> booked = store.bookedFills();
        for (; fillsSeen < booked.size(); fillsSeen++) {
            Fill fill = booked.get(fillsSeen);
            Violation.when(!exchange.hasSeen(fill), "B3", "fill " + fill.tradeId() + " never happened at the exchange");
            Violation.when(!bookedIds.add(fill.tradeId()), "B4", "fill " + fill.tradeId() + " was booked twice");
        }
    }

    private void moved(Move move) {
        boolean legal = OrderLifecycle.next(move.from(), move.on()).equals(Optional.of(move.to()));
        Violation.when(
                move.from().isFinal() || !legal,
                "C2",
                move.id() + " went from " + move.from() + " to " + move.to() + " on " + move.on());
        StoredOrder order = store.order(move.id()).orElseThrow();
        if (move.on() == OrderTrigger.CLAIMED && order.purpose() == Purpose.ENTRY) {
            claimedEntry(move, order);
        }
        remember(move, order);
    }

    private void claimedEntry(Move move, StoredOrder order) {
        boolean killed = store.account().kill().level() != KillSwitch.Level.NONE;
        Violation.when(killed, "E1", "entry " + move.id() + " was claimed while the kill switch is on");
        Violation.when(
                store.account().standing().haltReason() != null,
                "D3",
                "entry " + move.id() + " was claimed in a halted account");
        feed.entryClaimed(move);
        Long expiresAtMs = store.expiresAtMs(move.id());
        Violation.when(
                expiresAtMs == null || move.atMs() > expiresAtMs,
                "Q3",
                "entry " + move.id() + " was claimed after it had expired");
        Instrument filters = store.instrument(order.symbol()).orElseThrow();
        BigDecimal quantity = order.request().quantity().value();
        Violation.when(
                !filters.tradable() || quantity.compareTo(filters.maxQty()) > 0,
                "A4",
                "entry " + move.id() + " was claimed against the filters as they were known");
    }

    @Override
    public void reserved(Reservation answer) {
        if (answer instanceof Reservation.Refused refused && LIMITS.contains(refused.code())) {
            seen.see(Sometimes.REFUSED_BY_A_LIMIT);
        }
        if (answer instanceof Reservation.Refused refused) {
            feed.refused(refused.code());
        }
    }

    @Override
    public void claimed(Claim answer) {
        switch (answer) {
            case Claim.Denied denied -> {
                feed.refused(denied.code());
                if (denied.code().equals("not_claimable")) {
                    seen.see(Sometimes.CLAIM_LOST_TO_ANOTHER);
                }
            }
            case Claim.Granted granted -> {
                if (!granted(granted.order())) {
                    seen.see(Sometimes.CLAIM_REPEATED_WITH_ITS_TOKEN);
                }
            }
        }
    }

    private boolean granted(StoredOrder order) {
        Long stampedMs = order.claimedAtMs();
        long aheadMs = stampedMs == null ? 0 : stampedMs - kernel.nowMs();
        boolean first = granted.add(order.id());
        boolean early = first && aheadMs > store.limits().maxClockAheadMs() + EXCHANGE_OFF_MS;
        Violation.when(early, "Q4", "an order was claimed by a clock that is " + aheadMs + " ms ahead");
        return first;
    }

    @Override
    public void reconciled(Findings findings) {
        if (findings.clean()) {
            cleanAtMs = kernel.nowMs();
        }
        if (!findings.mismatches().isEmpty()) {
            seen.see(Sometimes.POSITION_MISMATCH_BLOCKED);
        }
    }

    @Override
    public void reporting(OrderReport report) {
        feed.reporting(report);
    }

    @Override
    public void reported(OrderReport report, Reported answer) {
        feed.reported(report, answer);
    }

    @Override
    public void streamExpected(long nowMs) {
        feed.streamExpected(nowMs);
    }

    @Override
    public void keyKept(String key) {
        feed.keyKept(key);
    }

    @Override
    public void recovered() {
        seen.see(Sometimes.DESK_RECOVERED);
    }

    private void remember(Move move, StoredOrder order) {
        switch (move.to()) {
            case UNKNOWN -> seen.see(Sometimes.UNKNOWN_OUTCOME);
            case QUARANTINED -> seen.see(Sometimes.QUARANTINED);
            case NOT_PLACED -> seen.see(Sometimes.NEVER_PLACED);
            case EXPIRED_UNSENT -> seen.see(Sometimes.EXPIRED_UNSENT);
            case BLOCKED ->
                seen.see(
                        killedAtMs != null && order.createdAtMs() < killedAtMs
                                ? Sometimes.KILLED_BETWEEN_RESERVE_AND_CLAIM
                                : Sometimes.BLOCKED_AT_THE_CLAIM);
            case NEW,
                    APPROVED,
                    RISK_REJECTED,
                    SENDING,
                    OPEN,
                    PARTIALLY_FILLED,
                    FILLED,
                    REJECTED,
                    CANCELED,
                    EXPIRED -> {}
        }
        if (move.from() == OrderState.QUARANTINED && move.to() != OrderState.NOT_PLACED) {
            seen.see(Sometimes.TAKEN_BACK_FROM_QUARANTINE);
        }
        if (Objects.equals(store.reasonCode(move.id()), "abandoned")) {
            seen.see(Sometimes.ABANDONED_BY_A_FROZEN_SENDER);
        }
    }
}
