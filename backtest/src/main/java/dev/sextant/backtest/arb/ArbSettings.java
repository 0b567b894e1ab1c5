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
 * @param unwind what a cycle that can't be finished may lose
 * @param latencyMs how long after the decision a leg meets the market; empty when nothing is taken
 */
public record ArbSettings(
        int feePpm,
        DetectorLimits limits,
        List<String> starts,
        int mostLegs,
        boolean traceEdges,
        Unwind unwind,
        OptionalLong latencyMs) {

    /**
     * What is sold back.
     *
     * @param haircutPpm how much worse prices may be by then, in millionths, 0 to 1,000,000
     * @param maxLoss the most that may be lost for a cycle to be taken, in whole units of the start asset; infinite for
     *     whatever it is
     */
    public record Unwind(int haircutPpm, double maxLoss) {

        /** Half a per cent, and any loss. */
        public static final Unwind USUAL = new Unwind(5_000, Double.POSITIVE_INFINITY);

        public Unwind {
            if (haircutPpm < 0 || haircutPpm > 1_000_000) {
                throw new IllegalArgumentException("haircut of " + haircutPpm + " ppm, expected 0 to 1000000");
            }
            if (!(maxLoss >= 0)) {
                throw new IllegalArgumentException("maxLoss " + maxLoss + ", expected 0 or more");
            }
        }
    }

    /** What {@code sextant arb sweep} begins with: Kraken's taker fee, no buffer, 1,000 USD, 100 ms. */
    public static final ArbSettings USUAL = new ArbSettings(
            2_600,
            new DetectorLimits(0, 50_000, 1_000, 1_000),
            List.of("USD"),
            3,
            false,
            Unwind.USUAL,
            OptionalLong.of(100));

    public ArbSettings {
        starts = List.copyOf(starts);
        latencyMs.ifPresent(ms -> {
            if (ms < 0 || ms > 60_000) {
                throw new IllegalArgumentException("latency of " + ms + " ms, expected 0 to 60000");
            }
        });
    }
}
