package dev.sextant.local.venue.synthetic.calibration;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** Plain statistics of rows of numbers. */
final class Numbers {

    private Numbers() {}

    static double mean(double[] x) {
        return Arrays.stream(x).sum() / x.length;
    }

    static double variance(double[] x) {
        double mean = mean(x);
        return Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum() / x.length;
    }

    static double deviation(double[] x) {
        return Math.sqrt(variance(x));
    }

    /** Three for a normal distribution. */
    static double kurtosis(double[] x) {
        double mean = mean(x);
        double fourth = Arrays.stream(x).map(v -> Math.pow(v - mean, 4)).sum() / x.length;
        return fourth / Math.pow(variance(x), 2);
    }

    static double correlation(double[] x, double[] y) {
        double meanX = mean(x);
        double meanY = mean(y);
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (x[i] - meanX) * (y[i] - meanY);
        }
        return sum / x.length / (deviation(x) * deviation(y));
    }

    static double autocorrelation(double[] x, int lag) {
        return correlation(Arrays.copyOf(x, x.length - lag), Arrays.copyOfRange(x, lag, x.length));
    }

    /** Correlation of each value with the next one of another row. */
    static double lead(double[] x, double[] y) {
        return correlation(Arrays.copyOf(x, x.length - 1), Arrays.copyOfRange(y, 1, y.length));
    }

    static double quantile(double[] x, double share) {
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * (sorted.length - 1)))];
    }

    static double share(double[] x, java.util.function.DoublePredicate which) {
        return (double) Arrays.stream(x).filter(which).count() / x.length;
    }

    static double[] map(double[] x, DoubleUnaryOperator f) {
        return Arrays.stream(x).map(f).toArray();
    }

    static double[] magnitudes(double[] x) {
        return map(x, Math::abs);
    }

    /** Logarithmic returns in basis points. */
    static double[] returnsBps(double[] prices) {
        double[] returns = new double[prices.length - 1];
        for (int i = 0; i < returns.length; i++) {
            returns[i] = 1e4 * Math.log(prices[i + 1] / prices[i]);
        }
        return returns;
    }

    /** Every so-manyth value, beginning with the first. */
    static double[] every(double[] x, int step) {
        double[] picked = new double[(x.length + step - 1) / step];
        for (int i = 0; i < picked.length; i++) {
            picked[i] = x[i * step];
        }
        return picked;
    }

    /** Sums of so many values each; what is left over is left out. */
    static double[] sums(double[] x, int size) {
        double[] sums = new double[x.length / size];
        for (int i = 0; i < sums.length * size; i++) {
            sums[i / size] += x[i];
        }
        return sums;
    }

    /** Variance of counts over their mean; one for a Poisson process. */
    static double dispersion(double[] counts) {
        return variance(counts) / mean(counts);
    }
}
