package dev.sextant.bench;

/**
 * What one contender took for a piece of input, each the median of several rounds with the least and the most.
 *
 * @param pieces pieces of input in a round
 * @param mean nanoseconds of processor time, all of a round divided by its pieces: what other programs do meanwhile is not
 *     in it
 * @param batchP50 nanoseconds, batches of {@link Rounds#BATCH} timed together
 * @param batchP99 nanoseconds, the same
 * @param singleP50 nanoseconds, every piece timed by itself, the clock's own cost included
 * @param singleP99 nanoseconds, the same
 * @param bytes allocated per piece, the least of all rounds
 * @param found what the contender found in a round
 */
public record Figures(
        int pieces,
        Spread mean,
        Spread batchP50,
        Spread batchP99,
        Spread singleP50,
        Spread singleP99,
        double bytes,
        long found) {}
