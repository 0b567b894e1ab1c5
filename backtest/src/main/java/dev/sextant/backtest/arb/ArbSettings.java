package dev.sextant.backtest.arb;

import dev.sextant.arbitrage.detect.DetectorLimits;
import java.util.List;
import java.util.OptionalLong;

/**
 * What a replay of books goes by.
 *
 * @param feePpm the taker's fee of every pair in millionths, 0 to 100,000
 * @param limits buffer, staleness and the most to begin a cycle with
 * @param starts assets a cycle may begin with, the preferred first
 * @param mostLegs 3 or 4
 * @param traceEdges whether the best product of each update is told
 * @param latencyMs how long after the decision a leg meets the market; empty when nothing is taken
 */
public record ArbSettings(
        int feePpm,
        DetectorLimits limits,
        List<String> starts,
        int mostLegs,
        boolean traceEdges,
        OptionalLong latencyMs) {

    public ArbSettings {
        starts = List.copyOf(starts);
        latencyMs.ifPresent(ms -> {
            if (ms < 0 || ms > 60_000) {
                throw new IllegalArgumentException("latency of " + ms + " ms, expected 0 to 60000");
            }
        });
    }
}
