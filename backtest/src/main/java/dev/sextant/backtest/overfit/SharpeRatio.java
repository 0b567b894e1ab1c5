package dev.sextant.backtest.overfit;

import java.util.Optional;

/**
 * The Sharpe ratio of a series of results of equal spans of time, not annualised, with what its error depends on.
 *
 * @param observations how many results, 2 or more
 * @param ratio mean over sample standard deviation
 * @param skewness third central moment over the cube of the deviation
 * @param kurtosis fourth central moment over the fourth power of the deviation; 3 for a normal distribution
 */
public record SharpeRatio(int observations, double ratio, double skewness, double kurtosis) {

    /** The ratio of a series; none where the results don't vary or are fewer than two. */
    public static Optional<SharpeRatio> of(double[] results) {
        int count = results.length;
        double mean = 0;
        for (double result : results) {
            mean += result / count;
        }
        double second = 0;
        double third = 0;
        double fourth = 0;
        for (double result : results) {
            double away = result - mean;
            second += away * away / count;
            third += away * away * away / count;
            fourth += away * away * away * away / count;
        }
        if (count < 2 || !(second > 0)) {
            return Optional.empty();
        }
        double deviation = Math.sqrt(second);
        return Optional.of(new SharpeRatio(
                count,
                mean / (deviation * Math.sqrt(count / (count - 1.0))),
                third / (second * deviation),
                fourth / (second * second)));
    }

    /**
     * The probabilistic Sharpe ratio: how likely the true ratio is above a benchmark. D. H. Bailey and M. López de Prado,
     * "The Sharpe Ratio Efficient Frontier", Journal of Risk 15(2), 2012.
     *
     * @param benchmark a ratio, not annualised
     */
    public double probabilityAbove(double benchmark) {
        double variance = 1 - skewness * ratio + (kurtosis - 1) / 4 * ratio * ratio;
        return Normal.cdf((ratio - benchmark) * Math.sqrt(observations - 1.0) / Math.sqrt(Math.max(variance, 1e-12)));
    }
}
