package dev.sextant.ingest.drift;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;

/**
 * A bucket on which the desk and the recomputation do not say the same.
 *
 * @param field the first field that differs, empty when one side decided nothing
 * @param live what the desk stored
 * @param recomputed what the recorded trades give
 * @param told the cause in words
 */
record Difference(
        long bucketStartMs, Kind kind, String field, String live, String recomputed, Cause cause, String told) {

    private static final int LONGEST_VALUE = 160;

    /** Which sides decided. */
    enum Kind {
        DIFFERENT,
        ONLY_LIVE,
        ONLY_RECOMPUTED;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Difference onlyLive(long bucketStartMs, Cause cause, String told) {
        return new Difference(bucketStartMs, Kind.ONLY_LIVE, "", "", "", cause, told);
    }

    static Difference onlyRecomputed(long bucketStartMs, Cause cause, String told) {
        return new Difference(bucketStartMs, Kind.ONLY_RECOMPUTED, "", "", "", cause, told);
    }

    static Difference of(long bucketStartMs, FieldDifference first, Cause cause, String told) {
        return new Difference(
                bucketStartMs, Kind.DIFFERENT, first.field(), first.live(), first.recomputed(), cause, told);
    }

    ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("bucket_start", Instant.ofEpochMilli(bucketStartMs).toString())
                .put("kind", kind.wireName())
                .put("field", field)
                .put("live", cut(live))
                .put("recomputed", cut(recomputed))
                .put("cause", cause.wireName())
                .put("told", cut(told));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
    }
}
