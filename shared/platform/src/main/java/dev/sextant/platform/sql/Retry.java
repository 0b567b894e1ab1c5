package dev.sextant.platform.sql;

import java.util.function.Supplier;

/**
 * Tries again while it is harmless and the budget lasts: reads after anything but a refusal, effects only while Aurora
 * is resuming. No try starts after the budget is spent; the last failure is the one that is thrown.
 */
final class Retry {

    /** Where time comes from and how it is waited for; a test steps both. */
    interface Pace {
        long nowMs();

        void waitMs(long ms) throws InterruptedException;
    }

    static final Retry NONE = new Retry(0, new RealTime());

    private static final long FIRST_WAIT_MS = 100;
    private static final long LONGEST_WAIT_MS = 2_000;

    private final long budgetMs;
    private final Pace pace;

    Retry(long budgetMs, Pace pace) {
        this.budgetMs = budgetMs;
        this.pace = pace;
    }

    static Retry upTo30Seconds() {
        return new Retry(30_000, new RealTime());
    }

    <T> T run(Effect effect, Supplier<T> attempt) {
        long deadlineMs = pace.nowMs() + budgetMs;
        long waitMs = FIRST_WAIT_MS;
        while (true) {
            try {
                return attempt.get();
            } catch (SqlException failure) {
                if (!harmless(effect, failure) || pace.nowMs() + waitMs > deadlineMs) {
                    throw failure;
                }
                waitOrGiveUp(waitMs, failure);
                waitMs = Math.min(2 * waitMs, LONGEST_WAIT_MS);
            }
        }
    }

    private static boolean harmless(Effect effect, SqlException failure) {
        return switch (failure) {
            case SqlRejectedException _ -> false;
            case SqlUnknownException _ -> effect == Effect.NONE;
            case SqlUnavailableException unavailable ->
                switch (unavailable.reason()) {
                    case RESUMING -> true;
                    case UNREACHABLE, THROTTLED -> effect == Effect.NONE;
                    case REFUSED -> false;
                };
        };
    }

    private void waitOrGiveUp(long waitMs, SqlException failure) {
        try {
            pace.waitMs(waitMs);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }

    private static final class RealTime implements Pace {
        @Override
        public long nowMs() {
            return System.nanoTime() / 1_000_000;
        }

        @Override
        public void waitMs(long ms) throws InterruptedException {
            Thread.sleep(ms);
        }
    }
}
