package dev.sextant.platform.stream;

/** How a retry waits. {@code Thread::sleep} in the desk; tests record the pauses instead. */
@FunctionalInterface
public interface Sleeper {

    /** Waits for a number of milliseconds. */
    void sleepMs(long durationMs) throws InterruptedException;
}
