package dev.sextant.recordings.check;

import dev.sextant.recordings.event.EventKind;
import dev.sextant.recordings.row.Row;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What reading one file came to. Always: rows = kept + duplicates + malformed + out of order.
 *
 * @param format name of the dialect
 * @param timeBasis which time was used, with its unit
 * @param apart records that are not rows: headers, comments, blank lines, lines of the recorder
 * @param streams one entry per stream of the file, in the order they appear
 * @param channels rows per channel, malformed ones not among them
 * @param kinds events of kept rows per kind
 * @param faults the first malformed rows
 * @param intervalMs of a file with one row per interval
 * @param notes what the format can't show
 */
public record LoadReport(
        String file,
        String format,
        String timeBasis,
        Counts counts,
        Map<Row.Apart, Long> apart,
        Gaps gaps,
        Clock clock,
        List<StreamReport> streams,
        Map<String, Long> channels,
        Map<EventKind, Long> kinds,
        List<Fault> faults,
        OptionalLong intervalMs,
        List<String> notes) {

    /** How many malformed rows are told one by one. */
    public static final int FAULTS_TOLD = 5;

    /**
     * Every row is in one of the last four.
     *
     * @param largestStepBack of the late rows, in ids or milliseconds as {@code stepBackInMs} says
     */
    public record Counts(
            long rows,
            long kept,
            long duplicates,
            long malformed,
            long outOfOrder,
            long largestStepBack,
            boolean stepBackInMs) {
        public Counts {
            if (rows != kept + duplicates + malformed + outOfOrder) {
                throw new IllegalStateException(rows + " rows are not " + kept + " kept + " + duplicates
                        + " duplicates + " + malformed + " malformed + " + outOfOrder + " out of order");
            }
        }
    }

    /**
     * Missing ids or intervals.
     *
     * @param judged false when the format has nothing to tell gaps by
     * @param breaks gaps of unknown size: a book update that doesn't follow the one before; part of {@code count}
     * @param longest missing ids or intervals of the longest gap of known size
     * @param longestAt its first id or time
     */
    public record Gaps(
            boolean judged,
            long count,
            long missing,
            long breaks,
            long longest,
            @Nullable String longestAt) {

        static final Gaps NONE = new Gaps(false, 0, 0, 0, 0, null);

        Gaps and(Gaps other) {
            Gaps longer = other.longest > longest ? other : this;
            return new Gaps(
                    judged || other.judged,
                    count + other.count,
                    missing + other.missing,
                    breaks + other.breaks,
                    longer.longest,
                    longer.longestAt);
        }
    }

    /** The file's clock; times are {@link dev.sextant.recordings.event.RecordedEvent#NO_TIME} when it has none. */
    public record Clock(long firstMs, long lastMs, long stepsBack, long largestStepBackMs, Silence silence) {}

    /** Spans without any row, longer than the threshold ({@link Long#MAX_VALUE}: none is counted), and the longest. */
    public record Silence(long thresholdMs, long count, long longestMs, long longestFromMs) {}

    /** A row and what is wrong with it; {@code number} is its line or element, from 1. */
    public record Fault(long number, String reason) {}

    /** One stream of the file. */
    public record StreamReport(String stream, long kept, long duplicates, long outOfOrder, Gaps gaps) {}
}
