package dev.sextant.platform.telemetry;

/**
 * The figures of one part of the desk. Counts add up and times keep their largest until {@link #flush}, which the part
 * calls at the end of each piece of work. Thread-safe.
 */
public interface Metrics {

    /** For parts that nobody watches. */
    Metrics NONE = new Metrics() {
        @Override
        public void count(String name, long more) {}

        @Override
        public void longest(String name, long durationMs) {}

        @Override
        public void flush() {}
    };

    /**
     * Adds to a counter.
     *
     * @param name in CloudWatch's style, for example {@code OrdersClaimed}
     */
    void count(String name, long more);

    /** Keeps the largest duration, in milliseconds. */
    void longest(String name, long durationMs);

    /** Hands out what has come together since the last time; nothing when nothing has. */
    void flush();
}
