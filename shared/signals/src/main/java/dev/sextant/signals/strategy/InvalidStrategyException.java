package dev.sextant.signals.strategy;

import java.util.List;
import java.util.stream.Collectors;

/** A strategy file was refused. The message has one line for each problem. */
public final class InvalidStrategyException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final transient List<StrategyProblem> problems;

    InvalidStrategyException(List<StrategyProblem> problems) {
        super(problems.stream().map(StrategyProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Everything found wrong, in the order of the file. */
    public List<StrategyProblem> problems() {
        return problems;
    }
}
