package dev.sextant.platform.telemetry;

import dev.sextant.domain.order.IntentId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which decision an order follows from. That decision's id is the correlation id of all log lines from the frame that
 * closed its bucket to the last fill. Remembers the newest ten thousand orders.
 */
final class Correlation {

    /** The key of the id in log lines. */
    static final String KEY = "correlation_id";

    private static final int MOST = 10_000;
    private static final String UNKNOWN = "-";

    private final Map<IntentId, String> decisions = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<IntentId, String> eldest) {
            return size() > MOST;
        }
    };

    synchronized void learn(IntentId order, @Nullable String decisionId) {
        if (decisionId != null) {
            decisions.put(order, decisionId);
        }
    }

    synchronized String of(IntentId order) {
        return decisions.getOrDefault(order, UNKNOWN);
    }
}
