package dev.sextant.backtest.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A sweep's report for people. */
public final class SweepText {

    /** How many sets of each fold are shown. */
    private static final int SHOWN = 10;

    private final SweepResult result;
    private final List<String> lines = new ArrayList<>();

    private SweepText(SweepResult result) {
        this.result = result;
    }

    /** The lines of a report. */
    public static List<String> of(SweepResult result) {
        return new SweepText(result).lines();
    }

    private List<String> lines() {
        lines.add(String.format(
                Locale.ROOT,
                "%d pairs, %d cycles, %d messages about books in %.1f s; %d sets%s, each replayed in training and test",
                result.health().markets(),
                result.health().cycles(),
                result.health().events(),
                (result.lastMs() - result.firstMs()) / 1000.0,
                result.sets().size(),
                result.gridSize() > result.sets().size() ? " drawn of " + result.gridSize() : ""));
        for (int fold = 0; fold < result.rankings().size(); fold++) {
            fold(fold, result.rankings().get(fold));
        }
        conditions();
        judgement(result.judgement());
        return lines;
    }

    private void fold(int number, Ranking ranking) {
        String objective = result.plan().objective().word();
        lines.add(String.format(
                Locale.ROOT,
                "%strain %.1f s, test %.1f s; ranked by %s in training",
                result.rankings().size() == 1 ? "" : "fold " + (number + 1) + ": ",
                seconds(ranking.fold().train()),
                seconds(ranking.fold().test()),
                objective));
        lines.add(String.format(
                Locale.ROOT,
                "%4s %12s %7s | %4s %12s %7s  %s",
                "rank",
                "train",
                "taken",
                "rank",
                "test",
                "taken",
                "set"));
        for (int place = 0; place < Math.min(SHOWN, ranking.order().size()); place++) {
            int set = ranking.order().get(place);
            SetTally tally = result.sets().get(set);
            lines.add(String.format(
                    Locale.ROOT,
                    "%4d %12s %7d | %4s %12s %7d  %s",
                    place + 1,
                    value(tally.train(number)),
                    tally.train(number).taken(),
                    SweepJson.plain(
                            java.math.BigDecimal.valueOf(ranking.testRanks().get(set))),
                    value(tally.test(number)),
                    tally.test(number).taken(),
                    tally.set().text()));
        }
        if (ranking.order().size() > SHOWN) {
            lines.add("     … and " + (ranking.order().size() - SHOWN) + " more, all of them with --json");
        }
    }

    private static double seconds(TimeWindow window) {
        return (window.toMs() - window.fromMs()) / 1000.0;
    }

    private String value(Figures figures) {
        return result.plan()
                .objective()
                .value(figures)
                .map(value -> String.format(Locale.ROOT, "%.6g", value))
                .orElse("-");
    }

    private void conditions() {
        List<String> conditions = result.plan().varied().stream()
                .map(Varied::parameter)
                .filter(Parameter::isCondition)
                .map(Parameter::word)
                .toList();
        if (!conditions.isEmpty()) {
            lines.add("note: " + String.join(" and ", conditions)
                    + (conditions.size() == 1 ? " is a condition, not a choice" : " are conditions, not choices")
                    + ": the verdict compares sets that agree with the first in it");
        }
    }

    private void judgement(Judgement judgement) {
        judgement
                .overfitting()
                .ifPresent(pbo -> lines.add(String.format(
                        Locale.ROOT,
                        "probability of backtest overfitting %.3f (%d halvings of %d blocks)",
                        pbo.probability(),
                        pbo.combinations(),
                        result.plan().blocks())));
        judgement
                .sharpe()
                .ifPresent(sharpe -> lines.add(String.format(
                        Locale.ROOT,
                        "Sharpe ratio %.3f over %d blocks of training%s",
                        sharpe.ratio(),
                        sharpe.observations(),
                        judgement
                                .deflated()
                                .map(deflated -> String.format(
                                        Locale.ROOT,
                                        ", the best of %d by luck %.3f: deflated %.3f",
                                        deflated.trials(),
                                        deflated.luck(),
                                        deflated.probability()))
                                .orElse(""))));
        lines.add("verdict: "
                + judgement.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        judgement.reasons().forEach(reason -> lines.add("  " + reason));
    }
}
