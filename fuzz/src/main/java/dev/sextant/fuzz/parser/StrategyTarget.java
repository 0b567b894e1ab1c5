package dev.sextant.fuzz.parser;

import static dev.sextant.fuzz.PropertyBroken.unless;
import static dev.sextant.fuzz.PropertyBroken.unlessEqual;

import dev.sextant.fuzz.FuzzTarget;
import dev.sextant.fuzz.Verdict;
import dev.sextant.signals.strategy.InvalidStrategyException;
import dev.sextant.signals.strategy.Strategy;
import dev.sextant.signals.strategy.StrategyFile;
import dev.sextant.signals.strategy.StrategyJson;
import java.nio.charset.StandardCharsets;

/**
 * Strategy files, which is also what lint reads. Only {@link InvalidStrategyException}, with at least one problem. A
 * strategy that is taken can fire, has a tier for each score that fires, and its canonical text reads as the same strategy.
 */
public final class StrategyTarget implements FuzzTarget {

    private static final int ALL_POINTS = 100;

    @Override
    public String name() {
        return "strategy";
    }

    @Override
    public int maxMessageChars() {
        return 20_000; // a line for each problem
    }

    @Override
    public Verdict check(byte[] input) {
        Strategy read;
        try {
            read = StrategyFile.parse(new String(input, StandardCharsets.UTF_8));
        } catch (InvalidStrategyException e) {
            unless(!e.problems().isEmpty(), "a refusal has a problem");
            return Verdict.refused(e);
        }
        unless(read.bestScore() >= read.threshold(), "a strategy can fire");
        for (int score = read.threshold(); score <= ALL_POINTS; score++) {
            read.tierOf(score);
        }
        String canonical = StrategyJson.canonical(read);
        Strategy again = StrategyFile.parse(canonical);
        unlessEqual(canonical, StrategyJson.canonical(again), "the canonical text reads as itself");
        unlessEqual(read.strategyVersion(), again.strategyVersion(), "the content hash is of the content");
        unlessEqual(read.indicators(), again.indicators(), "the windows survive writing and reading");
        return new Verdict.Accepted("factors " + read.factors().size());
    }
}
