package dev.sextant.risk;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.event.DecisionPublisher;
import dev.sextant.domain.event.IntentApproved;
import dev.sextant.domain.order.IntentId;
import dev.sextant.domain.order.OrderStore;
import java.util.List;

/** Tells the placer of approved orders, and the store that it was told. */
record Approvals(OrderStore orders, DecisionPublisher out) {

    void tell(Account account, IntentId id, long nowMs) {
        out.publish(List.of(new IntentApproved(account, id.hex(), nowMs)));
        orders.markPublished(id, nowMs);
    }
}
