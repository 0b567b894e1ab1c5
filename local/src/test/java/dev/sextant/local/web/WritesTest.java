package dev.sextant.local.web;

import static dev.sextant.local.web.AbuseTest.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sextant.local.dataapi.Operation;
import dev.sextant.local.web.RawHttp.Reply;
import dev.sextant.platform.sql.Sql;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Starting and stopping a strategy: who may, once per key, and what is written down. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WritesTest {

    private static final String STOP = "/api/v1/strategies/demo_fast/stop";
    private static final String START = "/api/v1/strategies/demo_fast/start";
    private static final String LUNCH = "{\"reason\":\"lunch\"}";
    private static final String TOKEN = "Authorization: Bearer " + TestDesk.TOKEN;
    private static final String JSON_TYPE = "Content-Type: application/json";

    private final TestDesk desk = new TestDesk();

    @BeforeAll
    void deskIsUp() {
        new Story(desk.sql).deskIsUp();
    }

    @BeforeEach
    void demoFastRuns() {
        desk.sql.update(Sql.of("UPDATE strategy.strategies SET state = 'RUNNING', state_reason = NULL"));
        desk.sql.update(Sql.of("UPDATE ops.sessions SET state = 'HEALTHY'"));
        desk.sql.update(Sql.of("DELETE FROM ops.idempotency_keys"));
    }

    @AfterEach
    void noFaults() {
        desk.database.faults().clear();
    }

    @AfterAll
    void stop() {
        desk.close();
    }

    @Test
    void aStopTakesEffectAndStandsInTheAuditChain() throws JsonProcessingException {
        long before = auditRows();
        JsonNode strategy = body(write(STOP, LUNCH, "stop-1"));
        assertEquals("STOPPED", strategy.path("state").asText());
        assertEquals("lunch", strategy.path("reason").asText());
        assertEquals("2024-08-08T23:58:00.000Z", strategy.path("since").asText(), "market time");
        assertEquals(before + 1, auditRows());
        assertEquals(
                "operator strategy_stopped demo_fast lunch",
                desk.sql.queryOne(Sql.of("""
                                SELECT concat_ws(' ', actor, action, subject, detail) AS entry FROM ops.audit
                                WHERE account = 'paper-main' ORDER BY seq DESC LIMIT 1""")).orElseThrow().text("entry"));
    }

    @Test
    void theSameKeyGivesTheSameAnswerAndNoSecondEffect() {
        Reply first = write(STOP, LUNCH, "same");
        write(START, "{\"reason\":\"back\"}", "other");
        long before = auditRows();
        Reply again = write(STOP, LUNCH, "same");
        assertEquals(first.body(), again.body());
        assertEquals("RUNNING", state(), "the repeat changed nothing");
        assertEquals(before, auditRows());
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/strategies/demo_fast/stop, '{\"reason\":\"dinner\"}'",
        "/api/v1/strategies/demo_fast/stop, '{\"reason\":\"lunch\" }'",
        "/api/v1/strategies/demo_fast/start, '{\"reason\":\"lunch\"}'",
        "/api/v1/strategies/other/stop, '{\"reason\":\"lunch\"}'"
    })
    void aKeyBelongsToOneCommand(String path, String body) throws JsonProcessingException {
        write(STOP, LUNCH, "reused");
        assertRefused(422, "idempotency_key_reused", "use a new one", write(path, body, "reused"));
    }

    @Test
    void oneHundredAtOnceHaveOneEffect() throws InterruptedException, ExecutionException {
        long before = auditRows();
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Reply>> calls = IntStream.range(0, 100)
                    .mapToObj(_ -> callers.submit(() -> {
                        start.await();
                        return write(STOP, LUNCH, "race");
                    }))
                    .toList();
            start.countDown();
            for (Future<Reply> call : calls) {
                assertTrue(List.of(200, 409).contains(call.get().status()), call.get()::toString);
            }
            List<String> answers = calls.stream()
                    .map(Future::resultNow)
                    .filter(reply -> reply.status() == 200)
                    .map(Reply::body)
                    .distinct()
                    .toList();
            assertEquals(1, answers.size(), "one answer for all");
        }
        assertEquals(before + 1, auditRows(), "one effect");
        assertEquals("STOPPED", state());
    }

    @Test
    void startAndStopAtOnceLeaveAWholeAuditChain() throws InterruptedException, ExecutionException {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Reply>> calls = IntStream.range(0, 40)
                    .mapToObj(i -> callers.submit(() -> write(i % 2 == 0 ? STOP : START, LUNCH, "k" + i)))
                    .toList();
            for (Future<Reply> call : calls) {
                assertEquals(200, call.get().status(), call.get()::toString);
            }
        }
        assertEquals(
                "holds",
                desk.sql
                        .query(Sql.of("select coalesce(ops.audit_break('paper-main', 0), 'holds') as x"))
                        .getFirst()
                        .text("x"));
    }

    @Test
    void aLostAnswerIsFoundAgainUnderItsKey() throws JsonProcessingException {
        desk.database.faults().loseAnswerAfter(Operation.EXECUTE, "set_state_once", 1);
        long before = auditRows();
        assertRefused(503, "unavailable", "with the same Idempotency-Key", write(STOP, LUNCH, "lost"));
        assertEquals(200, write(STOP, LUNCH, "lost").status());
        assertEquals(before + 1, auditRows(), "one effect");
    }

    @Test
    void aStrategyCannotStartWhileTheDeskRecoversButCanAlwaysStop() throws JsonProcessingException {
        write(STOP, LUNCH, "first");
        desk.sql.update(Sql.of("UPDATE ops.sessions SET state = 'RECOVERING'"));
        assertRefused(409, "recovering", "once the desk is HEALTHY; it is RECOVERING", write(START, LUNCH, "start"));
        assertEquals(200, write(STOP, LUNCH, "again").status());
        desk.sql.update(Sql.of("UPDATE ops.sessions SET state = 'HEALTHY'"));
        assertEquals(200, write(START, LUNCH, "start").status(), "a refusal does not use up the key");
    }

    @Test
    void startingWhatRunsChangesNothing() throws JsonProcessingException {
        long before = auditRows();
        assertEquals("RUNNING", body(write(START, LUNCH, "noop")).path("state").asText());
        assertEquals(before, auditRows());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Authorization: Bearer",
                "Authorization: Bearer ",
                "Authorization: Bearer wrong",
                "Authorization: correct-horse-battery-staple",
                "Authorization: Basic correct-horse-battery-staple",
                "Authorization: Bearer correct-horse-battery-staple2",
                "Authorization: Bearer correct-horse-battery-stapl",
                "Authorization: Bearer CORRECT-HORSE-BATTERY-STAPLE",
                "Authorization: Bearer correct-horse-battery-staple,correct-horse-battery-staple",
                "X-Authorization: Bearer correct-horse-battery-staple"
            })
    void withoutTheTokenNothingHappens(String header) throws JsonProcessingException {
        String line = header.isEmpty() ? "X-Nothing: 1" : header;
        Reply reply = desk.http.post(STOP, LUNCH, line, "Idempotency-Key: k", JSON_TYPE);
        assertRefused(401, "unauthorized", "Authorization: Bearer <operator token>", reply);
        assertEquals("Bearer", reply.headers().get("WWW-Authenticate"));
        assertEquals("RUNNING", state());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "two words", "ümlaut", "0123456789012345678901234567890123456789012345678901234567890123456"
            })
    void aKeyThatCannotBeIsRefused(String key) throws JsonProcessingException {
        assertRefused(400, "invalid_parameter", "Idempotency-Key is", write(STOP, LUNCH, key));
    }

    @Test
    void aWriteWithoutAKeyIsRefused() throws JsonProcessingException {
        assertRefused(
                400, "missing_parameter", "Idempotency-Key is missing", desk.http.post(STOP, LUNCH, TOKEN, JSON_TYPE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                | invalid_body      | the body is empty",
                "nonsense                          | invalid_body      | the body is not JSON, line 1",
                "{                                 | invalid_body      | the body is not JSON",
                "[]                                | invalid_body      | not a JSON object",
                "null                              | invalid_body      | not a JSON object",
                "{}                                | missing_parameter | reason is missing",
                "{\"reason\":\"\"}                 | invalid_parameter | reason is ''",
                "{\"reason\":\"  \"}               | invalid_parameter | reason is '  '",
                "{\"reason\":5}                    | invalid_parameter | reason is '5'",
                "{\"reason\":null}                 | invalid_parameter | reason is",
                "{\"reason\":\"a\\u0000b\"}        | invalid_parameter | reason is 'a?b'",
                "{\"reason\":\"a\\nb\"}            | invalid_parameter | reason is 'a?b'",
                "{\"reason\":\"\\ud800\"}          | invalid_parameter | reason is",
                "{\"reason\":\"x\",\"state\":1}    | invalid_parameter | body field is 'state'",
                "{\"reason\":\"x\",\"reason\":\"y\"}| invalid_body     | the body is not JSON",
                "{\"reason\":\"x\"} {}             | invalid_body      | the body is not JSON",
                "{\"reason\":'x'}                  | invalid_body      | the body is not JSON",
                "{\"reason\":NaN}                  | invalid_body      | the body is not JSON",
                "{\"reason\":1e9999999999}         | invalid_parameter | reason is",
            })
    void aBodyThatIsNotTheReasonIsRefused(String body, String code, String said) throws JsonProcessingException {
        assertRefused(400, code, said, write(STOP, body, "body"));
        assertEquals("RUNNING", state());
    }

    @Test
    void depthAndSizeAreBounded() throws JsonProcessingException {
        assertRefused(400, "invalid_body", "not JSON", write(STOP, "[".repeat(20_000), "deep"));
        String reason = "{\"reason\":\"" + "x".repeat(201) + "\"}";
        assertRefused(400, "invalid_parameter", "1 to 200 characters", write(STOP, reason, "long"));
        assertRefused(413, "body_too_large", "larger than 65536 bytes", write(STOP, " ".repeat(65_537), "huge"));
        String vast = desk.http.raw("POST " + STOP + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3000000\r\n\r\n"
                + " ".repeat(3_000_000));
        assertTrue(
                vast.isEmpty() || vast.startsWith("HTTP/1.1 413"), "refused, or cut off while it was still being sent");
    }

    @Test
    void onlyJsonIsTaken() throws JsonProcessingException {
        assertRefused(
                415,
                "unsupported_media_type",
                "application/json",
                desk.http.post(STOP, "reason=x", TOKEN, "Idempotency-Key: k", "Content-Type: text/plain"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "DEMO_FAST", "demo_fast'--", "..", "%E2%98%95"})
    void anUnknownStrategyIsNotFound(String name) {
        assertEquals(
                404, write("/api/v1/strategies/" + name + "/stop", LUNCH, "who").status());
    }

    private Reply write(String path, String body, String key) {
        return desk.http.post(path, body, TOKEN, "Idempotency-Key: " + key, JSON_TYPE);
    }

    private static JsonNode body(Reply reply) throws JsonProcessingException {
        assertEquals(200, reply.status(), reply::toString);
        return new JsonMapper().readTree(reply.body());
    }

    private String state() {
        return desk.sql
                .queryOne(Sql.of("SELECT state FROM strategy.strategies WHERE name = 'demo_fast'"))
                .orElseThrow()
                .text("state");
    }

    private long auditRows() {
        return desk.sql
                .queryOne(Sql.of("SELECT count(*) AS n FROM ops.audit"))
                .orElseThrow()
                .longValue("n");
    }
}
