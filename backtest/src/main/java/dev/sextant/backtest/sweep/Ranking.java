package dev.sextant.backtest.sweep;

import dev.sextant.backtest.overfit.Overfitting;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The sets of one fold, the best in training first; of equal ones the first of the grid. What a set came to in the test
 * has no part in it.
 *
 * @param order the places of the sets in the list of all
 * @param testRanks the place of each set of that list in the test, 1 the best; equal ones share the middle of their places
 */
record Ranking(Fold fold, List<Integer> order, List<Double> testRanks) {

    static Ranking of(Fold fold, int number, List<SetTally> sets, Objective objective) {
        double[] train = sets.stream()
                .mapToDouble(set -> value(objective, set.train(number)))
                .toArray();
        double[] test = sets.stream()
                .mapToDouble(set -> value(objective, set.test(number)))
                .toArray();
        List<Integer> order = IntStream.range(0, sets.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer set) -> -train[set]).thenComparingInt(set -> set))
                .toList();
        List<Double> ranks = IntStream.range(0, sets.size())
                .mapToObj(set -> sets.size() + 1 - Overfitting.rank(test, set))
                .toList();
        return new Ranking(fold, order, ranks);
    }

    private static double value(Objective objective, Figures figures) {
        return objective.value(
                figures.taken(),
                figures.expected().doubleValue(),
                figures.realised().doubleValue());
    }

    int winner() {
        return order.getFirst();
    }

    /**
     * Whether what was chosen is worse in the test than the middle of these.
     *
     * @param among the places of sets, the chosen one among them
     */
    boolean collapses(List<Integer> among) {
        double chosen = testRanks.get(winner());
        long better = among.stream().filter(set -> testRanks.get(set) < chosen).count();
        long worse = among.stream().filter(set -> testRanks.get(set) > chosen).count();
        return better > worse;
    }
}
