package dev.sextant.backtest.overfit;

/**
 * The Sharpe ratio of the best of many trials, less what the best of so many would have by luck. D. H. Bailey and M.
 * López de Prado, "The Deflated Sharpe Ratio", Journal of Portfolio Management 40(5), 2014.
 *
 * @param trials how many were tried, the dependent ones too, so that the figure is rather too low than too high
 * @param luck the ratio that the best of so many trials without any skill is expected to have
 * @param probability how likely the true ratio is above zero although it is the best of so many
 */
public record DeflatedSharpe(int trials, double luck, double probability) {

    private static final double EULER_MASCHERONI = 0.5772156649015329;

    /**
     * The figure of the chosen trial.
     *
     * @param variance of the ratios over all trials, 0 or more
     */
    public static DeflatedSharpe of(SharpeRatio chosen, double variance, int trials) {
        double luck = trials < 2 ? 0 : Math.sqrt(variance) * expectedMaximum(trials);
        return new DeflatedSharpe(trials, luck, chosen.probabilityAbove(luck));
    }

    /** What the greatest of so many draws of a standard normal distribution is expected to be, about. */
    private static double expectedMaximum(int draws) {
        return (1 - EULER_MASCHERONI) * Normal.quantile(1 - 1.0 / draws)
                + EULER_MASCHERONI * Normal.quantile(1 - 1.0 / (draws * Math.E));
    }

    /** The sample variance of ratios; 0 for fewer than two. */
    public static double variance(double[] ratios) {
        double mean = 0;
        for (double ratio : ratios) {
            mean += ratio / ratios.length;
        }
        double sum = 0;
        for (double ratio : ratios) {
            sum += (ratio - mean) * (ratio - mean);
        }
        return ratios.length < 2 ? 0 : sum / (ratios.length - 1);
    }
}
