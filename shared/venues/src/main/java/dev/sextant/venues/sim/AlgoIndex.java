package dev.sextant.venues.sim;

import dev.sextant.domain.market.Symbol;
import dev.sextant.venues.sim.algo.AlgoKey;
import dev.sextant.venues.sim.algo.AlgoView;
import dev.sextant.venues.sim.algo.NewAlgoOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All conditional orders ever accepted, and which of them still wait for their trigger. */
final class AlgoIndex {

    private static final long FIRST_ALGO_ID = 9_000_000_001L;

    private final Map<Long, LiveAlgo> byId = new HashMap<>();
    private final Map<String, LiveAlgo> latestByClientId = new HashMap<>();
    private final List<LiveAlgo> waiting = new ArrayList<>();
    private long nextAlgoId = FIRST_ALGO_ID;

    LiveAlgo add(NewAlgoOrder request, long timeMs) {
        long algoId = nextAlgoId++;
        String clientId = request.clientAlgoId().isBlank() ? "sim-" + algoId : request.clientAlgoId();
        LiveAlgo algo = new LiveAlgo(request.withClientAlgoId(clientId), algoId, timeMs);
        byId.put(algoId, algo);
        latestByClientId.put(clientId, algo);
        waiting.add(algo);
        return algo;
    }

    /** Takes over an order of an earlier life; {@code actual} is the market order it became, if it did. */
    void restore(AlgoView kept, @Nullable LiveOrder actual) {
        LiveAlgo algo = LiveAlgo.restored(kept, actual);
        byId.put(algo.algoId, algo);
        latestByClientId.put(kept.request().clientAlgoId(), algo);
        if (algo.isWaiting()) {
            waiting.add(algo);
        }
    }

    /** Ids go on from here. */
    void resumeAt(long algoId) {
        nextAlgoId = algoId;
    }

    long nextAlgoId() {
        return nextAlgoId;
    }

    /** Waiting orders and the newest {@code recent}, by id. */
    List<AlgoView> kept(int recent) {
        return byId.values().stream()
                .filter(algo -> algo.isWaiting() || algo.algoId >= nextAlgoId - recent)
                .map(LiveAlgo::view)
                .sorted(Comparator.comparingLong(AlgoView::algoId))
                .toList();
    }

    @Nullable
    LiveAlgo find(AlgoKey key) {
        return switch (key) {
            case AlgoKey.ById id -> byId.get(id.algoId());
            case AlgoKey.ByClientId client -> latestByClientId.get(client.clientAlgoId());
        };
    }

    boolean isClientIdWaiting(String clientAlgoId) {
        LiveAlgo latest = latestByClientId.get(clientAlgoId);
        return latest != null && latest.isWaiting();
    }

    /** Those that wait for their trigger, in the order of their ids; of one symbol, or of all when null. */
    List<LiveAlgo> waiting(@Nullable Symbol symbol) {
        waiting.removeIf(algo -> !algo.isWaiting());
        if (symbol == null) {
            return List.copyOf(waiting);
        }
        return waiting.stream()
                .filter(algo -> algo.request.symbol().equals(symbol))
                .toList();
    }
}
