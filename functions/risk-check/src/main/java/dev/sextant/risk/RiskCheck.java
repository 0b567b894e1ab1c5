package dev.sextant.risk;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.event.CyclePlanned;
import dev.sextant.domain.event.DecisionPublisher;
import dev.sextant.domain.event.DecisionRecord;
import dev.sextant.domain.event.IntentApproved;
import dev.sextant.domain.event.OrderChanged;
import dev.sextant.domain.event.PrivateEvent;
import dev.sextant.domain.event.PrivateStreamAlive;
import dev.sextant.domain.event.SignalJournal;
import dev.sextant.domain.event.SignalRaised;
import dev.sextant.domain.event.Sweep;
import dev.sextant.domain.event.Tick;
import dev.sextant.domain.instrument.Instrument;
import dev.sextant.domain.order.IntentId;
import dev.sextant.domain.order.OrderIntent;
import dev.sextant.domain.order.OrderStore;
import dev.sextant.domain.order.Reservation;
import dev.sextant.domain.risk.AccountSettings;
import dev.sextant.domain.risk.EntryTerms;
import dev.sextant.domain.risk.EntryTermsSource;
import dev.sextant.domain.risk.Sizing;
import dev.sextant.domain.time.EpochClock;
import java.util.Optional;

/**
 * Turns each signal into one reserved intent or one explained refusal, and tells again about approvals nobody claimed.
 * Every path is safe to repeat: the intent's id is derived from the signal.
 */
public final class RiskCheck {

    /** An approval older than this is told again on the next tick or sweep. */
    static final long LINGERING_MS = 2_000;

    static final String SOURCE = "risk-check";

    private final OrderStore orders;
    private final EntryTermsSource terms;
    private final SignalJournal journal;
    private final Approvals approvals;
    private final EpochClock marketClock;

    public RiskCheck(
            OrderStore orders,
            EntryTermsSource terms,
            SignalJournal journal,
            DecisionPublisher out,
            EpochClock marketClock) {
        this.orders = orders;
        this.terms = terms;
        this.journal = journal;
        this.approvals = new Approvals(out);
        this.marketClock = marketClock;
    }

    /** Handles one record of the decisions stream; its own output is ignored. */
    public void onRecord(DecisionRecord record) {
        switch (record) {
            case SignalRaised signal -> judge(signal);
            case Tick tick -> sweep(tick.account(), tick.marketTimeMs());
            case Sweep sweep -> sweep(sweep.account(), marketClock.nowMs());
            // PlanCheck's.
            case CyclePlanned planned -> {}
            case IntentApproved approved -> {}
            case OrderChanged changed -> {}
            // The reconciler's.
            case PrivateEvent event -> {}
            case PrivateStreamAlive alive -> {}
        }
    }

    private void judge(SignalRaised signal) {
        long nowMs = marketClock.nowMs();
        EntryTerms known = terms.find(signal.account(), signal.symbol());
        Optional<String> impossible = SignalCheck.impossible(signal);
        if (impossible.isPresent()) {
            journal.refused(signal, "impossible", impossible.get());
        } else if (known.account().isEmpty()) {
            journal.refused(signal, "no_account", "account " + signal.account() + " is not configured");
        } else if (known.instrument().isEmpty()) {
            journal.refused(signal, "unknown_symbol", "the venue's filters of " + signal.symbol() + " are not known");
        } else if (nowMs > signal.expiresAtMs()) {
            journal.refused(
                    signal, "expired", "arrived " + (nowMs - signal.expiresAtMs()) + " ms after it had expired");
        } else {
            size(signal, known.account().get(), known.instrument().get(), nowMs);
        }
    }

    private void size(SignalRaised signal, AccountSettings account, Instrument instrument, long nowMs) {
        switch (Sizing.of(signal, account.riskPerTrade(), instrument)) {
            case Sizing.TooSmall small -> journal.refused(signal, "too_small", small.reason());
            case Sizing.Fits fits -> reserve(EntryIntents.of(signal, fits), nowMs);
        }
    }

    private void reserve(OrderIntent intent, long nowMs) {
        switch (orders.reserve(intent, SOURCE, nowMs)) {
            case Reservation.Approved approved -> approvals.tell(intent.account(), approved.id(), nowMs);
            case Reservation.Refused refused -> {}
            // A repeated delivery: the first one reserved it, and the sweep tells again if it had to stop there.
            case Reservation.Exists exists -> {}
        }
    }

    private void sweep(Account account, long nowMs) {
        for (IntentId id : orders.lingeringApprovals(account, nowMs - LINGERING_MS)) {
            approvals.tell(account, id, nowMs);
        }
    }
}
