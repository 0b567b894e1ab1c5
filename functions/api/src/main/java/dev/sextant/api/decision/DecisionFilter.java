package dev.sextant.api.decision;

import org.jspecify.annotations.Nullable;

/**
 * Which decisions; a null asks for all.
 *
 * @param taken {@code true} or {@code false}
 */
record DecisionFilter(
        @Nullable String strategy,
        @Nullable String symbol,
        @Nullable String taken) {}
