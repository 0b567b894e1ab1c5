package dev.sextant.platform.schedule;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Something that is due again and again.
 *
 * @param name what is done, 1 to 40 of a-z and -; unique in the table
 * @param period how often, whole minutes from 1 up: what EventBridge can do; for the ingest whole seconds from 1 up
 * @param offset how long after its period's beginning it is due, shorter than the period; only for the container, for
 *     EventBridge counts from when a schedule is made
 * @param doer who does it
 */
public record ScheduledJob(String name, Duration period, Duration offset, Doer doer) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z-]{0,39}");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration SECOND = Duration.ofSeconds(1);

    public ScheduledJob {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("name of a job is '" + name + "', expected 1 to 40 of a-z and -");
        }
        boolean ofIngest = doer instanceof Doer.Ingest;
        Duration unit = ofIngest ? SECOND : MINUTE;
        if (period.compareTo(unit) < 0 || !period.equals(unit.multipliedBy(period.dividedBy(unit)))) {
            throw new IllegalArgumentException("period of " + name + " is " + period + ", expected whole "
                    + (ofIngest ? "seconds" : "minutes") + ", at least one");
        }
        boolean punctual = offset.isZero();
        if (offset.isNegative() || offset.compareTo(period) >= 0 || !(punctual || doer instanceof Doer.Container)) {
            throw new IllegalArgumentException("offset of " + name + " is " + offset
                    + ", expected none, or for the container less than a period of " + period);
        }
    }

    /** A job that is due when its period begins. */
    public ScheduledJob(String name, Duration period, Doer doer) {
        this(name, period, Duration.ZERO, doer);
    }

    /**
     * The number of the period that is due at a time: when it rises, the job is to be done.
     *
     * @param nowMs epoch milliseconds
     */
    public long periodAt(long nowMs) {
        return Math.floorDiv(nowMs - offset.toMillis(), period.toMillis());
    }

    /** The event a function is called with: it learns the job's name from {@code detail-type}, and nothing else. */
    public String event() {
        return "{\"source\":\"sextant.schedule\",\"detail-type\":\"" + name + "\"}";
    }
}
