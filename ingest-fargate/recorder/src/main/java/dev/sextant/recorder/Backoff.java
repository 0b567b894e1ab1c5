package dev.sextant.recorder;

/** Pauses between attempts: a quarter of a second, then twice as long each time, up to ten seconds. */
final class Backoff {

    private static final long FIRST_MS = 250;
    private static final long LONGEST_MS = 10_000;

    private final Pause pause;
    private long nextMs = FIRST_MS;

    Backoff(Pause pause) {
        this.pause = pause;
    }

    /** Something went well: the next pause is short again. */
    void begin() {
        nextMs = FIRST_MS;
    }

    /** Waits; false when the process is to end instead. */
    boolean another() {
        try {
            long lengthMs = nextMs;
            nextMs = Math.min(2 * nextMs, LONGEST_MS);
            return !pause.isCutShort(lengthMs);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
