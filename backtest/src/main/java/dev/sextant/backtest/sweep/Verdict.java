package dev.sextant.backtest.sweep;

/** How far to believe that the chosen set is better. */
public enum Verdict {
    /** Too few cycles were taken to say anything. */
    TOO_LITTLE_DATA,
    /** The chosen set earned nothing in training: there is nothing to believe. */
    NOTHING_EARNED,
    /** What was chosen does not hold in the test, or the way of choosing is as good as a coin. */
    OVERFIT,
    /** It holds in the test, and luck is not excluded. */
    UNPROVEN,
    /** It holds in the test, and luck is unlikely. */
    PASSED
}
