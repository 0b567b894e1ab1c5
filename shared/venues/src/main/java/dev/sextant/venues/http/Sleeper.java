package dev.sextant.venues.http;

/** Waits. A parameter, so that tests step through waiting times instead of spending them. */
@FunctionalInterface
public interface Sleeper {

    /**
     * Returns after about {@code durationMs} milliseconds.
     *
     * @throws InterruptedException when the waiting thread is asked to stop
     */
    void sleep(long durationMs) throws InterruptedException;

    /** Really waits. */
    static Sleeper real() {
        return Thread::sleep;
    }
}
