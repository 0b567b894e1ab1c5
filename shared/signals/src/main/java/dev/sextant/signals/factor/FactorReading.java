package dev.sextant.signals.factor;

import org.jspecify.annotations.Nullable;

/** What a factor says at one instant: two values, or why it has none. */
public sealed interface FactorReading {

    /**
     * Both values, in millionths from 0 to 1,000,000, so that scores are exact integers.
     *
     * @param longMicros how much it speaks for a long
     * @param shortMicros how much it speaks for a short
     * @param input the numbers it looked at, in words
     * @param source the readings it looked at, or null when the row was enough
     */
    record Present(
            long longMicros,
            long shortMicros,
            String input,
            @Nullable Source source) implements FactorReading {

        public Present {
            requireMicros(longMicros);
            requireMicros(shortMicros);
        }

        private static void requireMicros(long micros) {
            if (micros < 0 || micros > Micros.ONE) {
                throw new IllegalArgumentException("a factor said " + micros + " millionths, expected 0 to 1000000");
            }
        }
    }

    /**
     * The readings a value came from.
     *
     * @param id id of the reading, or {@code first..last} for several
     * @param ageMs the decision's instant minus the (latest) reading's timestamp
     * @param synthetic whether any of them was generated
     */
    record Source(String id, long ageMs, boolean synthetic) {}

    /** No value; counts as 0. */
    record Missing(Reason reason, String text) implements FactorReading {}

    /** Why a value is missing. */
    enum Reason {
        /** A window it looks at is not covered. */
        NOT_COVERED,
        /** No reading, a stale one, or a number it needs is not defined yet. */
        NO_INPUT
    }
}
