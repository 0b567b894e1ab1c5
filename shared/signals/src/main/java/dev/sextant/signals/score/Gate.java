package dev.sextant.signals.score;

import dev.sextant.domain.event.Tier;
import java.util.Locale;

/** Whether a decision became a signal, and if not, what stopped it. */
public sealed interface Gate {

    /** In words, for people: {@code score 68 of 75: needed +7}. */
    String text();

    /** Points short of the threshold, 0 when the score was enough. */
    int missingPoints();

    /** Stable name for storage and filters. */
    String code();

    /** A signal. */
    record Fired(Tier tier, Distances distances, String text) implements Gate {
        @Override
        public int missingPoints() {
            return 0;
        }

        @Override
        public String code() {
            return "fired";
        }
    }

    /** No signal; the first reason in the order of {@link Reason}. */
    record Blocked(Reason reason, String text, int missingPoints) implements Gate {
        @Override
        public String code() {
            return reason.name().toLowerCase(Locale.ROOT);
        }
    }

    /** What can stop a signal, in the order it is looked at. */
    enum Reason {
        /** The fast window, or a window that a required factor looks at, is not covered by unbroken input. */
        WINDOW_NOT_COVERED,
        /** There is no ATR yet, its candles are not covered, or it is too small for a distance. */
        ATR_NOT_READY,
        /** A required factor has no value. */
        REQUIRED_INPUT_MISSING,
        /** Neither direction reaches the threshold. */
        SCORE_BELOW_THRESHOLD,
        /** Both directions reach the same score. */
        DIRECTIONS_TIED,
        /** A factor says less than its gate demands. */
        FACTOR_BELOW_MINIMUM,
        /** The last signal of this direction is too recent. */
        COOLDOWN
    }
}
