package dev.sextant.local.venue.capture;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of one line and, where the line tells it, the symbol it is about. Three spellings are known:
 *
 * <pre>
 * 1723161255088176367 {"stream":…}                             receipt time in nanoseconds
 * 1626992741.06217: {"stream":…}                               receipt time in seconds
 * https://…/depth?symbol=SUSHIUSDT&amp;limit=1000 -> 1626992741.3: {…}   a REST answer
 * </pre>
 *
 * Other lines (opened connections, frames the recorder sent, its configuration) carry no market data.
 */
record CaptureLine(String json, @Nullable String symbol) {

    private static final Pattern RECEIVED = Pattern.compile("\\d{10,19}(\\.\\d+)?:? ");
    /** Possessive, so that a long line costs no more than its length. */
    private static final Pattern REST_DEPTH = Pattern.compile("https?://[^\\s?]++(?<=/depth)\\?(\\S++) -> [\\d.]++: ");

    private static final Pattern SYMBOL = Pattern.compile("(?:^|&)symbol=(\\w++)");

    /** The line's content, or null when it isn't market data. */
    static @Nullable CaptureLine of(String line) {
        int start = line.indexOf('{');
        if (start < 0) {
            return null;
        }
        String head = line.substring(0, start);
        if (RECEIVED.matcher(head).matches()) {
            return new CaptureLine(line.substring(start), null);
        }
        Matcher rest = REST_DEPTH.matcher(head);
        if (!rest.matches()) {
            return null;
        }
        Matcher symbol = SYMBOL.matcher(rest.group(1));
        return symbol.find() ? new CaptureLine(line.substring(start), symbol.group(1)) : null;
    }
}
