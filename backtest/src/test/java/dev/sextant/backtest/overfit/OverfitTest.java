package dev.sextant.backtest.overfit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Figures beside those of SciPy 1.17, and those that the papers print. */
class OverfitTest {

    @Test
    void theNormalDistributionIsThatOfTables() {
        double[][] known = {
            {-8.3, 5.2055697448902465e-17},
            {-5, 2.866515718791933e-07},
            {-2.5, 0.006209665325776132},
            {-0.1, 0.460172162722971},
            {0, 0.5},
            {0.3, 0.6179114221889526},
            {1.96, 0.9750021048517795},
            {3.7, 0.9998922002665226},
            {7.2, 0.9999999999996989},
            {38, 1}
        };
        for (double[] point : known) {
            assertEquals(point[1], Normal.cdf(point[0]), 2e-15, "at " + point[0]);
        }
        double[][] quantiles = {
            {0.001, -3.090232306167813},
            {0.02425, -1.972961051311885},
            {0.3, -0.5244005127080409},
            {0.5, 0},
            {0.975, 1.959963984540054},
            {1 - 1e-9, 5.997807019601637}
        };
        for (double[] point : quantiles) {
            assertEquals(point[1], Normal.quantile(point[0]), 1e-7 * Math.abs(point[1]) + 1e-12, "at " + point[0]);
        }
    }

    @Test
    void aSharpeRatioKnowsHowCertainItIs() {
        SharpeRatio ratio = SharpeRatio.of(new double[] {0.4, -1.2, 3.1, 0, 2.2, -0.7, 1.5, 0.9})
                .orElseThrow();
        assertEquals(0.5330810417690848, ratio.ratio(), 1e-14);
        assertEquals(0.21937153282397912, ratio.skewness(), 1e-14);
        assertEquals(1.9717297832116085, ratio.kurtosis(), 1e-14);
        assertEquals(0.9258340423545722, ratio.probabilityAbove(0), 1e-14);
        assertTrue(SharpeRatio.of(new double[] {2, 2, 2}).isEmpty(), "what does not vary has none");
        assertTrue(SharpeRatio.of(new double[] {2}).isEmpty());
    }

    /** The paper's example: 2.5 a year on 1,250 days, the variance of the trials' ratios a half a year. */
    @Test
    void theDeflatedRatioIsThePapers() {
        SharpeRatio skewed = new SharpeRatio(1250, 2.5 / Math.sqrt(250), -3, 10);
        SharpeRatio normal = new SharpeRatio(1250, 2.5 / Math.sqrt(250), 0, 3);
        DeflatedSharpe hundred = DeflatedSharpe.of(skewed, 0.5 / 250, 100);
        assertEquals(0.1132, hundred.luck(), 5e-5, "printed");
        assertEquals(0.9004, hundred.probability(), 5e-5, "printed");
        assertEquals(0.11317200186513214, hundred.luck(), 1e-12);
        assertEquals(0.9003968344493903, hundred.probability(), 1e-12);
        assertEquals(0.9505, DeflatedSharpe.of(skewed, 0.5 / 250, 46).probability(), 5e-5, "printed");
        assertEquals(0.9505, DeflatedSharpe.of(normal, 0.5 / 250, 88).probability(), 5e-5, "printed");
        assertEquals(0, DeflatedSharpe.of(skewed, 0.5, 1).luck(), "one trial is not chosen");
        assertEquals(2.5, DeflatedSharpe.variance(new double[] {1, 2, 3, 4, 5}), 1e-15);
        assertEquals(0, DeflatedSharpe.variance(new double[] {1}));
    }

    @Test
    void theProbabilityOfOverfittingIsThatOfAnotherLanguage() {
        assertOverfitting(70, 0.5428571428571428, -0.029367500215178824, drawn(1, 8, 5, 0));
        assertOverfitting(12870, 0.6907536907536908, -0.6849954682973528, drawn(2, 16, 20, 0));
        assertOverfitting(924, 0.46645021645021645, 0.336749153550703, drawn(3, 12, 7, 400));
        assertOverfitting(252, 0.6428571428571429, -0.452891766322451, drawn(4, 10, 6, 0));
    }

    private static void assertOverfitting(int combinations, double probability, double logit, double[][] table) {
        Overfitting found = of(table);
        assertEquals(combinations, found.combinations());
        assertEquals(probability, found.probability(), 1e-15);
        assertEquals(logit, found.meanLogit(), 1e-12);
    }

    private static Overfitting of(double[][] table) {
        return Overfitting.of(table[0].length, table.length, (trial, blocks) -> {
            double sum = 0;
            for (int block : blocks) {
                sum += table[block][trial];
            }
            return sum;
        });
    }

    /** Knuth's congruences, so that any language draws the same. */
    private static double[][] drawn(long seed, int blocks, int trials, double thirdIsBetterBy) {
        long state = seed;
        double[][] table = new double[blocks][trials];
        for (double[] row : table) {
            for (int trial = 0; trial < trials; trial++) {
                state = state * 6364136223846793005L + 1442695040888963407L;
                row[trial] = (state >>> 33) % 2001 - 1000 + (trial == 2 ? thirdIsBetterBy : 0);
            }
        }
        return table;
    }

    @Test
    void skillIsToldFromLuck() {
        List<Double> luck = new ArrayList<>();
        for (int seed = 0; seed < 100; seed++) {
            luck.add(of(drawn(1000 + seed, 10, 10, 0)).probability());
        }
        double mean = luck.stream().mapToDouble(one -> one).average().orElseThrow();
        assertEquals(0.5, mean, 0.1, "the best of noise is above the median elsewhere as often as not");
        assertEquals(0, of(drawn(9, 10, 10, 5000)).probability(), "one that is always better");
        assertThrows(IllegalArgumentException.class, () -> of(new double[3][4]));
    }

    @Test
    void aRankIsThePlaceAmongAll() {
        RandomGenerator random = new java.util.SplittableRandom(5);
        double[] values = random.doubles(9, 0, 4).map(Math::floor).toArray();
        for (int of = 0; of < values.length; of++) {
            int first = 1;
            int last = 0;
            for (double value : values) {
                first += value < values[of] ? 1 : 0;
                last += value <= values[of] ? 1 : 0;
            }
            assertEquals((first + last) / 2.0, Overfitting.rank(values, of));
        }
    }
}
