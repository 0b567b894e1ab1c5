package dev.sextant.backtest.sweep;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** By what sets are ranked: more is better. */
public enum Objective {
    /** What was brought in all, in the start asset. */
    PROFIT("profit"),
    /** What a cycle that was taken brought on average. */
    PROFIT_PER_TAKEN("profit-per-taken"),
    /** What share of the expected profit was brought. */
    CAPTURE("capture");

    private final String word;

    Objective(String word) {
        this.word = word;
    }

    /** The name users know it by. */
    public String word() {
        return word;
    }

    /**
     * The objective of this name.
     *
     * @throws IllegalArgumentException naming all there are
     */
    public static Objective of(String word) {
        return Arrays.stream(values())
                .filter(objective -> objective.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("objective is '" + word + "', expected one of "
                        + Arrays.stream(values()).map(Objective::word).collect(Collectors.joining(", "))));
    }

    /** What it comes to; below everything where nothing was taken and it has no value. */
    double value(long taken, double expected, double realised) {
        if (this == PROFIT) {
            return realised;
        }
        if (taken == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        return this == CAPTURE ? realised / expected : realised / taken;
    }

    /** What it comes to, for readers. */
    Optional<Double> value(Figures figures) {
        double value = value(
                figures.taken(),
                figures.expected().doubleValue(),
                figures.realised().doubleValue());
        return Double.isInfinite(value) ? Optional.empty() : Optional.of(value);
    }
}
