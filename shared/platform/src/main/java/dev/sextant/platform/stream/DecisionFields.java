package dev.sextant.platform.stream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The top-level fields of one JSON object with their places, read strictly: a field that is asked for must be there, once,
 * in the right JSON type. Fields nobody asks for are of a newer writer and are passed over.
 */
final class DecisionFields {

    static final int MAX_TEXT = 256;
    private static final int MAX_LONG_TEXT = 65_536;
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,76}(\\.[0-9]{1,64})?");

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(8)
                    .maxNumberLength(32)
                    .maxStringLength(MAX_LONG_TEXT)
                    .maxNameLength(256)
                    .maxDocumentLength(1 << 20)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build());

    private record Field(int offset, JsonNode value) {}

    private final Map<String, Field> fields = new HashMap<>();
    private final int length;

    private DecisionFields(int length) {
        this.length = length;
    }

    static DecisionFields parse(byte[] bytes) {
        DecisionFields read = new DecisionFields(bytes.length);
        try (JsonParser parser = JSON.createParser(bytes)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new CorruptRecordException(0, "a JSON object", "something else");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                int offset = (int) parser.currentTokenLocation().getByteOffset();
                read.fields.put(name, new Field(offset, parser.readValueAsTree()));
            }
            if (parser.nextToken() != null) {
                throw new CorruptRecordException(
                        (int) parser.currentTokenLocation().getByteOffset(), "the end of the record", "more JSON");
            }
            return read;
        } catch (JsonProcessingException e) {
            int offset = e.getLocation() == null
                    ? 0
                    : (int) Math.max(0, e.getLocation().getByteOffset());
            throw new CorruptRecordException(offset, "JSON", e.getOriginalMessage());
        } catch (IOException e) {
            // From an array only undecodable characters remain as a reason.
            throw new CorruptRecordException(0, "JSON in UTF-8", String.valueOf(e.getMessage()));
        }
    }

    String text(String name) {
        return longText(name, MAX_TEXT);
    }

    String longText(String name, int max) {
        Field field = field(name);
        String text = field.value.textValue();
        if (text == null || text.isEmpty() || text.length() > max) {
            throw corrupt(name, field, "a text of 1 to " + max + " characters");
        }
        return text;
    }

    /** A JSON document inside a text. */
    JsonNode document(String name, int max) {
        try {
            return JSON.readTree(longText(name, max));
        } catch (JsonProcessingException e) {
            throw corrupt(name, field(name), "a JSON document");
        }
    }

    long integer(String name) {
        Field field = field(name);
        return integer(name, field, field.value);
    }

    private static long integer(String name, Field field, JsonNode value) {
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw corrupt(name, field, "a whole number of 64 bits");
        }
        return value.longValue();
    }

    int smallInteger(String name) {
        long value = integer(name);
        if (value != (int) value) {
            throw corrupt(name, field(name), "a whole number of 32 bits");
        }
        return (int) value;
    }

    BigDecimal decimal(String name) {
        Field field = field(name);
        return decimal(name, field, field.value);
    }

    private static BigDecimal decimal(String name, Field field, JsonNode value) {
        String text = value.textValue();
        if (text == null || !DECIMAL.matcher(text).matches()) {
            throw corrupt(name, field, "a plain decimal as text");
        }
        return new BigDecimal(text);
    }

    <T> T parsed(String name, String expected, Function<String, T> parser) {
        String text = text(name);
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw corrupt(name, field(name), expected);
        }
    }

    Map<String, Long> integers(String name) {
        return map(name, (field, value) -> integer(name, field, value));
    }

    Map<String, BigDecimal> decimals(String name) {
        return map(name, (field, value) -> decimal(name, field, value));
    }

    private <T> Map<String, T> map(String name, BiFunction<Field, JsonNode, T> reader) {
        Field field = field(name);
        if (!field.value.isObject()) {
            throw corrupt(name, field, "an object");
        }
        Map<String, T> map = new LinkedHashMap<>();
        field.value.properties().forEach(entry -> map.put(entry.getKey(), reader.apply(field, entry.getValue())));
        return map;
    }

    private Field field(String name) {
        Field field = fields.get(name);
        if (field == null) {
            throw new CorruptRecordException(length, "a field '" + name + "'", "the end of the record");
        }
        return field;
    }

    private static CorruptRecordException corrupt(String name, Field field, String expected) {
        String found = field.value.toString();
        return new CorruptRecordException(
                field.offset,
                "field '" + name + "' to be " + expected,
                found.length() > 80 ? found.substring(0, 80) + "…" : found);
    }
}
