package dev.sextant.local.venue.play;

/**
 * How fast event time runs against the wall clock.
 *
 * @param factor milliseconds of event time per millisecond of wall time; infinite means no waiting at all
 */
public record Speed(double factor) {

    /** As fast as the machine and the {@link Pacer} allow. */
    public static final Speed MAX = new Speed(Double.POSITIVE_INFINITY);

    /** As it happened. */
    public static final Speed REAL_TIME = new Speed(1);

    public Speed {
        if (!(factor > 0)) {
            throw new IllegalArgumentException("speed " + factor + " is impossible, expected a number above 0 or max");
        }
    }

    /**
     * Reads {@code 1}, {@code 0.5}, {@code 20} or {@code max}.
     *
     * @throws IllegalArgumentException saying what would be right
     */
    public static Speed parse(String text) {
        if (text.equals("max")) {
            return MAX;
        }
        try {
            return new Speed(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("speed '" + text + "' is not a number, expected one above 0 or max", e);
        }
    }

    /** Whether there is no waiting between events. */
    public boolean isMax() {
        return Double.isInfinite(factor);
    }

    @Override
    public String toString() {
        if (isMax()) {
            return "max";
        }
        return factor == Math.rint(factor) ? Long.toString((long) factor) : Double.toString(factor);
    }
}
