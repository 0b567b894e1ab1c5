package dev.sextant.placer;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.event.DecisionRecord;
import dev.sextant.domain.event.IntentApproved;
import dev.sextant.domain.event.Sweep;
import dev.sextant.domain.event.Tick;
import dev.sextant.domain.order.IntentId;

/**
 * The stream lane's end: an approved first leg is sent and its plan carried on, and what is not over is gone on with at each
 * tick and sweep. On spot there are balances and no positions, so nothing here is protected by stops: a plan ends itself.
 */
final class PlanPlacer {

    private final PlanRunner runner;

    PlanPlacer(PlanRunner runner) {
        this.runner = runner;
    }

    void onRecord(DecisionRecord record) {
        if (record instanceof IntentApproved approved) {
            runner.onApproved(new IntentId(approved.intentId()));
        } else if (record instanceof Tick || record instanceof Sweep) {
            keep(record.account());
        }
    }

    private void keep(Account account) {
        runner.watch(account);
        runner.keep(account);
    }
}
