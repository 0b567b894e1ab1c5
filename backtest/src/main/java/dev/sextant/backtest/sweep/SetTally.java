package dev.sextant.backtest.sweep;

import dev.sextant.backtest.arb.DecayCurve;
import dev.sextant.backtest.arb.Outcome;
import java.util.List;
import java.util.Map;

/** What one set came to: in each fold's windows, in each block of time, and how its edges decayed over all of it. */
final class SetTally {

    private final ParameterSet set;
    private final List<Figures> train;
    private final List<Figures> test;
    private final List<Figures> blocks;
    private final DecayCurve decay = new DecayCurve();

    SetTally(ParameterSet set, List<Fold> folds, List<TimeWindow> blocks) {
        this.set = set;
        this.train = folds.stream().map(fold -> new Figures(fold.train())).toList();
        this.test = folds.stream().map(fold -> new Figures(fold.test())).toList();
        this.blocks = blocks.stream().map(Figures::new).toList();
    }

    void take(Outcome outcome) {
        train.forEach(window -> window.take(outcome));
        test.forEach(window -> window.take(outcome));
        blocks.forEach(block -> block.take(outcome));
        decay.take(outcome.decay());
    }

    ParameterSet set() {
        return set;
    }

    Figures train(int fold) {
        return train.get(fold);
    }

    Figures test(int fold) {
        return test.get(fold);
    }

    List<Figures> blocks() {
        return blocks;
    }

    Map<Integer, Double> decay() {
        return decay.shares();
    }
}
