package dev.sextant.backtest.report;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A report with the time of its file.
 *
 * @param keptMs epoch milliseconds
 * @param report as it was kept
 */
public record KeptReport(long keptMs, JsonNode report) {}
