package dev.sextant.local.poller;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** A thread that repeats a step, pausing as long as the step says, until it is stopped; never in the middle of a step. */
final class PollerThread {

    private final String name;
    private final LongSupplier step;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean stopping;
    private boolean woken;
    private @Nullable Thread thread;

    /**
     * Repeats a step.
     *
     * @param step returns the milliseconds to pause after it
     */
    PollerThread(String name, LongSupplier step) {
        this.name = name;
        this.step = step;
    }

    void start() {
        lock.lock();
        try {
            if (thread != null) {
                throw new IllegalStateException(name + " was started already");
            }
            thread = Thread.ofPlatform().name(name).daemon().start(this::run);
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            boolean goesOn = true;
            while (goesOn) {
                goesOn = pause(step.getAsLong());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns false when it is time to stop. */
    private boolean pause(long pauseMs) throws InterruptedException {
        lock.lock();
        try {
            long leftNanos = TimeUnit.MILLISECONDS.toNanos(pauseMs);
            while (!stopping && !woken && leftNanos > 0) {
                leftNanos = changed.awaitNanos(leftNanos);
            }
            woken = false;
            return !stopping;
        } finally {
            lock.unlock();
        }
    }

    void wake() {
        signal(() -> woken = true);
    }

    /** Returns once the step that is under way has ended. */
    void stop() {
        signal(() -> stopping = true);
        Thread running = running();
        if (running == null || running.equals(Thread.currentThread())) {
            return;
        }
        boolean interrupted = false;
        while (running.isAlive()) {
            try {
                running.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable Thread running() {
        lock.lock();
        try {
            return thread;
        } finally {
            lock.unlock();
        }
    }

    private void signal(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
