package dev.sextant.bench;

import java.util.Arrays;
import java.util.Locale;

/** Median, least and most of some values. */
public record Spread(double median, double least, double most) {

    static Spread of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Spread(sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]);
    }

    @Override
    public String toString() {
        return number(median) + " [" + number(least) + ".." + number(most) + "]";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.1f" : "%.0f", value);
    }
}
