package dev.sextant.platform.schedule;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Something that is due again and again.
 *
 * @param name what is done, 1 to 40 of a-z and -; unique in the table
 * @param period how often, whole minutes from 1 up: what EventBridge can do
 * @param doer who does it
 */
public record ScheduledJob(String name, Duration period, Doer doer) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z-]{0,39}");
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    public ScheduledJob {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("name of a job is '" + name + "', expected 1 to 40 of a-z and -");
        }
        if (period.compareTo(SHORTEST) < 0 || !period.equals(Duration.ofMinutes(period.toMinutes()))) {
            throw new IllegalArgumentException("period of " + name + " is " + period + ", expected whole minutes");
        }
    }

    /** The event a function is called with: it learns the job's name from {@code detail-type}, and nothing else. */
    public String event() {
        return "{\"source\":\"sextant.schedule\",\"detail-type\":\"" + name + "\"}";
    }
}
