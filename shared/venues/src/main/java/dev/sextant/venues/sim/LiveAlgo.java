package dev.sextant.venues.sim;

import dev.sextant.venues.sim.algo.AlgoStatus;
import dev.sextant.venues.sim.algo.AlgoView;
import dev.sextant.venues.sim.algo.NewAlgoOrder;
import dev.sextant.venues.sim.order.OrderView;
import org.jspecify.annotations.Nullable;

/** A conditional order with its changing parts. */
final class LiveAlgo {

    final NewAlgoOrder request;
    final long algoId;
    private final long createdAtMs;
    private AlgoStatus status = AlgoStatus.NEW;
    private @Nullable LiveOrder actual;
    private long updatedAtMs;
    private long triggeredAtMs;
    private String rejectReason = "";

    LiveAlgo(NewAlgoOrder request, long algoId, long createdAtMs) {
        this.request = request;
        this.algoId = algoId;
        this.createdAtMs = createdAtMs;
        this.updatedAtMs = createdAtMs;
    }

    /** An order as it was left. */
    static LiveAlgo restored(AlgoView kept, @Nullable LiveOrder actual) {
        LiveAlgo algo = new LiveAlgo(kept.request(), kept.algoId(), kept.createdAtMs());
        algo.status = kept.status();
        algo.actual = actual;
        algo.updatedAtMs = kept.updatedAtMs();
        algo.triggeredAtMs = kept.triggeredAtMs();
        algo.rejectReason = kept.rejectReason();
        return algo;
    }

    boolean isWaiting() {
        return status == AlgoStatus.NEW;
    }

    void move(AlgoStatus next, long timeMs) {
        status = next;
        updatedAtMs = timeMs;
        if (next == AlgoStatus.TRIGGERING) {
            triggeredAtMs = timeMs;
        }
    }

    void reject(String reason, long timeMs) {
        move(AlgoStatus.REJECTED, timeMs);
        rejectReason = reason;
    }

    void became(LiveOrder order) {
        actual = order;
    }

    AlgoView view() {
        OrderView order = actual == null ? null : actual.view();
        return new AlgoView(
                algoId,
                request,
                status,
                order == null ? 0 : order.orderId(),
                order == null ? 0 : order.filledE8(),
                order == null ? 0 : order.averagePriceE8(),
                createdAtMs,
                updatedAtMs,
                triggeredAtMs,
                rejectReason);
    }
}
