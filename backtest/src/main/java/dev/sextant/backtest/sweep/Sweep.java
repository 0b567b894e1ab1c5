package dev.sextant.backtest.sweep;

import dev.sextant.backtest.arb.ArbSettings;
import dev.sextant.backtest.arb.BookHealth;
import dev.sextant.backtest.arb.RecordedPairs;
import dev.sextant.backtest.arb.SideBySide;
import dev.sextant.recordings.RecordingException;
import dev.sextant.recordings.book.BookFile;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;

/**
 * Replays a recording with every set of a grid and ranks them. The files are read once to find their pairs, then once
 * for each {@value #SIDE_BY_SIDE} sets, so that memory does not grow with the file or the grid. The same files and plan
 * give the same result.
 */
public final class Sweep {

    /** How many sets are replayed in one reading. */
    private static final int SIDE_BY_SIDE = 16;

    private final List<BookFile> files;
    private final RecordedPairs pairs;
    private final DoublePredicate goOn;
    private final List<ParameterSet> sets;
    private final List<Fold> folds;

    private Sweep(
            List<BookFile> files, RecordedPairs pairs, List<ParameterSet> sets, Split split, DoublePredicate goOn) {
        this.files = files;
        this.pairs = pairs;
        this.goOn = goOn;
        this.sets = sets;
        this.folds = split.folds(pairs.firstMs(), pairs.lastMs(), quietMs(sets));
    }

    /**
     * Runs a plan.
     *
     * @param goOn is told now and then what share is done, 0 to 1; false ends it
     * @throws IllegalArgumentException when the plan can't be, or the recording is too short for it
     * @throws CancellationException when it was ended
     */
    public static SweepResult run(List<BookFile> files, SweepPlan plan, DoublePredicate goOn)
            throws RecordingException {
        Grid grid = new Grid(plan.base(), plan.varied());
        RecordedPairs pairs = RecordedPairs.of(files);
        if (pairs.events() == 0) {
            throw new IllegalArgumentException("the recording has no message about a book that can be read");
        }
        Sweep sweep = new Sweep(files, pairs, grid.sets(plan.limit(), plan.seed()), plan.split(), goOn);
        return sweep.run(plan, grid.size());
    }

    private SweepResult run(SweepPlan plan, int gridSize) throws RecordingException {
        List<SetTally> tallies = new ArrayList<>();
        List<TimeWindow> blocks = blocks(plan.blocks());
        sets.forEach(set -> tallies.add(new SetTally(set, folds, blocks)));
        List<BookHealth> health = new ArrayList<>();
        for (int from = 0; from < sets.size(); from += SIDE_BY_SIDE) {
            health.add(replay(tallies, from));
        }
        List<Ranking> rankings = IntStream.range(0, folds.size())
                .mapToObj(fold -> Ranking.of(folds.get(fold), fold, tallies, plan.objective()))
                .toList();
        return new SweepResult(
                plan,
                pairs.firstMs(),
                pairs.lastMs(),
                health.getFirst(),
                gridSize,
                tallies,
                rankings,
                new Judge(plan, tallies, rankings).judge());
    }

    private BookHealth replay(List<SetTally> tallies, int from) throws RecordingException {
        int to = Math.min(from + SIDE_BY_SIDE, sets.size());
        List<ArbSettings> settings =
                sets.subList(from, to).stream().map(ParameterSet::settings).toList();
        double span = pairs.lastMs() - pairs.firstMs() + 1.0;
        return SideBySide.run(
                files,
                pairs,
                settings,
                this::mayTake,
                nowMs -> goOn.test((from + (to - from) * Math.clamp((nowMs - pairs.firstMs()) / span, 0, 1))
                        / sets.size()),
                (setting, outcome) -> tallies.get(from + setting).take(outcome));
    }

    /** Not so shortly before a border that it would not be finished there. */
    private boolean mayTake(long timeMs) {
        for (Fold fold : folds) {
            long border = fold.train().toMs();
            if (timeMs < border && timeMs >= border - fold.train().quietMs()) {
                return false;
            }
        }
        return true;
    }

    /** How long the slowest set takes for all legs and to sell back what is left over. */
    private static long quietMs(List<ParameterSet> sets) {
        return sets.stream()
                .map(ParameterSet::settings)
                .mapToLong(set -> (set.mostLegs() + 1) * set.latencyMs().orElse(0))
                .max()
                .orElse(0);
    }

    private List<TimeWindow> blocks(int count) {
        long span = pairs.lastMs() - pairs.firstMs() + 1;
        return IntStream.range(0, count)
                .mapToObj(block -> new TimeWindow(
                        pairs.firstMs() + span * block / count,
                        pairs.firstMs() + span * (block + 1) / count,
                        0,
                        block == count - 1))
                .toList();
    }
}
