package dev.sextant.ingest.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.domain.event.PrivateEvent;
import java.util.Optional;

/**
 * A message of the private stream, as far as the ingest looks into it: when it is from, and that no key of the stream
 * travels in it.
 *
 * @param eventTimeMs the venue's time
 * @param payload the venue's text
 */
record RawMessage(long eventTimeMs, String payload) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String KEY = "listenKey";

    /** Empty when it is not an object with an event time, or too long. */
    static Optional<RawMessage> of(String text) {
        if (text.length() > PrivateEvent.MAX_PAYLOAD) {
            return Optional.empty();
        }
        try {
            JsonNode json = JSON.readTree(text);
            if (!(json instanceof ObjectNode message) || !json.path("E").canConvertToLong()) {
                return Optional.empty();
            }
            return Optional.of(new RawMessage(json.path("E").longValue(), withoutKey(message, text)));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static String withoutKey(ObjectNode message, String text) {
        JsonNode key = message.path(KEY);
        return key.isTextual()
                ? message.put(KEY, PrivateEvent.fingerprint(key.textValue())).toString()
                : text;
    }
}
