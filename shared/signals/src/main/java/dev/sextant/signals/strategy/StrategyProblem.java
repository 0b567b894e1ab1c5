package dev.sextant.signals.strategy;

/**
 * One thing wrong with a strategy file.
 *
 * @param path where, as a JSON path: {@code $.factors[2].weight}
 * @param value what stands there, as JSON, cut to 60 characters; {@code nothing} when it is missing
 * @param expected what would be right
 */
public record StrategyProblem(String path, String value, String expected) {

    @Override
    public String toString() {
        return path + " is " + value + ", expected " + expected;
    }
}
