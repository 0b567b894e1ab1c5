package dev.sextant.backtest.sweep;

import dev.sextant.backtest.overfit.DeflatedSharpe;
import dev.sextant.backtest.overfit.Overfitting;
import dev.sextant.backtest.overfit.SharpeRatio;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Judges what a sweep chose by the rule of {@link Judgement#RULE}. */
final class Judge {

    static final long LEAST_TRAIN = 30;
    static final long LEAST_TEST = 10;

    /** Fewer blocks of time than this say nothing of how results vary. */
    private static final int LEAST_BLOCKS = 8;

    private static final double SURE = 0.95;

    private final SweepPlan plan;
    private final List<SetTally> sets;
    private final List<Ranking> rankings;

    /** The places of the sets that agree with the chosen one in what can't be chosen. */
    private final List<Integer> peers;

    private final List<String> unknown = new ArrayList<>();

    Judge(SweepPlan plan, List<SetTally> sets, List<Ranking> rankings) {
        this.plan = plan;
        this.sets = sets;
        this.rankings = rankings;
        this.peers = IntStream.range(0, sets.size())
                .filter(set ->
                        sets.get(set).set().conditions().equals(chosen().set().conditions()))
                .boxed()
                .toList();
    }

    Judgement judge() {
        Optional<Overfitting> overfitting = overfitting();
        Optional<SharpeRatio> sharpe = SharpeRatio.of(trained(chosen()));
        double[] ratios = peers.stream()
                .flatMap(set -> SharpeRatio.of(trained(sets.get(set))).stream())
                .mapToDouble(SharpeRatio::ratio)
                .toArray();
        double variance = DeflatedSharpe.variance(ratios);
        Optional<DeflatedSharpe> deflated =
                sharpe.filter(this::isLongEnough).map(ratio -> DeflatedSharpe.of(ratio, variance, peers.size()));
        List<String> few = few();
        List<String> broken = broken(overfitting);
        List<String> doubtful = doubtful(deflated);
        Verdict verdict = !few.isEmpty()
                ? Verdict.TOO_LITTLE_DATA
                : earned(chosenTraining()).signum() <= 0
                        ? Verdict.NOTHING_EARNED
                        : !broken.isEmpty() ? Verdict.OVERFIT : !doubtful.isEmpty() ? Verdict.UNPROVEN : Verdict.PASSED;
        List<String> reasons = new ArrayList<>(few);
        reasons.addAll(broken);
        reasons.addAll(doubtful);
        return new Judgement(verdict, reasons, overfitting, sharpe, variance, deflated);
    }

    private int lastFold() {
        return rankings.size() - 1;
    }

    private SetTally chosen() {
        return sets.get(rankings.getLast().winner());
    }

    private Figures chosenTraining() {
        return chosen().train(lastFold());
    }

    private static BigDecimal earned(Figures figures) {
        return figures.realised();
    }

    /** The tests of all folds, each of what was chosen there. */
    private List<Figures> tests() {
        return IntStream.range(0, rankings.size())
                .mapToObj(fold -> sets.get(rankings.get(fold).winner()).test(fold))
                .toList();
    }

    private List<String> few() {
        List<String> few = new ArrayList<>();
        long trained = chosenTraining().taken();
        long tested = tests().stream().mapToLong(Figures::taken).sum();
        if (trained < LEAST_TRAIN) {
            few.add("the chosen set took " + trained + " cycles in training, " + LEAST_TRAIN + " are wanted");
        }
        if (tested < LEAST_TEST) {
            few.add("what was chosen took " + tested + " cycles in the test, " + LEAST_TEST + " are wanted");
        }
        return few;
    }

    private List<String> broken(Optional<Overfitting> overfitting) {
        List<String> broken = new ArrayList<>();
        BigDecimal tested = tests().stream().map(Judge::earned).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (earned(chosenTraining()).signum() > 0 && tested.signum() <= 0) {
            broken.add("what was chosen brought " + tested.stripTrailingZeros().toPlainString() + " in the test");
        }
        long collapsed =
                rankings.stream().filter(ranking -> ranking.collapses(peers)).count();
        if (2 * collapsed > rankings.size()) {
            broken.add("what was best in training was worse in the test than the middle of all "
                    + peers.size() + " sets"
                    + (rankings.size() == 1 ? "" : ", in " + collapsed + " of " + rankings.size() + " folds"));
        }
        overfitting
                .map(Overfitting::probability)
                .filter(probability -> probability > 0.5)
                .ifPresent(
                        probability -> broken.add("the probability of backtest overfitting is " + text(probability)));
        return broken;
    }

    private List<String> doubtful(Optional<DeflatedSharpe> deflated) {
        List<String> doubtful = new ArrayList<>();
        deflated.map(DeflatedSharpe::probability)
                .filter(probability -> probability < SURE)
                .ifPresent(probability ->
                        doubtful.add("the deflated Sharpe ratio of " + peers.size() + " sets is " + text(probability)));
        if (deflated.isEmpty()) {
            int blocks = trained(chosen()).length;
            doubtful.add("no deflated Sharpe ratio: "
                    + (blocks < LEAST_BLOCKS
                            ? blocks + " blocks of time in training, " + LEAST_BLOCKS + " are wanted"
                            : "the chosen set brought the same in each block of time"));
        }
        doubtful.addAll(unknown);
        return doubtful;
    }

    private static String text(double probability) {
        return String.format(Locale.ROOT, "%.3f", probability);
    }

    private boolean isLongEnough(SharpeRatio ratio) {
        return ratio.observations() >= LEAST_BLOCKS;
    }

    /** What a set brought in each block that lies within the last fold's training. */
    private double[] trained(SetTally set) {
        long end = rankings.getLast().fold().train().toMs();
        return set.blocks().stream()
                .filter(block -> block.window().toMs() <= end)
                .mapToDouble(block -> block.realised().doubleValue())
                .toArray();
    }

    private Optional<Overfitting> overfitting() {
        if (peers.size() == 1) {
            return Optional.empty();
        }
        double[][][] table = different();
        long busy = IntStream.range(0, plan.blocks())
                .filter(block ->
                        sets.stream().anyMatch(set -> set.blocks().get(block).taken() > 0))
                .count();
        if (table.length < 2 || busy < LEAST_BLOCKS) {
            unknown.add("no probability of backtest overfitting: " + table.length
                    + " sets that differ in what they did and " + busy
                    + " blocks of time with a cycle taken, expected 2 and " + LEAST_BLOCKS);
            return Optional.empty();
        }
        return Optional.of(Overfitting.of(table.length, plan.blocks(), (set, blocks) -> {
            double taken = 0;
            double expected = 0;
            double realised = 0;
            for (int block : blocks) {
                taken += table[set][block][0];
                expected += table[set][block][1];
                realised += table[set][block][2];
            }
            return plan.objective().value((long) taken, expected, realised);
        }));
    }

    /** Taken, expected and realised of each block, of each set that did not do the same as one before it. */
    private double[][][] different() {
        List<double[][]> kept = new ArrayList<>();
        for (int set : peers) {
            double[][] blocks = sets.get(set).blocks().stream()
                    .map(block -> new double[] {
                        block.taken(),
                        block.expected().doubleValue(),
                        block.realised().doubleValue()
                    })
                    .toArray(double[][]::new);
            if (kept.stream().noneMatch(one -> java.util.Arrays.deepEquals(one, blocks))) {
                kept.add(blocks);
            }
        }
        return kept.toArray(double[][][]::new);
    }
}
