package dev.sextant.signals.score;

import dev.sextant.domain.event.Direction;
import dev.sextant.domain.market.Symbol;
import dev.sextant.signals.factor.AsOf;
import dev.sextant.signals.factor.FactorInputs;
import dev.sextant.signals.factor.FactorReading;
import dev.sextant.signals.strategy.FactorSpec;
import dev.sextant.signals.strategy.Strategy;
import dev.sextant.signals.window.IndicatorRow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Scores a row. Called for every strategy at every closed bucket, live and in back-tests; a pure function.
 *
 * <p>Each direction's score is {@code ⌊100 · Σ weight · value / Σ weight⌋} over whole millionths, so it lies between 0 and
 * 100 and equal inputs give equal scores on every machine. A missing factor counts 0 and its weight stays in the divisor:
 * a strategy never fires on less evidence than it was written for.
 */
public final class Scorer {

    private Scorer() {}

    /**
     * Decides on one row.
     *
     * @param strategy the strategy, whose {@code indicators()} the row was computed with
     * @param symbol the row's symbol
     * @param row the indicators at the bucket's end, from the bucket actually stored
     * @param asOf the symbol's readings; asked only as of the row's instant
     * @param last when the strategy's name last emitted for this symbol
     */
    public static Decision decide(Strategy strategy, Symbol symbol, IndicatorRow row, AsOf asOf, LastSignals last) {
        FactorInputs inputs = new FactorInputs(strategy.indicators(), row, asOf);
        List<Reading> readings = new ArrayList<>();
        for (FactorSpec factor : strategy.factors()) {
            readings.add(new Reading(factor, factor.factor().read(inputs)));
        }
        List<FactorTerm> terms =
                readings.stream().map(reading -> term(strategy, reading)).toList();
        int longScore = score(strategy, terms, Direction.LONG);
        int shortScore = score(strategy, terms, Direction.SHORT);
        Direction direction = leading(longScore, shortScore);
        Gate gate =
                new Gatekeeper(strategy, row, readings, terms, last).judge(Math.max(longScore, shortScore), direction);
        return new Decision(strategy, symbol, row, longScore, shortScore, direction, terms, gate);
    }

    /** A factor and what it said. */
    record Reading(FactorSpec factor, FactorReading value) {}

    private static FactorTerm term(Strategy strategy, Reading reading) {
        FactorSpec factor = reading.factor();
        return switch (reading.value()) {
            case FactorReading.Present present ->
                new FactorTerm(
                        factor.kind(),
                        factor.weight(),
                        Math.min(present.longMicros(), factor.capMicros()),
                        Math.min(present.shortMicros(), factor.capMicros()),
                        strategy.weightSum(),
                        present.input(),
                        present.source(),
                        false);
            case FactorReading.Missing missing ->
                new FactorTerm(
                        factor.kind(),
                        factor.weight(),
                        0,
                        0,
                        strategy.weightSum(),
                        "missing: " + missing.text(),
                        null,
                        true);
        };
    }

    private static int score(Strategy strategy, List<FactorTerm> terms, Direction direction) {
        long weighted = terms.stream()
                .mapToLong(term -> term.weight() * term.micros(direction))
                .sum();
        return strategy.wholePoints(weighted);
    }

    private static @Nullable Direction leading(int longScore, int shortScore) {
        if (longScore == shortScore) {
            return null;
        }
        return longScore > shortScore ? Direction.LONG : Direction.SHORT;
    }
}
