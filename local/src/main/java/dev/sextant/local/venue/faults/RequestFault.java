package dev.sextant.local.venue.faults;

import java.time.Duration;
import java.util.Map;

/** What goes wrong with a request. */
public sealed interface RequestFault {

    /** Nothing. */
    record None() implements RequestFault {}

    /** It never arrives: the connection closes, nothing is done. */
    record DropRequest() implements RequestFault {}

    /** It takes effect, but the connection closes without an answer. */
    record DropReply() implements RequestFault {}

    /** It takes no effect and this is the answer; the body and the headers are sent as they are. */
    record Refuse(int status, String body, Map<String, String> headers) implements RequestFault {

        public Refuse {
            headers = Map.copyOf(headers);
        }

        /** Without headers of its own. */
        public Refuse(int status, String body) {
            this(status, body, Map.of());
        }
    }

    /** It takes effect, but this is the answer. */
    record AnswerInstead(int status, String body) implements RequestFault {}

    /** It is held before it takes effect, and its answer is held after. Wall time: market time doesn't wait. */
    record Delay(Duration before, Duration after) implements RequestFault {}
}
