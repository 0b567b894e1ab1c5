package dev.sextant.local.dataapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;

/**
 * Binds one parameter with the type the service gives it: whole numbers as {@code bigint}, text as {@code varchar}, and
 * hinted text as the hint's own type. Typed as strictly as the service does it, so that a missing cast fails here too.
 */
final class ParameterBinder {

    /** The formats the service accepts: anything else is a "Cannot parse" error there, too. */
    private static final Pattern DATE = Pattern.compile("\\d{4,6}-\\d\\d-\\d\\d");

    private static final Pattern TIME = Pattern.compile("\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,6})?");

    private static final Map<String, Integer> JDBC_TYPES = Map.of(
            "DECIMAL",
            Types.NUMERIC,
            "TIMESTAMP",
            Types.OTHER,
            "DATE",
            Types.OTHER,
            "TIME",
            Types.OTHER,
            "JSON",
            Types.OTHER,
            "UUID",
            Types.OTHER);

    private ParameterBinder() {}

    static void bind(PreparedStatement statement, int index, String name, JsonNode parameter) throws SQLException {
        JsonNode value = parameter.path("value");
        String hint = parameter.path("typeHint").asText("");
        if (!hint.isEmpty() && !JDBC_TYPES.containsKey(hint)) {
            throw ApiError.validation("parameter '" + name + "' has the unknown type hint " + hint);
        }
        if (value.has("arrayValue")) {
            throw ApiError.validation("Array parameters are not supported (parameter '" + name + "')");
        }
        if (value.path("isNull").asBoolean(false)) {
            bindNull(statement, index, hint);
        } else if (value.has("longValue")) {
            statement.setLong(index, value.get("longValue").asLong());
        } else if (value.has("stringValue")) {
            bindText(statement, index, name, value.get("stringValue").asText(), hint);
        } else if (value.has("booleanValue")) {
            statement.setBoolean(index, value.get("booleanValue").asBoolean());
        } else if (value.has("doubleValue")) {
            statement.setDouble(index, value.get("doubleValue").asDouble());
        } else if (value.has("blobValue")) {
            statement.setBytes(index, bytes(name, value.get("blobValue")));
        } else {
            throw ApiError.validation("parameter '" + name + "' has no value");
        }
    }

    private static void bindNull(PreparedStatement statement, int index, String hint) throws SQLException {
        switch (hint) {
            case "" -> statement.setNull(index, Types.NULL);
            case "DECIMAL" -> statement.setNull(index, Types.NUMERIC);
            default -> statement.setObject(index, typed(hint.toLowerCase(Locale.ROOT), null));
        }
    }

    private static void bindText(PreparedStatement statement, int index, String name, String text, String hint)
            throws SQLException {
        switch (hint) {
            case "" -> statement.setString(index, text);
            case "DECIMAL" -> statement.setBigDecimal(index, decimal(name, text));
            case "UUID" -> statement.setObject(index, uuid(name, text));
            case "DATE" -> statement.setObject(index, typed("date", matching(DATE, text)));
            case "TIME" -> statement.setObject(index, typed("time", matching(TIME, text)));
            case "TIMESTAMP" -> statement.setObject(index, typed("timestamp", timestamp(text)));
            default -> statement.setObject(index, typed("json", text));
        }
    }

    private static PGobject typed(String type, @Nullable String text) throws SQLException {
        PGobject object = new PGobject();
        object.setType(type);
        object.setValue(text);
        return object;
    }

    private static String timestamp(String text) {
        int space = text.indexOf(' ');
        if (space < 0) {
            throw cannotParse(text);
        }
        matching(DATE, text.substring(0, space), text);
        matching(TIME, text.substring(space + 1), text);
        return text;
    }

    private static String matching(Pattern format, String text) {
        return matching(format, text, text);
    }

    private static String matching(Pattern format, String part, String text) {
        if (!format.matcher(part).matches()) {
            throw cannotParse(text);
        }
        return part;
    }

    private static ApiError cannotParse(String text) {
        return ApiError.validation("Cannot parse date or time \"" + text + "\"");
    }

    private static BigDecimal decimal(String name, String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw ApiError.validation("parameter '" + name + "' is '" + text + "', expected a decimal");
        }
    }

    private static UUID uuid(String name, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw ApiError.validation("parameter '" + name + "' is '" + text + "', expected a UUID");
        }
    }

    private static byte[] bytes(String name, JsonNode value) {
        try {
            return value.binaryValue();
        } catch (IOException e) {
            throw ApiError.validation("parameter '" + name + "' is not base64");
        }
    }
}
