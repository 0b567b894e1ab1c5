package dev.sextant.platform.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;

/** Builds one JSON object, fields in the order given, within the bounds that {@link DecisionFields} reads. */
final class DecisionJson {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_DIGITS = 76;
    private static final int MAX_SCALE = 64;

    private final ObjectNode root = JsonNodeFactory.instance.objectNode();

    void text(String name, String value) {
        longText(name, value, DecisionFields.MAX_TEXT);
    }

    void longText(String name, String value, int max) {
        if (value.isEmpty() || value.length() > max) {
            throw new IllegalArgumentException(name + " has " + value.length() + " characters, expected 1 to " + max);
        }
        root.put(name, value);
    }

    void integer(String name, long value) {
        root.put(name, value);
    }

    void decimal(String name, BigDecimal value) {
        long integerDigits = (long) value.precision() - value.scale();
        if (value.scale() > MAX_SCALE || integerDigits > MAX_DIGITS) {
            throw new IllegalArgumentException(name + " has scale " + value.scale() + " and " + value.precision()
                    + " digits, expected at most 64 decimals and 76 digits before the point");
        }
        root.put(name, value.toPlainString());
    }

    void integers(String name, Map<?, Long> values) {
        ObjectNode object = root.putObject(name);
        values.forEach((key, value) -> object.put(key.toString(), value));
    }

    void texts(String name, Map<?, String> values) {
        ObjectNode object = root.putObject(name);
        values.forEach((key, value) -> object.put(key.toString(), value));
    }

    byte[] bytes() {
        try {
            return JSON.writeValueAsBytes(root);
        } catch (JsonProcessingException e) {
            throw new AssertionError("a tree of texts and numbers can always be written", e);
        }
    }
}
