package dev.sextant.backtest.overfit;

/** The standard normal distribution. The same bits on every machine. */
final class Normal {

    /** Beyond this the distribution is 0 or 1 to a double's last digit. */
    private static final double FAR = 8.3;

    private static final double HALF_LOG_TWO_PI = 0.9189385332046728;

    private Normal() {}

    /**
     * The probability of at most x, to 10⁻¹⁵: 0.5 + φ(x)·(x + x³/3 + x⁵/(3·5) + …), G. Marsaglia, "Evaluating the Normal
     * Distribution", Journal of Statistical Software 11(4), 2004.
     */
    static double cdf(double x) {
        if (Math.abs(x) > FAR) {
            return x < 0 ? 0 : 1;
        }
        double sum = x;
        double term = x;
        for (int i = 3; sum + term != sum; i += 2) {
            term *= x * x / i;
            sum += term;
        }
        return Math.clamp(0.5 + sum * StrictMath.exp(-0.5 * x * x - HALF_LOG_TWO_PI), 0, 1);
    }

    /**
     * The x that {@link #cdf} gives this probability, by halving.
     *
     * @param probability above 0, below 1; nearer to either than 10⁻¹² it loses digits
     */
    static double quantile(double probability) {
        double low = -FAR;
        double high = FAR;
        for (double x = 0; low < x && x < high; x = (low + high) / 2) {
            if (cdf(x) < probability) {
                low = x;
            } else {
                high = x;
            }
        }
        return high;
    }
}
