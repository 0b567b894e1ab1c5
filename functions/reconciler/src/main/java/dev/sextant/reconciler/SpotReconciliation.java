package dev.sextant.reconciler;

import dev.sextant.domain.event.Account;
import java.util.OptionalLong;

/**
 * A spot account's reconciliation: the pass itself, what people said of balances that differ, and the answer to who asked for
 * it. Called each minute, and when somebody has asked; by one caller at a time.
 */
public final class SpotReconciliation {

    private final Reconciler reconciler;
    private final AcceptedBalances accepted;
    private final ReconcileRequests requests;

    SpotReconciliation(Reconciler reconciler, AcceptedBalances accepted, ReconcileRequests requests) {
        this.reconciler = reconciler;
        this.accepted = accepted;
        this.requests = requests;
    }

    /** Runs one and publishes what it found; where a difference was booked, what the look after that finds. */
    public Findings run(Account account, long nowMs) {
        OptionalLong asked = requests.newest(account);
        Findings findings = reconciler.run(account, nowMs);
        while (accepted.settle(account, findings, nowMs)) {
            findings = reconciler.run(account, nowMs);
        }
        asked.ifPresent(id -> requests.answer(account, id, nowMs));
        return findings;
    }

    /** Whether somebody waits for one. */
    public boolean wanted(Account account) {
        return requests.newest(account).isPresent();
    }
}
