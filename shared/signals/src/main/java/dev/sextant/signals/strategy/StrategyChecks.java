package dev.sextant.signals.strategy;

import dev.sextant.signals.factor.Category;
import dev.sextant.signals.factor.FactorKind;
import dev.sextant.signals.window.IndicatorSpec;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What makes a well-formed file senseless: above all, that it could never fire. Run only on files whose fields are each
 * right by themselves.
 */
final class StrategyChecks {

    private static final long MICROS = 1_000_000;

    private StrategyChecks() {}

    static void check(Strategy strategy, List<StrategyProblem> problems) {
        windows(strategy.indicators(), problems);
        factors(strategy, problems);
        reach(strategy, problems);
        tiers(strategy, problems);
        Exits exits = strategy.exits();
        if (exits.takeProfit2Atr().compareTo(exits.takeProfit1Atr()) < 0) {
            add(problems, "tp2_atr", exits.takeProfit2Atr(), "at least tp1_atr, " + exits.takeProfit1Atr());
        }
        TimeStop timeStop = strategy.timeStop();
        if (timeStop.closeMs() < timeStop.alertMs()) {
            add(problems, "time_stop.close_s", timeStop.closeMs() / 1000, "at least alert_s");
        }
    }

    private static void windows(IndicatorSpec spec, List<StrategyProblem> problems) {
        if (spec.slopeLagMs() > spec.fastMs()) {
            String expected = "at most fast_s: a longer lag compares windows that share no trade";
            add(problems, "windows.slope_lag_s", spec.slopeLagMs() / 1000, expected);
        }
        if (spec.atrRankMs() < 2 * spec.candleMs()) {
            add(problems, "windows.atr_rank_s", spec.atrRankMs() / 1000, "at least two candles, or every rank is 100");
        }
    }

    private static void factors(Strategy strategy, List<StrategyProblem> problems) {
        Set<FactorKind> seen = EnumSet.noneOf(FactorKind.class);
        int index = 0;
        for (FactorSpec factor : strategy.factors()) {
            String path = "factors[" + index++ + "]";
            if (!seen.add(factor.kind())) {
                add(problems, path + ".name", '"' + factor.kind().wireName() + '"', "each factor once");
            }
            if (factor.gate().minMicros() > factor.capMicros()) {
                String least = share(factor.gate().minMicros());
                add(problems, path + ".gate.min_value", least, "at most the cap: this gate can never open");
            }
            parameters(strategy, factor, path + ".params", problems);
        }
        if (strategy.factors().stream().noneMatch(factor -> factor.kind().category() == Category.DIRECTION)) {
            add(problems, "factors", seen, "a factor of category direction (cvd or accel): nothing chooses a side");
        }
    }

    private static void parameters(Strategy strategy, FactorSpec factor, String path, List<StrategyProblem> problems) {
        var values = factor.params().values();
        var low = values.get("low");
        var high = values.get("high");
        if (low != null && high != null && high.compareTo(low) < 0) {
            add(problems, path + ".high", high, "at least low, " + low);
        }
        var midShare = values.get("mid_share");
        IndicatorSpec spec = strategy.indicators();
        if (midShare != null && midShare.signum() > 0 && spec.midMs() == spec.fastMs()) {
            add(problems, path + ".mid_share", midShare, "0 while mid_s equals fast_s: both windows say the same");
        }
    }

    private static void reach(Strategy strategy, List<StrategyProblem> problems) {
        int score = strategy.bestScore();
        if (score < strategy.threshold()) {
            String expected = "at most " + score + ", the highest score the caps leave: this can never fire";
            add(problems, "threshold", strategy.threshold(), expected);
        }
    }

    private static void tiers(Strategy strategy, List<StrategyProblem> problems) {
        for (int score = strategy.threshold(); score <= 100; score++) {
            int wanted = score;
            long bands =
                    strategy.tiers().stream().filter(band -> band.holds(wanted)).count();
            if (bands != 1) {
                String expected = "exactly one band for every score from the threshold to 100";
                add(problems, "tiers", bands + " bands for score " + score, expected);
                return;
            }
        }
    }

    private static String share(long micros) {
        return Double.toString(micros / (double) MICROS);
    }

    private static void add(List<StrategyProblem> problems, String path, Object value, String expected) {
        problems.add(new StrategyProblem("$." + path, value.toString(), expected));
    }
}
