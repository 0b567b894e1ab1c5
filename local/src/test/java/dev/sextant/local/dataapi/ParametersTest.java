package dev.sextant.local.dataapi;

import static dev.sextant.local.dataapi.TestDatabase.failure;
import static dev.sextant.local.dataapi.TestDatabase.parameter;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.rdsdata.model.Field;
import software.amazon.awssdk.services.rdsdata.model.SqlParameter;

/** Named parameters: where they are seen, and as what they arrive. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ParametersTest {

    private TestDatabase db;

    @BeforeAll
    void start() {
        db = new TestDatabase();
    }

    @AfterAll
    void stop() {
        db.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            DECIMAL   | 12.5000000000000000001  | numeric
            TIMESTAMP | 2026-01-15 10:30:00.123 | timestamp without time zone
            DATE      | 2026-01-15              | date
            TIME      | 10:30:00                | time without time zone
            JSON      | {"a": 1}                | json
            UUID      | 6f1e8b2a-1111-4222-8333-444455556666 | uuid
            """)
    void aHintDecidesTheTypeAndTheValueComesBack(String hint, String text, String type) {
        SqlParameter value = parameter("v", Field.fromStringValue(text), hint);
        assertEquals(type, db.one("select pg_typeof(:v)::text", value).stringValue());
        assertEquals(text, db.one("select (:v)::text", value).stringValue());
        SqlParameter none = parameter("v", Field.fromIsNull(true), hint);
        assertEquals(type, db.one("select pg_typeof(:v)::text", none).stringValue());
    }

    @Test
    void plainValuesArriveAsTheServiceTypesThem() {
        assertEquals(
                "bigint",
                db.one("select pg_typeof(:v)::text", parameter("v", Field.fromLongValue(1L)))
                        .stringValue());
        assertEquals(
                "character varying",
                db.one("select pg_typeof(:v)::text", parameter("v", Field.fromStringValue("x")))
                        .stringValue());
        assertEquals(
                "double precision",
                db.one("select pg_typeof(:v)::text", parameter("v", Field.fromDoubleValue(1.5)))
                        .stringValue());
        assertEquals(
                "boolean",
                db.one("select pg_typeof(:v)::text", parameter("v", Field.fromBooleanValue(true)))
                        .stringValue());
        assertEquals(
                "\\x01ff",
                db.one("select (:v)::text", parameter("v", Field.fromBlobValue(SdkBytes.fromByteArray(new byte[] {1, -1
                        }))))
                        .stringValue());
    }

    @Test
    void aMissingCastFailsHereAsItDoesThere() {
        db.execute("create table strict (at timestamptz)");
        String failure = failure(() -> db.execute(
                "insert into strict values (:at)", parameter("at", Field.fromStringValue("2026-01-15 10:30:00"))));
        assertTrue(
                failure.startsWith(
                        "DatabaseErrorException: ERROR: column \"at\" is of type timestamp with time zone but"
                                + " expression is of type character varying"),
                failure);
        assertTrue(failure.endsWith("; SQLState: 42804"), failure);
    }

    @Test
    void onlyRealParametersAreSeen() {
        String text = """
                select ':quoted' as ":a", $$ :dollar ; $$ as b, $f$ :tagged $$ ; $f$ as c, e'\\':escaped' as d, -- :line
                       /* :block /* :nested */ ; */ :n::bigint::text as e, '{"k":1}'::jsonb ? 'k' as f, (array[1,2,3])[1:2] as g""";
        List<Field> row = db.execute(text, parameter("n", Field.fromLongValue(7L)))
                .records()
                .getFirst();
        assertEquals(":quoted", row.get(0).stringValue());
        assertEquals(" :dollar ; ", row.get(1).stringValue());
        assertEquals(" :tagged $$ ; ", row.get(2).stringValue());
        assertEquals("':escaped", row.get(3).stringValue());
        assertEquals("7", row.get(4).stringValue());
        assertTrue(row.get(5).booleanValue());
        assertEquals(List.of(1L, 2L), row.get(6).arrayValue().longValues());
    }

    @Test
    void oneNameMayStandTwiceAndSpareParametersDoNoHarm() {
        assertEquals(
                14L,
                db.one(
                                "select :n + :n",
                                parameter("n", Field.fromLongValue(7L)),
                                parameter("spare", Field.fromLongValue(1L)))
                        .longValue());
    }

    @Test
    void badParametersAreNamed() {
        assertEquals(
                "ValidationException: Cannot find parameter: n",
                failure(() -> db.execute("select :n", parameter("m", Field.fromLongValue(1L)))));
        assertEquals(
                "ValidationException: Cannot parse date or time \"Sat, 15 Jul 2023\"",
                failure(() -> db.execute(
                        "select :n", parameter("n", Field.fromStringValue("Sat, 15 Jul 2023"), "TIMESTAMP"))));
        assertEquals(
                "ValidationException: parameter 'n' is 'x', expected a decimal",
                failure(() -> db.execute("select :n", parameter("n", Field.fromStringValue("x"), "DECIMAL"))));
        assertEquals(
                "ValidationException: Array parameters are not supported (parameter 'n')",
                failure(() ->
                        db.execute("select :n", parameter("n", Field.fromArrayValue(a -> a.longValues(1L, 2L))))));
    }

    @Test
    void aBatchRunsOncePerSetAndWholeOrNotAtAll() {
        db.execute("create table batched (n bigint primary key)");
        assertEquals(3, batch(1, 2, 3));
        assertTrue(failure(() -> batch(4, 5, 1)).endsWith("; SQLState: 23505"));
        assertEquals(3L, db.one("select count(*) from batched").longValue());
        assertEquals(0, batch());
    }

    private int batch(long... values) {
        List<List<SqlParameter>> sets = java.util.Arrays.stream(values)
                .mapToObj(n -> List.of(parameter("n", Field.fromLongValue(n))))
                .toList();
        return db.client()
                .batchExecuteStatement(request -> request.resourceArn("arn:aws:rds:x")
                        .secretArn("arn:aws:secretsmanager:x")
                        .sql("insert into batched values (:n)")
                        .parameterSets(sets))
                .updateResults()
                .size();
    }
}
