package dev.sextant.backtest.sweep;

import dev.sextant.backtest.arb.Outcome;

/**
 * A part of a recording's time.
 *
 * @param fromMs epoch milliseconds, inside
 * @param toMs epoch milliseconds, outside
 * @param quietMs so long before its end nothing is taken; 0 or more
 * @param last whether the recording ends with it, and with it whatever is still there
 */
public record TimeWindow(long fromMs, long toMs, long quietMs, boolean last) {

    /** Whether an opportunity begins here. */
    boolean begins(Outcome outcome) {
        return outcome.seenMs() >= fromMs && outcome.seenMs() < toMs;
    }

    /** Whether an opportunity that begins here also ends here, and could have been taken and finished. */
    boolean holds(Outcome outcome) {
        return last || (outcome.endMs() < toMs && outcome.seenMs() < toMs - quietMs);
    }
}
