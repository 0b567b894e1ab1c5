package dev.sextant.local.venue.play;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A clock on the wall that goes on when told to, and tells when the one who waits by it does nothing but wait. */
final class SteppedWall implements Wall {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long nowNanos;
    private long waitsUntilNanos = Long.MIN_VALUE;
    private boolean woken;

    @Override
    public long nanoTime() {
        lock.lock();
        try {
            return nowNanos;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void await(long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            waitsUntilNanos = nowNanos + nanos;
            changed.signalAll();
            while (!woken && nowNanos < waitsUntilNanos) {
                changed.await();
            }
            woken = false;
            waitsUntilNanos = Long.MIN_VALUE;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void wake() {
        lock.lock();
        try {
            woken = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns once the player waits for a later time: everything due up to now has happened. */
    void awaitQuiet() throws InterruptedException {
        lock.lock();
        try {
            long leftNanos = PATIENCE_NANOS;
            while (woken || waitsUntilNanos <= nowNanos) {
                if (leftNanos <= 0) {
                    throw new AssertionError("the player didn't come to rest");
                }
                leftNanos = changed.awaitNanos(leftNanos);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Goes on millisecond by millisecond, so that nobody is later than a millisecond. */
    void pass(long millis) throws InterruptedException {
        for (long passed = 0; passed < millis; passed++) {
            awaitQuiet();
            lock.lock();
            try {
                nowNanos += TimeUnit.MILLISECONDS.toNanos(1);
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
        awaitQuiet();
    }
}
