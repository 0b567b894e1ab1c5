package dev.sextant.local.venue.play;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The clock on the wall that a play goes by, and the way to wait by it. */
public interface Wall {

    /** Nanoseconds since an arbitrary origin; never goes back. */
    long nanoTime();

    /** Returns when so much time is over or {@link #wake} was called since the last return, whichever is first. */
    void await(long nanos) throws InterruptedException;

    /** Ends the wait of the one that waits, or else the next one. */
    void wake();

    /** The machine's. */
    static Wall system() {
        Semaphore woken = new Semaphore(0);
        return new Wall() {
            @Override
            public long nanoTime() {
                return System.nanoTime();
            }

            @Override
            public void await(long nanos) throws InterruptedException {
                if (woken.tryAcquire(nanos, TimeUnit.NANOSECONDS)) {
                    woken.drainPermits();
                }
            }

            @Override
            public void wake() {
                woken.release();
            }
        };
    }
}
