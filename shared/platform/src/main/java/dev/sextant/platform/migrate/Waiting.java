package dev.sextant.platform.migrate;

import java.time.Duration;

/** How long to wait for another starter, and what waiting is; a test steps it. */
interface Waiting {

    /** A monotonic clock in milliseconds. */
    long nowMs();

    /** The longest wait in all. */
    long budgetMs();

    /** Waits a moment before the next try. */
    void pause();

    static Waiting real(Duration budget) {
        return new Waiting() {
            @Override
            public long nowMs() {
                return System.nanoTime() / 1_000_000;
            }

            @Override
            public long budgetMs() {
                return budget.toMillis();
            }

            @Override
            public void pause() {
                try {
                    Thread.sleep(250);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new MigrationException("interrupted while waiting for the migration lock", e);
                }
            }
        };
    }
}
