package dev.sextant.local.dataapi;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a column's values travel as. The supported PostgreSQL types are those of the user guide's list ("Data API
 * operations reference"); everything else, such as {@code interval}, {@code timetz}, {@code point} or {@code void}, is
 * refused as the service does it: cast it to text.
 */
enum ColumnKind {
    BOOLEAN,
    LONG,
    DOUBLE,
    DECIMAL,
    TEXT,
    BLOB,
    /** {@code time} and {@code timestamp}: the fraction is normalised. */
    TIME,
    /** {@code timestamptz}: always UTC, without a zone. */
    INSTANT,
    ARRAY;

    static ColumnKind of(ResultSetMetaData meta, int column) throws SQLException {
        String type = meta.getColumnTypeName(column);
        ColumnKind kind = ofScalar(type);
        if (kind != null) {
            return kind;
        }
        if (type.startsWith("_") && ofScalar(type.substring(1)) != null) {
            return ARRAY;
        }
        // Enums are the only types of one's own that the driver calls VARCHAR.
        if (meta.getColumnType(column) == Types.VARCHAR) {
            return TEXT;
        }
        String shown = type.equals("char") ? "\"CHAR\"" : type.toUpperCase(Locale.ROOT);
        throw ApiError.unsupportedResult("The result contains the unsupported data type " + shown + ".");
    }

    /** The kind of an array's elements, given the array's type name. */
    static ColumnKind ofElement(String arrayType) {
        ColumnKind kind = ofScalar(arrayType.substring(1));
        return kind == null ? TEXT : kind;
    }

    private static @Nullable ColumnKind ofScalar(String type) {
        return switch (type) {
            case "bool", "bit" -> BOOLEAN;
            case "int2", "int4", "int8", "smallserial", "serial", "bigserial", "oid" -> LONG;
            case "float4", "float8" -> DOUBLE;
            case "numeric" -> DECIMAL;
            case "text", "varchar", "bpchar", "name", "json", "jsonb", "uuid", "date", "cidr", "inet" -> TEXT;
            case "bytea" -> BLOB;
            case "time", "timestamp" -> TIME;
            case "timestamptz" -> INSTANT;
            default -> null;
        };
    }
}
