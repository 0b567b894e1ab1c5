package dev.sextant.local.dataapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Turns one value of a result into JSON: the bare value and the {@code Field} around it. Values are read in the
 * database's text form, whose length is also what counts against the limits.
 */
final class FieldJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private final ReturnTypes returnTypes;
    private final ResultSize size;

    FieldJson(ReturnTypes returnTypes, ResultSize size) {
        this.returnTypes = returnTypes;
        this.size = size;
    }

    /** The value as plain JSON, or null for NULL. */
    @Nullable
    JsonNode value(ResultSet rows, int column, ColumnKind kind, String typeName) throws SQLException {
        if (kind == ColumnKind.BLOB) {
            byte[] bytes = rows.getBytes(column);
            // Base64 in the answer, four characters for three bytes.
            size.value(bytes == null ? 0 : (bytes.length + 2) / 3 * 4L);
            return bytes == null ? null : JSON.binaryNode(bytes);
        }
        String text = rows.getString(column);
        size.value(text == null ? 0 : utf8Length(text));
        if (text == null) {
            return null;
        }
        return switch (kind) {
            case INSTANT -> JSON.textNode(utc(rows.getObject(column, OffsetDateTime.class), text));
            case ARRAY -> array(text, ColumnKind.ofElement(typeName));
            default -> scalar(text, kind);
        };
    }

    /** The {@code Field} that holds a plain value. */
    ObjectNode field(@Nullable JsonNode value, ColumnKind kind) {
        ObjectNode field = JSON.objectNode();
        if (value == null) {
            return field.put("isNull", true);
        }
        return field.set(
                kind == ColumnKind.BLOB ? "blobValue" : name(value),
                kind == ColumnKind.ARRAY ? arrayValue(value) : value);
    }

    private JsonNode scalar(String text, ColumnKind kind) {
        return switch (kind) {
            case BOOLEAN -> JSON.booleanNode(text.equals("t") || text.equals("1"));
            case LONG -> returnTypes.longsAsText() ? JSON.textNode(text) : JSON.numberNode(Long.parseLong(text));
            case DOUBLE -> finite(text);
            case DECIMAL -> returnTypes.decimalsAsNumbers() ? number(text) : JSON.textNode(text);
            case TIME, INSTANT -> JSON.textNode(normalFraction(text));
            case TEXT, BLOB, ARRAY -> JSON.textNode(text);
        };
    }

    private static JsonNode finite(String text) {
        double value = Double.parseDouble(text);
        if (!Double.isFinite(value)) {
            throw ApiError.unsupportedResult("The result contains the value " + text + ", which JSON can't hold.");
        }
        return JSON.numberNode(value);
    }

    private static JsonNode number(String text) {
        BigDecimal value = new BigDecimal(text);
        return value.scale() <= 0 ? JSON.numberNode(value.longValue()) : JSON.numberNode(value.doubleValue());
    }

    private ArrayNode array(String text, ColumnKind element) {
        ArrayNode array = JSON.arrayNode();
        for (@Nullable String item : ArrayLiteral.parse(text)) {
            array.add(item == null ? JSON.nullNode() : scalar(item, element));
        }
        return array;
    }

    private static String name(JsonNode value) {
        return switch (value.getNodeType()) {
            case BOOLEAN -> "booleanValue";
            case NUMBER -> value.isIntegralNumber() ? "longValue" : "doubleValue";
            case ARRAY -> "arrayValue";
            default -> "stringValue";
        };
    }

    private static ObjectNode arrayValue(JsonNode array) {
        String member = "stringValues";
        for (JsonNode item : array) {
            if (!item.isNull()) {
                member = name(item) + "s";
                break;
            }
        }
        return JSON.objectNode().set(member, array);
    }

    private static String utc(OffsetDateTime value, String text) {
        if (text.endsWith("infinity")) {
            throw ApiError.internal("the result contains the infinite timestamp " + text, null);
        }
        OffsetDateTime utc = value.withOffsetSameInstant(ZoneOffset.UTC);
        String seconds = SECONDS.format(utc);
        return utc.getNano() == 0
                ? seconds
                : normalFraction(seconds + String.format(Locale.ROOT, ".%06d", utc.getNano() / 1_000));
    }

    /** No fraction when it is zero, milliseconds when they are enough, microseconds otherwise: the service's habit. */
    private static String normalFraction(String text) {
        int point = text.lastIndexOf('.');
        if (point < 0) {
            return text;
        }
        String micros = (text.substring(point + 1) + "000000").substring(0, 6);
        if (micros.equals("000000")) {
            return text.substring(0, point);
        }
        return text.substring(0, point + 1) + (micros.endsWith("000") ? micros.substring(0, 3) : micros);
    }

    private static long utf8Length(String text) {
        long length = text.length();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return text.getBytes(StandardCharsets.UTF_8).length;
            }
        }
        return length;
    }
}
