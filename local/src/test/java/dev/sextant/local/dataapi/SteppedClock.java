package dev.sextant.local.dataapi;

import dev.sextant.domain.time.EpochClock;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that a test moves by hand. */
final class SteppedClock implements EpochClock {

    private final AtomicLong nowMs = new AtomicLong(1_767_225_600_000L);

    @Override
    public long nowMs() {
        return nowMs.get();
    }

    void advanceMs(long ms) {
        nowMs.addAndGet(ms);
    }
}
