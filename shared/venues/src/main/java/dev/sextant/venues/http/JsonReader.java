package dev.sextant.venues.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads venue JSON under limits of size, depth and number length, into {@link JsonFields}. No number passes through
 * floating point: integers become {@code long}, every other number keeps its text until it is asked for as an exact
 * decimal. Thread-safe.
 */
public final class JsonReader {

    private static final int MAX_DEPTH = 10;
    private static final int MAX_NUMBER_LENGTH = 64;
    private static final int MAX_NAME_LENGTH = 128;
    private static final int LONG_DIGITS = 18;

    private final int maxChars;
    private final JsonFactory factory;

    /** @param maxChars longer texts are refused before parsing */
    public JsonReader(int maxChars) {
        this.maxChars = maxChars;
        this.factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxNumberLength(MAX_NUMBER_LENGTH)
                        .maxNameLength(MAX_NAME_LENGTH)
                        .maxStringLength(maxChars)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .build();
    }

    /** The one object the text consists of. */
    public JsonFields object(String text) throws MalformedJson {
        if (read(text) instanceof JsonFields fields) {
            return fields;
        }
        throw new MalformedJson("the text is not a JSON object");
    }

    /** The one array of objects the text consists of. */
    public List<JsonFields> objects(String text) throws MalformedJson {
        if (read(text) instanceof List<?> list) {
            return JsonFields.objectsOf("(root)", list);
        }
        throw new MalformedJson("the text is not a JSON array");
    }

    private Object read(String text) throws MalformedJson {
        if (text.length() > maxChars) {
            throw new MalformedJson("text of " + text.length() + " characters, expected at most " + maxChars);
        }
        try (JsonParser parser = factory.createParser(text)) {
            parser.nextToken();
            Object value = value(parser);
            if (parser.nextToken() != null) {
                throw new MalformedJson("more text after the JSON value");
            }
            return value;
        } catch (IOException e) {
            throw new MalformedJson("not JSON: " + firstLine(e));
        }
    }

    private static String firstLine(IOException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private Object value(JsonParser parser) throws IOException, MalformedJson {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new MalformedJson("the text is empty");
        }
        return switch (token) {
            case START_OBJECT -> fields(parser);
            case START_ARRAY -> list(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> integer(parser.getText());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> JsonFields.Absent.NULL;
            case VALUE_NUMBER_FLOAT -> new JsonFields.Unusable(parser.getText());
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new MalformedJson("unexpected " + token);
        };
    }

    private static Object integer(String digits) {
        return digits.length() <= LONG_DIGITS ? (Object) Long.parseLong(digits) : new JsonFields.Unusable(digits);
    }

    private JsonFields fields(JsonParser parser) throws IOException, MalformedJson {
        Map<String, Object> values = new HashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            values.put(name, value(parser));
        }
        return new JsonFields(values);
    }

    private List<Object> list(JsonParser parser) throws IOException, MalformedJson {
        List<Object> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(value(parser));
        }
        return values;
    }
}
