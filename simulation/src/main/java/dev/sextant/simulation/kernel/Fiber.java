package dev.sextant.simulation.kernel;

import java.util.concurrent.locks.LockSupport;

/**
 * Production code that can be stopped where it waits. It runs on a virtual thread, but only while the kernel stands
 * still: the two hand each other the one right to run.
 */
final class Fiber {

    private final Kernel kernel;
    private final Thread thread;
    private volatile boolean running;
    private boolean dead;
    private boolean over;

    Fiber(Kernel kernel, String name, Runnable body) {
        this.kernel = kernel;
        this.thread = Thread.ofVirtual().name(name).unstarted(() -> live(body));
    }

    private void live(Runnable body) {
        try {
            if (!dead) {
                body.run();
            }
        } catch (SandboxDied end) {
            // Killed where it waited.
        } catch (Throwable thrown) {
            // Whatever it is, it belongs to the kernel, which ends the run with it.
            kernel.failed(thrown);
        } finally {
            over = true;
            running = false;
            LockSupport.unpark(kernel.thread());
        }
    }

    /** Lets it run until it waits or ends. Called by the kernel alone. */
    void run() {
        if (over) {
            return;
        }
        running = true;
        if (thread.getState() == Thread.State.NEW) {
            thread.start();
        } else {
            LockSupport.unpark(thread);
        }
        while (running) {
            LockSupport.park(this);
        }
    }

    /** Waits until the kernel lets it run again. Called by the fiber's own code alone. */
    void pause() {
        running = false;
        LockSupport.unpark(kernel.thread());
        while (!running) {
            LockSupport.park(this);
        }
        checkAlive();
    }

    void checkAlive() {
        if (dead) {
            throw new SandboxDied();
        }
    }

    /** Ends it where it waits; what it has asked for may still happen. */
    void kill() {
        if (!over && !dead) {
            dead = true;
            run();
        }
    }

    boolean isOver() {
        return over;
    }
}
