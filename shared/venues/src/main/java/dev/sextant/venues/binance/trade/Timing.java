package dev.sextant.venues.binance.trade;

import dev.sextant.domain.time.EpochClock;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import java.util.function.LongUnaryOperator;

/**
 * Where the adapter gets its time, its waiting and its jitter from, so that tests step all of them.
 *
 * @param wall this machine's clock, epoch milliseconds
 * @param monotonicNanos a clock that never jumps, for round trips and ages
 * @param sleeper waits between attempts of reads and cancels
 * @param jitter a delay in 0 to its argument, both in milliseconds
 */
public record Timing(EpochClock wall, LongSupplier monotonicNanos, Sleeper sleeper, LongUnaryOperator jitter) {

    private static final long FIRST_DELAY_MS = 250;
    private static final long LONGEST_DELAY_MS = 10_000;
    private static final int MAX_DOUBLINGS = 10;

    /** Waits. */
    @FunctionalInterface
    public interface Sleeper {
        void sleepMs(long ms) throws InterruptedException;
    }

    /** The machine's own clocks, and a random delay between nothing and all of it. */
    public static Timing system() {
        return new Timing(
                System::currentTimeMillis,
                System::nanoTime,
                Thread::sleep,
                longestMs -> ThreadLocalRandom.current().nextLong(longestMs + 1));
    }

    /** Waits before the attempt after {@code failures} failed ones: up to 250 ms, doubling, never above 10 s. */
    void backOff(int failures) throws InterruptedException {
        long longestMs = FIRST_DELAY_MS << Math.clamp(failures - 1L, 0, MAX_DOUBLINGS);
        sleeper.sleepMs(jitter.applyAsLong(Math.min(longestMs, LONGEST_DELAY_MS)));
    }
}
