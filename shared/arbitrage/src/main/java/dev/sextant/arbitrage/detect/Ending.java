package dev.sextant.arbitrage.detect;

/** Why an opportunity is over, or why a cycle whose best prices pay is none. */
public enum Ending {
    /** The prices don't pay any more. */
    NO_EDGE,
    /** A leg would be below the venue's minimum. */
    TOO_SMALL,
    /** Roundings to lots and fees take what the prices would give. */
    EATEN_BY_LOTS,
    /** The prices pay more than any market does: some quote is wrong. */
    ABSURD,
    /** A leg's book has not been heard of for too long. */
    STALE,
    /** A leg's book can't be traded on: not there yet, crossed, wrong checksum, or the pair is not open. */
    CLOSED
}
