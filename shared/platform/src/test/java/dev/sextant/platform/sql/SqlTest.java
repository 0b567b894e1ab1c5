package dev.sextant.platform.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.rdsdata.model.SqlParameter;
import software.amazon.awssdk.services.rdsdata.model.TypeHint;

final class SqlTest {

    @Test
    void valuesTravelInFieldsWithTheirHints() {
        Sql sql = Sql.of("select :n, :d, :at, :t, :none")
                .with("n", 5)
                .with("d", new BigDecimal("1E-8"))
                .with("at", Instant.parse("2026-01-15T10:30:00.123456Z"))
                .with("t", "x")
                .with("none", (BigDecimal) null);
        assertEquals(5L, parameter(sql, 0).value().longValue());
        assertEquals("0.00000001", parameter(sql, 1).value().stringValue());
        assertEquals(TypeHint.DECIMAL, parameter(sql, 1).typeHint());
        assertEquals("2026-01-15 10:30:00.123", parameter(sql, 2).value().stringValue());
        assertEquals(TypeHint.TIMESTAMP, parameter(sql, 2).typeHint());
        assertEquals("x", parameter(sql, 3).value().stringValue());
        assertEquals(true, parameter(sql, 4).value().isNull());
        assertEquals(TypeHint.DECIMAL, parameter(sql, 4).typeHint());
    }

    @ParameterizedTest
    @CsvSource({"0, 1970-01-01 00:00:00.000", "-1, 1969-12-31 23:59:59.999", "1767225600000, 2026-01-01 00:00:00.000"})
    void epochMillisecondsAreWrittenInUtc(long epochMs, String text) {
        assertEquals(
                text,
                parameter(Sql.of("select :at").withEpochMs("at", epochMs), 0)
                        .value()
                        .stringValue());
        assertEquals(epochMs, DataApiTime.parse("at", text).toEpochMilli());
    }

    @Test
    void aStatementIsImmutable() {
        Sql base = Sql.of("select :a");
        Sql one = base.with("a", 1);
        Sql two = base.with("a", 2);
        assertEquals(1L, parameter(one, 0).value().longValue());
        assertEquals(2L, parameter(two, 0).value().longValue());
    }

    @Test
    void namesMustMatchTheText() {
        assertRefused(
                "parameter :b is not bound in \"select :a, :b\"",
                Sql.of("select :a, :b").with("a", 1));
        assertRefused(
                "parameter :c does not occur in \"select :a\"",
                Sql.of("select :a").with("a", 1).with("c", 2));
        assertEquals(
                "parameter :a is bound twice in \"select :a\"",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> Sql.of("select :a").with("a", 1).with("a", 2))
                        .getMessage());
    }

    @Test
    void messagesShowTheHeadOfTheTextAndNoValue() {
        assertEquals(
                "select :secret [secret]",
                Sql.of("select\n   :secret").with("secret", "hidden").toString());
    }

    private static void assertRefused(String message, Sql sql) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, sql::parameters).getMessage());
    }

    private static SqlParameter parameter(Sql sql, int index) {
        return sql.parameters().get(index);
    }
}
