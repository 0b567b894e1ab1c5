package dev.sextant.platform.schedule;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Something that is due again and again.
 *
 * @param name what is done, 1 to 40 of a-z and -; unique in the table
 * @param period how often, whole minutes from 1 up: what EventBridge can do
 * @param function the function that does it, by its module's name, for example {@code reconciler}; or {@code
 *     ingest-fargate}, which is no function and keeps its own time
 * @param input the event its function is called with, a JSON object
 */
public record ScheduledJob(String name, Duration period, String function, String input) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z-]{0,39}");
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    public ScheduledJob {
        requireName("name", name);
        requireName("function", function);
        if (period.compareTo(SHORTEST) < 0 || !period.equals(Duration.ofMinutes(period.toMinutes()))) {
            throw new IllegalArgumentException("period of " + name + " is " + period + ", expected whole minutes");
        }
    }

    /** A job whose function learns its name and nothing else: from an EventBridge event's {@code detail-type}. */
    public static ScheduledJob every(Duration period, String name, String function) {
        return new ScheduledJob(
                name, period, function, "{\"source\":\"sextant.schedule\",\"detail-type\":\"" + name + "\"}");
    }

    private static void requireName(String what, String value) {
        if (!NAME.matcher(value).matches()) {
            throw new IllegalArgumentException(what + " of a job is '" + value + "', expected 1 to 40 of a-z and -");
        }
    }
}
