package dev.sextant.risk;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.order.Claim;
import dev.sextant.domain.order.ClaimRequest;
import dev.sextant.domain.order.IntentId;
import dev.sextant.domain.order.OpenTrade;
import dev.sextant.domain.order.OrderIntent;
import dev.sextant.domain.order.OrderReport;
import dev.sextant.domain.order.OrderState;
import dev.sextant.domain.order.OrderStore;
import dev.sextant.domain.order.Reported;
import dev.sextant.domain.order.Reservation;
import dev.sextant.domain.order.StoreException;
import dev.sextant.domain.order.StoredOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Remembers reservations; refuses or fails when told to. */
final class ToldOrders implements OrderStore {

    private record Reserved(OrderIntent intent, long atMs) {}

    private final Map<IntentId, Reserved> reserved = new LinkedHashMap<>();
    String refusal = "";
    boolean down;

    @Override
    public Reservation reserve(OrderIntent intent, String source, long nowMs) {
        requireUp();
        if (reserved.containsKey(intent.id())) {
            return new Reservation.Exists(intent.id(), OrderState.APPROVED);
        }
        if (!refusal.isEmpty()) {
            return new Reservation.Refused(intent.id(), refusal, "because");
        }
        reserved.put(intent.id(), new Reserved(intent, nowMs));
        return new Reservation.Approved(intent.id());
    }

    List<OrderIntent> intents() {
        return reserved.values().stream().map(Reserved::intent).toList();
    }

    private void requireUp() {
        if (down) {
            throw new StoreException("the database is away", false, new IllegalStateException("connection refused"));
        }
    }

    @Override
    public List<IntentId> lingeringApprovals(Account account, long olderThanMs) {
        requireUp();
        return reserved.entrySet().stream()
                .filter(entry -> entry.getValue().intent().account().equals(account)
                        && entry.getValue().atMs() <= olderThanMs)
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public Claim claim(ClaimRequest request) {
        throw new AssertionError("risk-check never claims");
    }

    @Override
    public Reported report(OrderReport report) {
        throw new AssertionError("risk-check reports nothing");
    }

    @Override
    public boolean requestCancel(IntentId id, String source, String why, long nowMs) {
        throw new AssertionError("risk-check cancels nothing");
    }

    @Override
    public int countNotFound(IntentId id) {
        throw new AssertionError("risk-check asks no venue");
    }

    @Override
    public List<StoredOrder> unfinished(Account account) {
        throw new AssertionError("risk-check looks after nothing");
    }

    @Override
    public boolean cancelsEntries(Account account) {
        throw new AssertionError("risk-check looks after nothing");
    }

    @Override
    public List<OpenTrade> openTrades(Account account) {
        throw new AssertionError("risk-check looks after nothing");
    }
}
