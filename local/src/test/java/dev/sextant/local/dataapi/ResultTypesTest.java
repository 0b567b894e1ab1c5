package dev.sextant.local.dataapi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.rdsdata.model.ColumnMetadata;
import software.amazon.awssdk.services.rdsdata.model.ExecuteStatementResponse;
import software.amazon.awssdk.services.rdsdata.model.Field;

/** What PostgreSQL's types look like to the real SDK client. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ResultTypesTest {

    private TestDatabase db;

    @BeforeAll
    void start() {
        db = new TestDatabase();
        db.execute("create type side as enum ('buy', 'sell')");
    }

    @AfterAll
    void stop() {
        db.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1::smallint                                      | longValue    | 1
            2147483647                                       | longValue    | 2147483647
            9223372036854775807                              | longValue    | 9223372036854775807
            1.5::float8                                      | doubleValue  | 1.5
            0.1::float4                                      | doubleValue  | 0.1
            12.50                                            | stringValue  | 12.50
            0.00000001                                       | stringValue  | 0.00000001
            123456789012345678901234567890.123456789         | stringValue  | 123456789012345678901234567890.123456789
            true                                             | booleanValue | true
            'ünï 💹'                                         | stringValue  | ünï 💹
            'ab'::char(4)                                    | stringValue  | `ab  `
            'sell'::side                                     | stringValue  | sell
            '{"a": 1}'::json                                 | stringValue  | {"a": 1}
            '{"b":2,"a":1}'::jsonb                           | stringValue  | {"a": 1, "b": 2}
            '6f1e8b2a-1111-4222-8333-444455556666'::uuid     | stringValue  | 6f1e8b2a-1111-4222-8333-444455556666
            date '2026-01-15'                                | stringValue  | 2026-01-15
            time '10:30:00'                                  | stringValue  | 10:30:00
            time '10:30:00.5'                                | stringValue  | 10:30:00.500
            timestamp '2026-01-15 10:30:00'                  | stringValue  | 2026-01-15 10:30:00
            timestamp '2026-01-15 10:30:00.123456'           | stringValue  | 2026-01-15 10:30:00.123456
            timestamptz '2026-01-15 10:30:00+00'             | stringValue  | 2026-01-15 10:30:00
            timestamptz '2026-01-15 10:30:00.12+00'          | stringValue  | 2026-01-15 10:30:00.120
            timestamptz '2026-01-15 10:30:00.000001+05:30'   | stringValue  | 2026-01-15 05:00:00.000001
            inet '127.0.0.1'                                 | stringValue  | 127.0.0.1
            null                                             | isNull       | true
            null::timestamptz                                | isNull       | true
            """)
    void aValueTravelsInTheFieldOfItsKind(String expression, String kind, String value) {
        Field field = db.one("select " + expression);
        assertEquals(kind + " " + value, shown(field));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            array[1,2,null]::bigint[]              | longValues [1, 2, null]
            array[1.5,2]::float8[]                 | doubleValues [1.5, 2.0]
            array[true,false]                      | booleanValues [true, false]
            array['a','b,c','d"e','null','N\\x']   | stringValues [a, b,c, d"e, null, N\\x]
            array[1.10,2]::numeric[]               | stringValues [1.10, 2]
            array[]::text[]                        | stringValues []
            '[5:6]={7,8}'::int[]                   | longValues [7, 8]
            """)
    void anArrayTravelsByItsElements(String expression, String expected) {
        assertEquals(expected, shown(db.one("select " + expression)));
    }

    @Test
    void generatedArraysComeBackElementByElement() {
        Random random = new Random(20260115);
        String[] pieces = {"a", ",", "\"", "\\", "{", "}", "NULL", " ", "\n", "é", "'"};
        for (int i = 0; i < 100; i++) {
            List<String> elements = random.ints(random.nextInt(0, 5), 0, 4)
                    .mapToObj(length -> random.ints(length, 0, pieces.length)
                            .mapToObj(piece -> pieces[piece])
                            .collect(Collectors.joining()))
                    .toList();
            String json = new ObjectMapper().valueToTree(elements).toString();
            assertEquals(
                    elements,
                    db.one(
                                    "select array(select jsonb_array_elements_text(:j::jsonb))",
                                    TestDatabase.parameter("j", Field.fromStringValue(json)))
                            .arrayValue()
                            .stringValues());
        }
    }

    @Test
    void bytesTravelAsABlob() {
        assertArrayEquals(
                new byte[] {0, 1, (byte) 0xff},
                db.one("select '\\x0001ff'::bytea").blobValue().asByteArray());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "interval '1 day'|INTERVAL", "'17:08:20+02'::timetz|TIMETZ", "point(1,2)|POINT",
                        "'a'::\"char\"|\"CHAR\"",
                "1::text::money|MONEY", "pg_sleep(0)|VOID", "row(1,2)|RECORD", "'pg_class'::regclass|REGCLASS"
            })
    void anUnsupportedTypeIsNamed(String row) {
        String[] cells = row.split("\\|", 2);
        assertEquals(
                "UnsupportedResultException: The result contains the unsupported data type " + cells[1] + ".",
                TestDatabase.failure(() -> db.execute("select " + cells[0])));
    }

    @Test
    void aMatrixAndNotANumberAreUnsupportedToo() {
        assertEquals(
                "UnsupportedResultException: The result contains a multidimensional array.",
                TestDatabase.failure(() -> db.execute("select array[[1],[2]]")));
        assertEquals(
                "UnsupportedResultException: The result contains the value NaN, which JSON can't hold.",
                TestDatabase.failure(() -> db.execute("select 'NaN'::float8")));
    }

    @Test
    void updatesCountRowsAndReadsDoNot() {
        db.execute("create table counted (id bigserial primary key, n int)");
        ExecuteStatementResponse insert = db.execute("insert into counted (n) values (1), (2), (3)");
        assertEquals(3, insert.numberOfRecordsUpdated());
        assertFalse(insert.hasRecords());
        assertEquals(List.of(), insert.generatedFields());

        ExecuteStatementResponse returning = db.execute("update counted set n = n + 1 where n > 1 returning n");
        assertEquals(0, returning.numberOfRecordsUpdated());
        assertEquals(2, returning.records().size());

        ExecuteStatementResponse nothing = db.execute("select n from counted where n > 100");
        assertTrue(nothing.hasRecords());
        assertEquals(List.of(), nothing.records());
    }

    @Test
    void metadataNamesEachColumnWhenAsked() {
        db.execute("create table described (id bigserial primary key, price numeric(20,8) not null, note text)");
        List<ColumnMetadata> columns =
                db.execute("select id, price as p, note from described").columnMetadata();
        assertEquals(
                List.of("id", "p", "note"),
                columns.stream().map(ColumnMetadata::label).toList());
        assertEquals("bigserial", columns.get(0).typeName());
        assertTrue(columns.get(0).isAutoIncrement());
        assertEquals("numeric", columns.get(1).typeName());
        assertEquals(20, columns.get(1).precision());
        assertEquals(8, columns.get(1).scale());
        assertEquals("described", columns.get(2).tableName());
        assertEquals(1, columns.get(2).nullable());

        assertFalse(db.execute(request -> request.sql("select 1")).hasColumnMetadata());
    }

    @Test
    void rowsCanComeAsOneJsonText() {
        ExecuteStatementResponse response = db.execute(
                request -> request.sql("select 1 as n, 1.50 as d, 'x' as t, true as b, null as z, '\\x01'::bytea as h")
                        .formatRecordsAs("JSON"));
        assertEquals(
                "[{\"n\":1,\"d\":\"1.50\",\"t\":\"x\",\"b\":true,\"z\":null,\"h\":\"AQ==\"}]",
                response.formattedRecords());
        assertFalse(response.hasRecords());
        assertFalse(response.hasColumnMetadata());
    }

    @Test
    void numbersCanComeInTheOtherForm() {
        ExecuteStatementResponse response = db.execute(request -> request.sql(
                        "select 5 as n, 2.5 as d, 7.00 as w, 3::numeric as s")
                .resultSetOptions(o -> o.decimalReturnType("DOUBLE_OR_LONG").longReturnType("STRING")));
        assertEquals(
                List.of("stringValue 5", "doubleValue 2.5", "doubleValue 7.0", "longValue 3"),
                response.records().getFirst().stream()
                        .map(ResultTypesTest::shown)
                        .toList());
    }

    private static String shown(Field field) {
        return switch (field.type()) {
            case STRING_VALUE -> "stringValue " + field.stringValue();
            case LONG_VALUE -> "longValue " + field.longValue();
            case DOUBLE_VALUE -> "doubleValue " + field.doubleValue();
            case BOOLEAN_VALUE -> "booleanValue " + field.booleanValue();
            case IS_NULL -> "isNull " + field.isNull();
            case BLOB_VALUE -> "blobValue";
            case ARRAY_VALUE ->
                switch (field.arrayValue().type()) {
                    case LONG_VALUES -> "longValues " + field.arrayValue().longValues();
                    case DOUBLE_VALUES -> "doubleValues " + field.arrayValue().doubleValues();
                    case BOOLEAN_VALUES -> "booleanValues " + field.arrayValue().booleanValues();
                    case STRING_VALUES -> "stringValues " + field.arrayValue().stringValues();
                    case ARRAY_VALUES, UNKNOWN_TO_SDK_VERSION -> "other";
                };
            case UNKNOWN_TO_SDK_VERSION -> "unknown";
        };
    }
}
