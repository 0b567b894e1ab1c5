package dev.sextant.recordings.frame;

import dev.sextant.recordings.event.RecordedEvent;
import dev.sextant.recordings.row.TimeFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a recorder wraps a frame in:
 *
 * <pre>
 * 1723161255088176367 {"stream":…}                          receipt time in nanoseconds
 * 1626992741.06217: {"stream":…}                            receipt time in seconds
 * https://…/depth?symbol=SUSHIUSDT -> 1626992741.3: {…}      a REST answer
 * {"channel":…}                                             nothing
 * </pre>
 *
 * @param payload the frame as received
 * @param receivedMs epoch milliseconds, or {@link RecordedEvent#NO_TIME}
 * @param url of a REST answer, else empty
 */
record Envelope(String payload, long receivedMs, String url) {

    private static final Pattern RECEIVED = Pattern.compile("(\\d{1,19}(?:\\.\\d{1,12})?):? ");
    private static final Pattern ANSWER = Pattern.compile("(https?://\\S+) -> ([\\d.]+): ");

    /** Lines the recorder writes of itself. */
    private static final Pattern OWN = Pattern.compile("wss?://.*|https?://\\S+ <?-.*|configuration: .*");

    /** True for a line of the recorder about itself. */
    static boolean isOwnLine(String line) {
        return OWN.matcher(line).matches() && !ANSWER.matcher(line).lookingAt();
    }

    /**
     * Unwraps a line.
     *
     * @throws IllegalArgumentException when it is wrapped in none of these ways
     */
    static Envelope of(String line) {
        char first = line.charAt(0);
        if (first == '{' || first == '[') {
            return new Envelope(line, RecordedEvent.NO_TIME, "");
        }
        Matcher received = RECEIVED.matcher(line);
        if (received.lookingAt()) {
            return new Envelope(line.substring(received.end()), time(received.group(1)), "");
        }
        Matcher answer = ANSWER.matcher(line);
        if (answer.lookingAt()) {
            return new Envelope(line.substring(answer.end()), time(answer.group(2)), answer.group(1));
        }
        throw new IllegalArgumentException(
                "begins with '" + line.substring(0, Math.min(20, line.length())) + "', expected '<time> <JSON>'");
    }

    private static long time(String text) {
        TimeFormat format = TimeFormat.of(text);
        return format == null || format == TimeFormat.OF_DAY ? RecordedEvent.NO_TIME : format.parse(text);
    }

    /** The receipt time, or the other one where the recorder wrote none. */
    long clock(long otherwiseMs) {
        return receivedMs == RecordedEvent.NO_TIME ? otherwiseMs : receivedMs;
    }

    boolean isAnswer() {
        return !url.isEmpty();
    }
}
