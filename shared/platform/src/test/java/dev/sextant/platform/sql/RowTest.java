package dev.sextant.platform.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rdsdata.model.Field;

final class RowTest {

    private final Row row = new Row(
            Map.of("n", 0, "t", 1, "z", 2, "b", 3, "at", 4, "d", 5),
            List.of(
                    Field.fromLongValue(7L),
                    Field.fromStringValue("12.50"),
                    Field.fromIsNull(true),
                    Field.fromBooleanValue(true),
                    Field.fromStringValue("2026-01-15 10:30:00.123456"),
                    Field.fromDoubleValue(0.5)));

    @Test
    void gettersReadTheirKind() {
        assertEquals(7, row.longValue("n"));
        assertEquals(7, row.intValue("n"));
        assertEquals(BigDecimal.valueOf(7), row.decimal("n"));
        assertEquals(new BigDecimal("12.50"), row.decimal("t"));
        assertEquals("12.50", row.text("t"));
        assertTrue(row.bool("b"));
        assertEquals(0.5, row.doubleValue("d"));
        assertEquals(Instant.parse("2026-01-15T10:30:00.123456Z"), row.instant("at"));
        assertEquals(1_768_473_000_123L, row.epochMs("at"));
        assertTrue(row.isNull("z"));
    }

    @Test
    void nullableGettersReturnNullAndPlainOnesRefuseIt() {
        assertNull(row.textOrNull("z"));
        assertNull(row.longOrNull("z"));
        assertNull(row.decimalOrNull("z"));
        assertNull(row.instantOrNull("z"));
        assertNull(row.bytesOrNull("z"));
        assertEquals("column 'z' is null", refusal(r -> r.text("z")));
        assertEquals("column 'z' is null", refusal(r -> r.bool("z")));
    }

    @Test
    void refusalsNameTheColumn() {
        assertTrue(refusal(r -> r.text("absent")).startsWith("no column 'absent' in the result; it has ["));
        assertEquals(
                "column 'n' is a LONG_VALUE, asked for a STRING_VALUE; cast it in the SQL", refusal(r -> r.text("n")));
        assertEquals(
                "column 't' holds '12.50', expected a time like 2026-01-15 10:30:00.123", refusal(r -> r.instant("t")));
        assertEquals(
                "column 'at' holds '2026-01-15 10:30:00.123456', expected a decimal", refusal(r -> r.decimal("at")));
    }

    private String refusal(Function<Row, Object> getter) {
        return String.valueOf(assertThrows(IllegalStateException.class, () -> getter.apply(row))
                .getMessage());
    }
}
