package dev.sextant.arbitrage.detect;

/**
 * What a {@link CycleDetector} goes by.
 *
 * @param bufferPpm what a cycle must earn beyond its fees, in millionths of what it takes, 0 to 1,000,000
 * @param maxEdgePpm what best prices may pay at most, after fees, to be believed, in millionths above one, above 0: more
 *     than a few per cent is a quote gone wrong
 * @param staleMs how long ago each leg's book may have been heard of, in milliseconds, above 0
 * @param maxNotional the most a cycle may take, in whole units of its start asset, above 0
 */
public record DetectorLimits(int bufferPpm, int maxEdgePpm, long staleMs, double maxNotional) {

    public DetectorLimits {
        if (bufferPpm < 0 || bufferPpm > 1_000_000) {
            throw new IllegalArgumentException("bufferPpm " + bufferPpm + ", expected 0 to 1000000");
        }
        if (maxEdgePpm < 1) {
            throw new IllegalArgumentException("maxEdgePpm " + maxEdgePpm + ", expected 1 or more");
        }
        if (staleMs < 1) {
            throw new IllegalArgumentException("staleMs " + staleMs + ", expected 1 or more");
        }
        if (!(maxNotional > 0 && maxNotional <= 1e12)) {
            throw new IllegalArgumentException("maxNotional " + maxNotional + ", expected above 0, at most 1e12");
        }
    }
}
