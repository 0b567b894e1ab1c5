package dev.sextant.platform.sql;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rdsdata.model.Field;

/**
 * One row of a result, read by column name. The plain getters refuse a null, the {@code …OrNull} ones return it; every
 * getter refuses a column that is absent or of another kind, with an {@link IllegalStateException} that names it.
 */
public final class Row {

    private final Map<String, Integer> indexByName;
    private final List<Field> fields;

    Row(Map<String, Integer> indexByName, List<Field> fields) {
        this.indexByName = indexByName;
        this.fields = fields;
    }

    /** Text, and everything PostgreSQL types that travel as text: json, uuid, enum, date. */
    public String text(String column) {
        return present(column, textOrNull(column));
    }

    /** Text or null. */
    public @Nullable String textOrNull(String column) {
        Field field = field(column);
        return field == null ? null : expect(column, field, Field.Type.STRING_VALUE, field.stringValue());
    }

    /** A {@code bigint}, {@code integer} or {@code smallint}. */
    public long longValue(String column) {
        return present(column, longOrNull(column));
    }

    /** A {@code bigint}, {@code integer} or {@code smallint}, or null. */
    public @Nullable Long longOrNull(String column) {
        Field field = field(column);
        return field == null ? null : expect(column, field, Field.Type.LONG_VALUE, field.longValue());
    }

    /** A whole number that fits an int; anything larger is an {@link ArithmeticException}. */
    public int intValue(String column) {
        return Math.toIntExact(longValue(column));
    }

    /** An exact {@code numeric} (or a whole number), digit for digit. */
    public BigDecimal decimal(String column) {
        return present(column, decimalOrNull(column));
    }

    /** An exact {@code numeric} (or a whole number), or null. */
    public @Nullable BigDecimal decimalOrNull(String column) {
        Field field = field(column);
        if (field == null) {
            return null;
        }
        if (field.type() == Field.Type.LONG_VALUE) {
            return BigDecimal.valueOf(field.longValue());
        }
        String text = expect(column, field, Field.Type.STRING_VALUE, field.stringValue());
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new IllegalStateException("column '" + column + "' holds '" + text + "', expected a decimal", e);
        }
    }

    /** A {@code double precision}; for indicators and scores. */
    public double doubleValue(String column) {
        Field field = present(column, field(column));
        return present(column, expect(column, field, Field.Type.DOUBLE_VALUE, field.doubleValue()));
    }

    /** A truth value. */
    public boolean bool(String column) {
        Field field = present(column, field(column));
        return present(column, expect(column, field, Field.Type.BOOLEAN_VALUE, field.booleanValue()));
    }

    /** A {@code timestamptz} (or a {@code timestamp} that means UTC), to the microsecond. */
    public Instant instant(String column) {
        return DataApiTime.parse(column, text(column));
    }

    /** A {@code timestamptz} or null. */
    public @Nullable Instant instantOrNull(String column) {
        String text = textOrNull(column);
        return text == null ? null : DataApiTime.parse(column, text);
    }

    /** A {@code timestamptz} as epoch milliseconds; what is finer is cut off. */
    public long epochMs(String column) {
        return instant(column).toEpochMilli();
    }

    /** A {@code bytea}. */
    public byte[] bytes(String column) {
        return present(column, bytesOrNull(column));
    }

    /** A {@code bytea} or null. */
    public byte @Nullable [] bytesOrNull(String column) {
        Field field = field(column);
        if (field == null) {
            return null;
        }
        expect(column, field, Field.Type.BLOB_VALUE, field.blobValue());
        return field.blobValue().asByteArray();
    }

    /** Whether the column is null. */
    public boolean isNull(String column) {
        return field(column) == null;
    }

    private @Nullable Field field(String column) {
        Integer index = indexByName.get(column);
        if (index == null) {
            throw new IllegalStateException("no column '" + column + "' in the result; it has " + indexByName.keySet());
        }
        Field field = fields.get(index);
        return field.type() == Field.Type.IS_NULL ? null : field;
    }

    private static <T> T expect(String column, Field field, Field.Type wanted, T value) {
        if (field.type() != wanted) {
            throw new IllegalStateException("column '" + column + "' is a " + field.type() + ", asked for a " + wanted
                    + "; cast it in the SQL");
        }
        return value;
    }

    private static <T> T present(String column, @Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("column '" + column + "' is null");
        }
        return value;
    }
}
