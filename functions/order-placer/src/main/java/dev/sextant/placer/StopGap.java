package dev.sextant.placer;

import dev.sextant.domain.order.OpenTrade;
import dev.sextant.domain.order.Purpose;
import dev.sextant.domain.order.StoredOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Since when a trade's stops cover less than is open, and what was tried about it; read from its stored orders. */
final class StopGap {

    private final OpenTrade trade;
    private final long nowMs;
    private final List<StoredOrder> stops;

    StopGap(OpenTrade trade, long nowMs) {
        this.trade = trade;
        this.nowMs = nowMs;
        this.stops = trade.orders().stream()
                .filter(order -> order.purpose() == Purpose.STOP)
                .toList();
    }

    /**
     * How long nothing has rested, in milliseconds: since the first fill, or since a stop ended that had held. One that
     * ended within {@link ExitPlanner#UNPROTECTED_MS} of its making held nothing: stops that come and go must not put
     * the close off.
     */
    long nakedMs() {
        long sinceFirstFill = nowMs - trade.firstFillAtMs();
        return stops.stream()
                .filter(stop -> hasEnded(stop) && stop.updatedAtMs() - stop.createdAtMs() >= ExitPlanner.UNPROTECTED_MS)
                .mapToLong(stop -> StoredOrder.sinceMs(stop.updatedAtMs(), nowMs))
                .reduce(sinceFirstFill, Math::min);
    }

    /** How long a stop for a part has been asked for without one that rests, in milliseconds; 0 when none was yet. */
    long askedForMs() {
        List<StoredOrder> attempts = attempts();
        return attempts.isEmpty() ? 0 : StoredOrder.sinceMs(attempts.getFirst().createdAtMs(), nowMs);
    }

    /** The newest stop asked for since the gap opened that never rested. */
    Optional<StoredOrder> newestAttempt() {
        List<StoredOrder> attempts = attempts();
        return attempts.isEmpty() ? Optional.empty() : Optional.of(attempts.getLast());
    }

    private List<StoredOrder> attempts() {
        long openedAtMs = stops.stream()
                .filter(StopGap::hasEnded)
                .mapToLong(StoredOrder::updatedAtMs)
                .max()
                .orElse(Long.MIN_VALUE);
        List<StoredOrder> attempts = new ArrayList<>();
        for (StoredOrder stop : stops.reversed()) {
            if (hasEnded(stop) || ExitPlanner.resting(stop) || stop.createdAtMs() < openedAtMs) {
                break;
            }
            attempts.addFirst(stop);
        }
        return attempts;
    }

    /** It was at the venue, and is there no more. */
    private static boolean hasEnded(StoredOrder stop) {
        return switch (stop.state()) {
            case FILLED, CANCELED, EXPIRED -> true;
            case NEW,
                    RISK_REJECTED,
                    APPROVED,
                    BLOCKED,
                    EXPIRED_UNSENT,
                    SENDING,
                    OPEN,
                    PARTIALLY_FILLED,
                    REJECTED,
                    UNKNOWN,
                    QUARANTINED,
                    NOT_PLACED -> false;
        };
    }
}
