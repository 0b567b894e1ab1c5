package dev.sextant.simulation.check;

import dev.sextant.domain.order.Fill;
import dev.sextant.domain.order.OrderIntent;
import dev.sextant.domain.order.OrderState;
import dev.sextant.domain.order.Purpose;
import dev.sextant.domain.order.StoredOrder;
import dev.sextant.simulation.exchange.SimOrder;
import dev.sextant.simulation.exchange.Watch;
import dev.sextant.simulation.fault.FaultClass;
import dev.sextant.simulation.fault.Faults;
import dev.sextant.simulation.store.ModelStore;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What must hold after every event at the exchange. */
public final class ExchangeChecks implements Watch {

    /** Receive window, engine and clock together bound how late an order that was claimed before may be accepted. */
    private static final long AFTER_THE_KILL_MS = 20_000;

    /** Two seconds to send, two of receive window, ten of engine, and a clock that is a little off. */
    private static final long AFTER_EXPIRY_MS = 15_000;

    private final Faults faults;
    private final ModelStore store;
    private final FeedChecks feed;
    private final Sometimes.Seen seen;
    private final Map<String, SimOrder> accepted = new HashMap<>();
    private final Set<String> fillIds = new HashSet<>();
    private final Exposure exposure;
    private @Nullable Long killedAtMs;

    ExchangeChecks(Faults faults, ModelStore store, FeedChecks feed, Sometimes.Seen seen) {
        this.faults = faults;
        this.store = store;
        this.feed = feed;
        this.seen = seen;
        this.exposure = new Exposure(store, accepted.values());
    }

    /** @param atMs when the kill switch was thrown; null when it is down */
    void killed(@Nullable Long atMs) {
        killedAtMs = atMs;
    }

    /** Whether a fill happened. */
    boolean hasSeen(Fill fill) {
        return fillIds.contains(fill.tradeId());
    }

    /** Somebody else's order was booked as the close of a trade. */
    void adopted(OrderIntent intent) {
        exposure.adopted(intent);
    }

    @Override
    public void accepted(SimOrder order) {
        String id = order.clientOrderId();
        Violation.when(accepted.put(id, order) != null, "A1", "order " + id + " was accepted twice");
        StoredOrder intent =
                stored(order).orElseThrow(() -> new Violation("A2", "order " + id + " was accepted without an intent"));
        Violation.when(intent.claimedAtMs() == null, "A2", "order " + id + " was accepted in state " + intent.state());
        Violation.when(
                !intent.request().equals(order.request()),
                "A3",
                "accepted as " + order.request() + ", wanted " + intent.request());
        boolean opens = intent.purpose() == Purpose.ENTRY;
        if (opens) {
            afterTheKill(order);
            feed.entryAccepted(order);
            inTime(order, intent);
            alone(intent);
            exposure.check(intent);
        }
        if (intent.state() == OrderState.UNKNOWN || intent.state() == OrderState.QUARANTINED) {
            seen.see(Sometimes.ACCEPTED_AFTER_THE_TIME_OUT);
        }
    }

    private void afterTheKill(SimOrder entry) {
        long sinceMs = killedAtMs == null ? 0 : entry.acceptedAtMs() - killedAtMs;
        Violation.when(
                sinceMs > AFTER_THE_KILL_MS,
                "E2",
                "entry " + entry.clientOrderId() + " was accepted " + sinceMs + " ms after the kill");
    }

    private void inTime(SimOrder entry, StoredOrder intent) {
        Long expiresAtMs = store.expiresAtMs(intent.id());
        long lateMs = expiresAtMs == null ? 0 : entry.acceptedAtMs() - expiresAtMs;
        Violation.when(
                lateMs > AFTER_EXPIRY_MS,
                "Q3",
                "entry " + entry.clientOrderId() + " was accepted " + lateMs + " ms after it had expired");
    }

    /** A symbol takes one entry at a time, and one whose outcome is not known counts. */
    private void alone(StoredOrder entry) {
        List<StoredOrder> others = store.entriesUnderWay(entry.symbol()).stream()
                .filter(other -> !other.id().equals(entry.id()) && other.claimedAtMs() != null)
                .toList();
        Violation.when(
                !others.isEmpty(),
                "D2",
                "entry " + entry.id() + " was accepted while " + others.size() + " others of " + entry.symbol()
                        + " are under way");
    }

    private Optional<StoredOrder> stored(SimOrder order) {
        return store.byClientId(order.clientOrderId());
    }

    @Override
    public void filled(SimOrder order, Fill fill) {
        fillIds.add(fill.tradeId());
        StoredOrder intent = stored(order).orElseThrow();
        if (intent.state() == OrderState.SENDING || intent.state() == OrderState.UNKNOWN) {
            seen.see(Sometimes.FILL_BEFORE_ITS_ORDER_WAS_BOOKED_OPEN);
        }
        if (intent.cancelRequestedAtMs() != null) {
            seen.see(Sometimes.CANCEL_RACED_A_FILL);
        }
    }

    @Override
    public void closedByOthers(Fill fill) {
        fillIds.add(fill.tradeId());
    }

    @Override
    public void refusedByFilter(String clientOrderId, String reason) {
        boolean changed = faults.injected().containsKey(FaultClass.FILTERS);
        Violation.when(!changed, "A4", clientOrderId + " was refused by a filter that never changed: " + reason);
    }
}
