package dev.sextant.venues.kraken.trade;

import dev.sextant.venues.http.JsonFields;
import dev.sextant.venues.http.JsonReader;
import dev.sextant.venues.http.MalformedJson;
import dev.sextant.venues.kraken.feed.Wire;
import java.util.List;

/** The body of an answer: {@code {"error":[…],"result":{…}}}. It is one of these three and never two of them. */
sealed interface RestAnswer {

    /** Longest body that is looked at: all pairs have some million characters. */
    int MAX_CHARS = 8 * 1024 * 1024;

    JsonReader READER = new JsonReader(MAX_CHARS);

    /** What was asked for. Warnings beside it are no failure. */
    record Result(JsonFields result, List<String> warnings) implements RestAnswer {}

    /** The venue's errors, at least one, as it wrote them. */
    record Refused(List<String> errors) implements RestAnswer {

        /** The first error, for reports. */
        String code() {
            return Wire.shown(errors.getFirst());
        }

        /** All of them, in short. */
        String words() {
            return Wire.shown(String.join(", ", errors));
        }
    }

    /** Anything else: cut off, HTML, both errors and a result, neither of them. */
    record Unreadable(String reason) implements RestAnswer {}

    static RestAnswer read(String body) {
        try {
            JsonFields answer = READER.object(body);
            List<String> said = answer.texts("error");
            List<String> warnings = said.stream().filter(RestAnswer::isWarning).toList();
            List<String> errors = said.stream().filter(text -> !isWarning(text)).toList();
            boolean hasResult = answer.has("result") && !answer.isNull("result");
            if (hasResult && !errors.isEmpty()) {
                return new Unreadable("both a result and errors: " + Wire.shown(String.join(", ", errors)));
            }
            return errors.isEmpty()
                    ? new Result(
                            answer.object("result"),
                            warnings.stream().map(Wire::shown).toList())
                    : new Refused(errors);
        } catch (MalformedJson e) {
            return new Unreadable(String.valueOf(e.getMessage()));
        }
    }

    private static boolean isWarning(String text) {
        return text.startsWith("W");
    }
}
