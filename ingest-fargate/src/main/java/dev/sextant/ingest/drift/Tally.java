package dev.sextant.ingest.drift;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts a day's comparisons and keeps the first differences of each cause. */
final class Tally {

    /** Differing decisions a thousand above which people are told, explained or not. */
    static final long LIMIT_PER_MILLE = 10;

    private static final int KEPT_OF_EACH_CAUSE = 10;

    private final Map<Difference.Kind, Long> kinds = new EnumMap<>(Difference.Kind.class);
    private final Map<Cause, Long> causes = new EnumMap<>(Cause.class);
    private final List<Difference> kept = new ArrayList<>();
    private long equal;

    void equal() {
        equal++;
    }

    void add(Difference difference) {
        kinds.merge(difference.kind(), 1L, Long::sum);
        if (causes.merge(difference.cause(), 1L, Long::sum) <= KEPT_OF_EACH_CAUSE) {
            kept.add(difference);
        }
    }

    long compared() {
        return equal + differing();
    }

    long differing() {
        return kinds.values().stream().mapToLong(Long::longValue).sum();
    }

    long of(Cause cause) {
        return causes.getOrDefault(cause, 0L);
    }

    boolean aboveLimit() {
        return differing() * 1_000 > compared() * LIMIT_PER_MILLE;
    }

    List<Difference> kept() {
        return List.copyOf(kept);
    }

    void writeTo(ObjectNode row) {
        row.put("compared", compared()).put("equal", equal).put("above_limit", aboveLimit());
        for (Difference.Kind kind : Difference.Kind.values()) {
            row.put(kind.wireName(), kinds.getOrDefault(kind, 0L));
        }
        for (Cause cause : Cause.values()) {
            row.put(cause.wireName(), of(cause));
        }
    }

    ArrayNode differences() {
        ArrayNode differences = JsonNodeFactory.instance.arrayNode();
        kept.forEach(difference -> differences.add(difference.json()));
        return differences;
    }
}
