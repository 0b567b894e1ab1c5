package dev.sextant.local.poller;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Set;

/** Which records a mapping hands to its function. The others count as processed, as with Lambda's filter criteria. */
@FunctionalInterface
public interface RecordFilter {

    /** @param data a record's */
    boolean accepts(byte[] data);

    /** Every record. */
    static RecordFilter all() {
        return _ -> true;
    }

    /**
     * JSON records whose top-level {@code type} is one of these; like Lambda's filter on {@code data} it drops what is no
     * JSON object.
     */
    static RecordFilter typeIn(String... accepted) {
        Set<String> wanted = Set.of(accepted);
        return data -> wanted.contains(typeOf(data));
    }

    private static String typeOf(byte[] data) {
        try (JsonParser json = JsonTypes.FACTORY.createParser(data)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return "";
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean isType = json.currentName().equals("type");
                JsonToken value = json.nextToken();
                if (isType) {
                    return value == JsonToken.VALUE_STRING ? json.getText() : "";
                }
                json.skipChildren();
            }
            return "";
        } catch (IOException e) {
            return "";
        }
    }

    /** Holds the factory: an interface has no private constants. */
    final class JsonTypes {
        private static final JsonFactory FACTORY = new JsonFactory();

        private JsonTypes() {}
    }
}
