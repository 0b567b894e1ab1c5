package dev.sextant.local.dataapi;

import static dev.sextant.local.dataapi.TestDatabase.failure;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.rdsdata.model.DatabaseErrorException;
import software.amazon.awssdk.services.rdsdata.model.DatabaseResumingException;
import software.amazon.awssdk.services.rdsdata.model.Field;
import software.amazon.awssdk.services.rdsdata.model.RdsDataException;
import software.amazon.awssdk.services.rdsdata.model.StatementTimeoutException;
import software.amazon.awssdk.services.rdsdata.model.UnsupportedResultException;

/** Every refusal, as the real SDK client sees it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErrorsAndLimitsTest {

    private TestDatabase db;

    @BeforeAll
    void start() {
        db = database(Limits.AWS.withStatementMs(400));
        db.execute("create table unique_n (n bigint primary key)");
        db.execute("insert into unique_n values (1)");
    }

    TestDatabase database(Limits limits) {
        return new TestDatabase(limits);
    }

    @AfterAll
    void stop() {
        db.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            select from where                   | ERROR: syntax error at or near "where"            | 42601
            select * from absent                | ERROR: relation "absent" does not exist           | 42P01
            insert into unique_n values (1)     | ERROR: duplicate key value violates unique constraint "unique_n_pkey" | 23505
            select 1/0                          | ERROR: division by zero                           | 22012
            """)
    void aDatabaseErrorCarriesItsWordsAndState(String sql, String words, String state) {
        DatabaseErrorException error = assertThrows(DatabaseErrorException.class, () -> db.execute(sql));
        assertEquals(400, error.statusCode());
        String message = error.awsErrorDetails().errorMessage();
        assertTrue(message.startsWith(words), message);
        assertTrue(message.endsWith("; SQLState: " + state), message);
    }

    @Test
    void aLongErrorIsCutButKeepsItsState() {
        String failure = failure(() -> db.execute("select ('x' || repeat('y', 5000))::int"));
        assertTrue(failure.endsWith("…; SQLState: 22P02"), failure);
        assertTrue(failure.length() < 1_100, () -> failure.length() + " characters");
    }

    @Test
    void twoStatementsInOneCallAreRefused() {
        assertEquals(
                "ValidationException: Multistatements aren't supported.",
                failure(() -> db.execute("select 1; select 2")));
        assertEquals(1L, db.one("select 1; -- a semicolon at the end is fine").longValue());
    }

    @Test
    void aStatementPastItsTimeIsCancelled() {
        StatementTimeoutException timeout =
                assertThrows(StatementTimeoutException.class, () -> db.execute("select pg_sleep(30)::text"));
        assertEquals(400, timeout.statusCode());
        assertEquals(
                0L,
                db.one("select count(*) from pg_stat_activity where query like '%pg_sleep(30)%' and state = 'active'"
                                + " and pid <> pg_backend_pid()")
                        .longValue());
    }

    @Test
    void aResultOfOneMebibytePassesAndMoreDoesNot() {
        // 16 rows of 2 + 4 + 65,530 bytes are 1 MiB exactly, and 64 KiB a row.
        assertEquals(
                16,
                db.execute("select repeat('x', 65530) from generate_series(1, 16)")
                        .records()
                        .size());
        UnsupportedResultException tooLarge = assertThrows(
                UnsupportedResultException.class,
                () -> db.execute("select repeat('x', 65530) from generate_series(1, 17)"));
        assertEquals(
                "The result exceeds the size limit 1 MB.",
                tooLarge.awsErrorDetails().errorMessage());
    }

    @Test
    void aRowOf64KibibytesPassesAndMoreDoesNot() {
        db.execute("select repeat('x', 65530)");
        assertEquals(
                "UnsupportedResultException: The result contains a row that exceeds the size limit 64 KB.",
                failure(() -> db.execute("select repeat('x', 65531)")));
    }

    @Test
    void aHugeResultNeitherFillsTheMemoryNorBreaksTheNextCall() {
        assertEquals(
                "UnsupportedResultException: The result exceeds the size limit 1 MB.",
                failure(() -> db.execute("select repeat('x', 60000) from generate_series(1, 2000)")));
        assertEquals(1L, db.one("select 1").longValue());
    }

    @Test
    void aRequestOfMoreThan4MebibytesIsRefusedUnread() {
        String large = "x".repeat(4 << 20);
        RdsDataException refusal = assertThrows(
                RdsDataException.class,
                () -> db.execute("select length(:t)", TestDatabase.parameter("t", Field.fromStringValue(large))));
        assertEquals(413, refusal.statusCode());
        String fits = "x".repeat((4 << 20) - 4_096);
        assertEquals(
                fits.length(),
                db.one("select length(:t)", TestDatabase.parameter("t", Field.fromStringValue(fits)))
                        .longValue());
    }

    @Test
    void aTextOfMoreThan65536CharactersIsRefused() {
        String sql = "select 1 /*" + "x".repeat(65_536) + "*/";
        assertTrue(failure(() -> db.execute(sql)).startsWith("ValidationException: Value at 'sql' failed"), sql);
    }

    @Test
    void aWrongDatabaseOrASchemaIsRefused() {
        assertEquals(
                "DatabaseErrorException: FATAL: database \"other\" does not exist; SQLState: 3D000",
                failure(() -> db.execute(request -> request.sql("select 1").database("other"))));
        assertEquals(
                "ValidationException: The schema parameter isn't supported",
                failure(() -> db.execute(request -> request.sql("select 1").schema("public"))));
    }

    @Test
    void aResumingClusterSaysSoUntilItIsBack() {
        db.server().faults().resumeForMs(15_000);
        DatabaseResumingException resuming =
                assertThrows(DatabaseResumingException.class, () -> db.execute("select 1"));
        assertEquals(
                "The Aurora DB instance arn:aws:rds:us-east-1:000000000000:cluster:sextant is resuming after being"
                        + " auto-paused. Please wait a few seconds and try again.",
                resuming.awsErrorDetails().errorMessage());
        db.clock().advanceMs(15_000);
        assertEquals(1L, db.one("select 1").longValue());
    }

    @Test
    void aCallLeavesNoSettingForTheNext() {
        db.execute("set search_path to nowhere");
        db.execute("set timezone to 'Asia/Tokyo'");
        for (int i = 0; i < 4; i++) {
            assertEquals("UTC", db.one("select current_setting('timezone')").stringValue());
            assertEquals(
                    "\"$user\", public",
                    db.one("select current_setting('search_path')").stringValue());
        }
    }

    @Test
    void aSecretNamedAfterARoleHasThatRolesGrants() {
        db.execute("create role appender");
        db.execute("create table journal (n bigint)");
        db.execute("grant insert on journal to appender");
        db.execute(request -> request.sql("insert into journal values (1)").secretArn(secret("appender")));
        assertTrue(failure(() ->
                        db.execute(request -> request.sql("delete from journal").secretArn(secret("appender"))))
                .endsWith("ERROR: permission denied for table journal; SQLState: 42501"));
        assertEquals(1L, db.one("select count(*) from journal").longValue());
        assertEquals(
                "DatabaseErrorException: FATAL: password authentication failed for DatabaseRole[name=nobody];"
                        + " SQLState: 28P01",
                failure(() -> db.execute(request -> request.sql("select 1").secretArn(secret("nobody")))));
        db.execute("drop owned by appender");
        db.execute("drop role appender");
    }

    private static String secret(String role) {
        return "arn:aws:secretsmanager:us-east-1:000000000000:secret:sextant/role/" + role;
    }

    @Test
    void aRequestThatNoSdkWouldSendIsRefusedInOneLine() throws Exception {
        assertEquals("403 {\"message\":\"Missing Authentication Token\"}", post("/Execute", "{}", false));
        assertEquals("404 {\"message\":\"no operation at POST /ExecuteSql\"}", post("/ExecuteSql", "{}", true));
        assertEquals("400 {\"message\":\"the body is not a JSON object\"}", post("/Execute", "[]", true));
        assertTrue(post("/Execute", "{", true).startsWith("400 {\"message\":\"the body is not JSON"));
        assertTrue(post("/Execute", "{}", true).startsWith("400 {\"message\":\"Value null at 'resourceArn'"));
    }

    private String post(String path, String body, boolean signed) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        db.server().endpoint().resolve(path))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (signed) {
            request.header("Authorization", "AWS4-HMAC-SHA256 anyone");
        }
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body();
        }
    }
}
