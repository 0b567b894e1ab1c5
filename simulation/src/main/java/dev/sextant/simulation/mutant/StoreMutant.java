package dev.sextant.simulation.mutant;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.order.Claim;
import dev.sextant.domain.order.ClaimRequest;
import dev.sextant.domain.order.IntentId;
import dev.sextant.domain.order.OpenTrade;
import dev.sextant.domain.order.OrderIntent;
import dev.sextant.domain.order.OrderReport;
import dev.sextant.domain.order.OrderStore;
import dev.sextant.domain.order.Reported;
import dev.sextant.domain.order.Reservation;
import dev.sextant.domain.order.StoredOrder;
import java.util.List;

/** A store that passes everything on; a mutant changes one answer. */
class StoreMutant implements OrderStore {

    final OrderStore store;

    StoreMutant(OrderStore store) {
        this.store = store;
    }

    @Override
    public Reservation reserve(OrderIntent intent, String source, long nowMs) {
        return store.reserve(intent, source, nowMs);
    }

    @Override
    public Claim claim(ClaimRequest request) {
        return store.claim(request);
    }

    @Override
    public Reported report(OrderReport report) {
        return store.report(report);
    }

    @Override
    public boolean requestCancel(IntentId id, String source, String why, long nowMs) {
        return store.requestCancel(id, source, why, nowMs);
    }

    @Override
    public int countNotFound(IntentId id) {
        return store.countNotFound(id);
    }

    @Override
    public List<IntentId> lingeringApprovals(Account account, long olderThanMs) {
        return store.lingeringApprovals(account, olderThanMs);
    }

    @Override
    public List<StoredOrder> unfinished(Account account) {
        return store.unfinished(account);
    }

    @Override
    public boolean cancelsEntries(Account account) {
        return store.cancelsEntries(account);
    }

    @Override
    public List<OpenTrade> openTrades(Account account) {
        return store.openTrades(account);
    }
}
