package dev.sextant.api.opportunity;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * How late somebody comes to an opportunity.
 *
 * @param asMeasured as late as the desk itself
 * @param ms else so many milliseconds; null when it is not asked
 */
record Lateness(boolean asMeasured, @Nullable Integer ms) {

    /** Opportunities are followed so long. */
    static final int LONGEST_MS = 5_000;

    /** So many plans tell how late the desk comes. */
    private static final int ENOUGH = 5;

    /** Taken while too few tell. */
    private static final int USUAL_MS = 100;

    /**
     * In milliseconds: the median time to a first fill when the measured one is asked for.
     *
     * @param filled {@code median} and {@code plans}
     */
    @Nullable
    Integer in(JsonNode filled) {
        if (!asMeasured) {
            return ms;
        }
        boolean enough = filled.path("plans").asInt() >= ENOUGH;
        return enough ? Math.min(LONGEST_MS, filled.path("median").asInt()) : USUAL_MS;
    }
}
