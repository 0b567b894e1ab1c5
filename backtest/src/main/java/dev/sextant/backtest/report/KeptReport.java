package dev.sextant.backtest.report;

/**
 * A report that is kept.
 *
 * @param id what it is known by
 * @param keptMs when, epoch milliseconds
 */
public record KeptReport(String id, long keptMs) {}
