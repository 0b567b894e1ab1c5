package dev.sextant.simulation.run;

import dev.sextant.domain.order.IntentId;
import dev.sextant.domain.order.OrderState;
import dev.sextant.simulation.store.Move;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How long, after an order was claimed, it took until its doubt was written down, and until that was over. */
public enum Doubt {
    /** Claimed → UNKNOWN. */
    FOUND(60),
    /** Claimed → QUARANTINED. */
    QUARANTINED(150),
    /** Claimed → a final state, of the orders that were ever in doubt. */
    ENDED(65 * 60);

    private final int boundS;

    Doubt(int boundS) {
        this.boundS = boundS;
    }

    /** Within how many seconds a desk that is up is meant to get there. */
    public int boundS() {
        return boundS;
    }

    /** Milliseconds of every order of a run, by what was reached. */
    static Map<Doubt, List<Long>> of(List<Move> moves) {
        Map<IntentId, Long> claimed = new HashMap<>();
        Set<IntentId> doubtful = new HashSet<>();
        Map<Doubt, List<Long>> reached = new EnumMap<>(Doubt.class);
        for (Move move : moves) {
            if (move.to() == OrderState.SENDING) {
                claimed.put(move.id(), move.atMs());
            }
            long tookMs = move.atMs() - claimed.getOrDefault(move.id(), move.atMs());
            if (move.to() == OrderState.UNKNOWN && doubtful.add(move.id())) {
                note(reached, FOUND, tookMs);
            } else if (move.to() == OrderState.QUARANTINED) {
                note(reached, QUARANTINED, tookMs);
            } else if (move.to().isFinal() && doubtful.contains(move.id())) {
                note(reached, ENDED, tookMs);
            }
        }
        return reached;
    }

    private static void note(Map<Doubt, List<Long>> reached, Doubt what, long tookMs) {
        reached.computeIfAbsent(what, _ -> new ArrayList<>()).add(tookMs);
    }
}
