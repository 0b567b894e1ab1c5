package dev.sextant.backtest.arb;

import dev.sextant.backtest.arb.Told.Outcome;
import dev.sextant.backtest.arb.Told.Taken;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Sums over the opportunities of a replay. */
final class ArbTotals {
    private final DecayCurve decay = new DecayCurve();
    private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    private final Map<String, BigDecimal> expected = new TreeMap<>();
    private final Map<String, BigDecimal> realised = new TreeMap<>();
    private long seen;

    void take(Told told) {
        seen++;
        decay.take(told.opportunity());
        told.taken().ifPresent(taken -> take(told.opportunity().plan().asset(), taken));
    }

    private void take(String asset, Taken taken) {
        outcomes.merge(taken.outcome(), 1L, Long::sum);
        expected.merge(asset, taken.expected(), BigDecimal::add);
        realised.merge(asset, taken.realised(), BigDecimal::add);
    }

    long seen() {
        return seen;
    }

    Map<Integer, Double> decay() {
        return decay.shares();
    }

    Map<Outcome, Long> outcomes() {
        return outcomes;
    }

    /** What was expected of the cycles that were taken, by start asset. */
    Map<String, BigDecimal> expected() {
        return expected;
    }

    /** What they brought, by start asset. */
    Map<String, BigDecimal> realised() {
        return realised;
    }
}
