package dev.sextant.recordings.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;

/** The texts and whole numbers at the first level of a JSON document, checked to its end but never held whole. */
final class DocumentOutline {

    private static final int MAX_FIELDS = 200;

    private DocumentOutline() {}

    static String of(InputStream content) throws IOException {
        ObjectNode outline = JsonNodeFactory.instance.objectNode();
        try (JsonParser json = ExactJson.MAPPER.createParser(content)) {
            JsonToken start = json.nextToken();
            if (start == JsonToken.START_OBJECT) {
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    field(json, outline);
                }
            } else {
                json.skipChildren();
            }
            if (json.currentToken() == null || json.nextToken() != null) {
                throw new DamagedInputException("is not one whole JSON document");
            }
        } catch (JsonProcessingException e) {
            throw new DamagedInputException("is not whole JSON: " + ExactJson.reason(e));
        }
        return outline.toString();
    }

    private static void field(JsonParser json, ObjectNode outline) throws IOException {
        String name = json.currentName();
        JsonToken value = json.nextToken();
        if (value == JsonToken.VALUE_STRING && outline.size() < MAX_FIELDS) {
            outline.put(name, json.getText());
        } else if (value == JsonToken.VALUE_NUMBER_INT && outline.size() < MAX_FIELDS) {
            outline.put(name, json.getBigIntegerValue());
        } else {
            json.skipChildren();
        }
    }
}
