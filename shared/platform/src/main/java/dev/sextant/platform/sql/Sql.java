package dev.sextant.platform.sql;

import com.google.errorprone.annotations.CompileTimeConstant;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.rdsdata.model.Field;
import software.amazon.awssdk.services.rdsdata.model.SqlParameter;
import software.amazon.awssdk.services.rdsdata.model.TypeHint;

/**
 * One statement with its named parameters, immutable: {@code Sql.of("select … where id = :id").with("id", id)}. The
 * text is a compile-time constant, which the compiler checks; values travel only as parameters, so nothing is ever
 * concatenated.
 *
 * <p>What a value arrives as in PostgreSQL: long and int as {@code bigint}, text as {@code varchar}, decimal as
 * {@code numeric}, time as {@code timestamp} in UTC (which converts to {@code timestamptz} by itself, the session being
 * in UTC), JSON as {@code json}. Function arguments and columns of another type need a cast in the text, as in
 * {@code :legs::jsonb} or {@code :attempt::int}. A null is written as null of that type.
 */
public final class Sql {

    private static final Field NULL = Field.fromIsNull(true);

    private final String text;
    private final List<SqlParameter> parameters;

    private Sql(String text, List<SqlParameter> parameters) {
        this.text = text;
        this.parameters = parameters;
    }

    /** A statement from text that the compiler knows. */
    public static Sql of(@CompileTimeConstant String text) {
        return new Sql(text, List.of());
    }

    /** A statement from a file that ships with the program. Never for text with any outside part in it. */
    public static Sql ofResource(String text) {
        return new Sql(text, List.of());
    }

    /** Binds a whole number; arrives as {@code bigint}. */
    public Sql with(String name, long value) {
        return bind(name, Field.fromLongValue(value), null);
    }

    /** Binds a whole number or null; arrives as {@code bigint}. */
    public Sql withNullable(String name, @Nullable Long value) {
        return bind(name, value == null ? NULL : Field.fromLongValue(value), null);
    }

    /** Binds a truth value. */
    public Sql with(String name, boolean value) {
        return bind(name, Field.fromBooleanValue(value), null);
    }

    /** Binds a double; for indicators and scores only, never for money. */
    public Sql with(String name, double value) {
        return bind(name, Field.fromDoubleValue(value), null);
    }

    /** Binds text or null. */
    public Sql with(String name, @Nullable String value) {
        return bind(name, text(value), null);
    }

    /** Binds an exact decimal or null; arrives as {@code numeric}, digit for digit. */
    public Sql with(String name, @Nullable BigDecimal value) {
        return bind(name, text(value == null ? null : value.toPlainString()), TypeHint.DECIMAL);
    }

    /** Binds a point in time or null, in milliseconds: what is finer is cut off (the Data API takes no more). */
    public Sql with(String name, @Nullable Instant value) {
        return bind(name, text(value == null ? null : DataApiTime.print(value.toEpochMilli())), TypeHint.TIMESTAMP);
    }

    /** Binds a point in time given in epoch milliseconds. */
    public Sql withEpochMs(String name, long epochMs) {
        return bind(name, text(DataApiTime.print(epochMs)), TypeHint.TIMESTAMP);
    }

    /** Binds a JSON document or null; arrives as {@code json}. */
    public Sql withJson(String name, @Nullable String json) {
        return bind(name, text(json), TypeHint.JSON);
    }

    /** Binds a UUID or null. */
    public Sql with(String name, @Nullable UUID value) {
        return bind(name, text(value == null ? null : value.toString()), TypeHint.UUID);
    }

    /** Binds bytes or null; arrives as {@code bytea}. */
    public Sql with(String name, byte @Nullable [] value) {
        return bind(name, value == null ? NULL : Field.fromBlobValue(SdkBytes.fromByteArray(value)), null);
    }

    /** Binds a null whose type PostgreSQL infers from where it stands. */
    public Sql withNull(String name) {
        return bind(name, NULL, null);
    }

    private static Field text(@Nullable String value) {
        return value == null ? NULL : Field.fromStringValue(value);
    }

    private Sql bind(String name, Field value, @Nullable TypeHint hint) {
        for (SqlParameter bound : parameters) {
            if (bound.name().equals(name)) {
                throw new IllegalArgumentException("parameter :" + name + " is bound twice in \"" + shortText() + '"');
            }
        }
        SqlParameter.Builder parameter = SqlParameter.builder().name(name).value(value);
        List<SqlParameter> all = new ArrayList<>(parameters.size() + 1);
        all.addAll(parameters);
        all.add((hint == null ? parameter : parameter.typeHint(hint)).build());
        return new Sql(text, List.copyOf(all));
    }

    String text() {
        return text;
    }

    /**
     * The bound parameters, checked against the names in the text.
     *
     * @throws IllegalArgumentException naming the parameter that is missing or does not occur
     */
    List<SqlParameter> parameters() {
        ParameterNames.check(this);
        return parameters;
    }

    List<String> boundNames() {
        return parameters.stream().map(SqlParameter::name).toList();
    }

    /** The first characters of the text on one line, for messages. Values never appear in messages. */
    String shortText() {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= 80 ? line : line.substring(0, 79) + "…";
    }

    @Override
    public String toString() {
        return shortText() + ' ' + boundNames();
    }
}
