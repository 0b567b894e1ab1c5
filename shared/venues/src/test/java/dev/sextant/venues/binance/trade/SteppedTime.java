package dev.sextant.venues.binance.trade;

import java.util.ArrayList;
import java.util.List;

/** Clocks that move only when told to, and waits that move them. Jitter is always the whole delay. */
final class SteppedTime {

    long wallMs = 1_723_075_200_000L;
    long nanos = 1_000_000_000L;
    final List<Long> sleptMs = new ArrayList<>();

    void advanceMs(long ms) {
        wallMs += ms;
        nanos += ms * 1_000_000;
    }

    Timing timing() {
        return new Timing(
                () -> wallMs,
                () -> nanos,
                ms -> {
                    sleptMs.add(ms);
                    advanceMs(ms);
                },
                longestMs -> longestMs);
    }
}
