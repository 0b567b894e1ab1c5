package dev.sextant.backtest.sweep;

/** A choice and its test: sets are ranked in the first window and judged in the second, which comes after it. */
public record Fold(TimeWindow train, TimeWindow test) {}
