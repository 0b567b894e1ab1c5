package dev.sextant.risk;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.event.DecisionPublisher;
import dev.sextant.domain.event.IntentApproved;
import dev.sextant.domain.order.IntentId;
import java.util.List;

/** Tells the placer of approved orders. Nobody notes that it was told: what lingers unclaimed is told again. */
record Approvals(DecisionPublisher out) {

    void tell(Account account, IntentId id, long nowMs) {
        out.publish(List.of(new IntentApproved(account, id.hex(), nowMs)));
    }
}
