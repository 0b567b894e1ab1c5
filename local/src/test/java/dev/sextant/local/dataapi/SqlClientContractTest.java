package dev.sextant.local.dataapi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.local.postgres.ChildJvm;
import dev.sextant.platform.sql.DataApi;
import dev.sextant.platform.sql.Row;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.platform.sql.SqlRejectedException;
import dev.sextant.platform.sql.SqlUnavailableException;
import dev.sextant.platform.sql.SqlUnavailableException.Reason;
import dev.sextant.platform.sql.SqlUnknownException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** The SQL client against the endpoint: values round trip, and every failure lands in its class. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class SqlClientContractTest {

    private TestDatabase db;
    private SqlClient sql;

    @BeforeAll
    void start() {
        db = database(Limits.AWS.withStatementMs(2_000));
        sql = db.sql();
        sql.update(Sql.of("create table effects (n bigint primary key)"));
    }

    @AfterEach
    void calm() {
        db.server().faults().clear();
        sql.update(Sql.of("delete from effects"));
    }

    TestDatabase database(Limits limits) {
        return new TestDatabase(limits);
    }

    @AfterAll
    void stop() {
        db.close();
    }

    @Test
    void everyKindOfValueComesBackAsItWasBound() {
        UUID id = UUID.fromString("6f1e8b2a-1111-4222-8333-444455556666");
        Instant at = Instant.parse("2026-01-15T10:30:00.123Z");
        Row row = sql.queryOne(Sql.of("""
                select :n as n, :text as t, :price as p, :yes as y, :score as s, :at::timestamptz as at, :ms::timestamptz as ms,
                       :json as j, :id as id, :bytes as b, :none::numeric as z""")
                        .with("n", Long.MIN_VALUE)
                        .with("text", "it's ünï 💹 :x ; --")
                        .with("price", new BigDecimal("61800.30000000"))
                        .with("yes", true)
                        .with("score", 0.1)
                        .with("at", at)
                        .withEpochMs("ms", at.toEpochMilli())
                        .withJson("json", "{\"a\": [1, null]}")
                        .with("id", id)
                        .with("bytes", new byte[] {0, -1})
                        .withNull("none"))
                .orElseThrow();
        assertEquals(Long.MIN_VALUE, row.longValue("n"));
        assertEquals("it's ünï 💹 :x ; --", row.text("t"));
        assertEquals(new BigDecimal("61800.30000000"), row.decimal("p"));
        assertTrue(row.bool("y"));
        assertEquals(0.1, row.doubleValue("s"));
        assertEquals(at, row.instant("at"));
        assertEquals(at.toEpochMilli(), row.epochMs("ms"));
        assertEquals("{\"a\": [1, null]}", row.text("j"));
        assertEquals(id.toString(), row.text("id"));
        assertArrayEquals(new byte[] {0, -1}, row.bytes("b"));
        assertNull(row.decimalOrNull("z"));
    }

    @Test
    void aTimeConvertsToTimestamptzWithoutACast() {
        sql.update(Sql.of("create table moments (at timestamptz not null)"));
        Instant at = Instant.parse("2026-10-25T00:59:59.999Z");
        sql.update(Sql.of("insert into moments values (:at)").with("at", at));
        assertEquals(
                1,
                sql.query(Sql.of("select at from moments where at = :at").with("at", at))
                        .size());
        assertEquals(
                at, sql.queryOne(Sql.of("select at from moments")).orElseThrow().instant("at"));
    }

    @Test
    void updateCountsAndCallReturnsRows() {
        assertEquals(2, sql.update(Sql.of("insert into effects values (1), (2)")));
        Row row = sql.callOne(
                Sql.of("insert into effects values (:n) returning n").with("n", 3));
        assertEquals(3, row.longValue("n"));
        assertEquals(0, sql.query(Sql.of("select n from effects where n > 5")).size());
    }

    @Test
    void aDatabaseErrorIsRejectedWithItsState() {
        sql.update(Sql.of("insert into effects values (1)"));
        SqlRejectedException twice =
                assertThrows(SqlRejectedException.class, () -> sql.update(Sql.of("insert into effects values (1)")));
        assertEquals("23505", twice.sqlState());
        assertTrue(twice.isUniqueViolation());
    }

    @Test
    void aLostAnswerIsUnknownThoughTheRowIsThere() {
        db.server().faults().loseAnswerAfter(Operation.EXECUTE, "insert into effects", 1);
        assertThrows(SqlUnknownException.class, () -> sql.update(Sql.of("insert into effects values (1)")));
        assertEquals(1, effects());
    }

    @Test
    void aServerErrorIsUnknownThoughTheRowIsNot() {
        db.server().faults().failBefore(Operation.EXECUTE, "insert into effects", 1);
        assertThrows(SqlUnknownException.class, () -> sql.update(Sql.of("insert into effects values (1)")));
        assertEquals(0, effects());
    }

    @Test
    void nothingSendsAnEffectTwice() {
        db.server().faults().loseAnswerAfter(Operation.EXECUTE, "nextval", 1);
        sql.update(Sql.of("create sequence tickets"));
        assertThrows(SqlUnknownException.class, () -> sql.call(Sql.of("select nextval('tickets') as n")));
        assertEquals(2, sql.callOne(Sql.of("select nextval('tickets') as n")).longValue("n"));
    }

    @Test
    void aReadIsTriedAgainUntilItWorks() {
        db.server().faults().loseAnswerAfter(Operation.EXECUTE, "select 1", 1);
        db.server().faults().failBefore(Operation.EXECUTE, "select 1", 2);
        assertEquals(1, sql.query(Sql.of("select 1 as n")).size());
    }

    @Test
    void aStatementPastItsTimeIsUnknownAndIsNotTriedAgainOnASendPath() {
        assertThrows(
                SqlUnknownException.class,
                () -> sql.withoutRetry().call(Sql.of("insert into effects select 1 from pg_sleep(30) returning n")));
    }

    @Test
    void aResumingClusterIsUnavailableAtOnceOnASendPath() {
        db.server().faults().resumeForMs(60_000);
        SqlUnavailableException resuming = assertThrows(
                SqlUnavailableException.class,
                () -> sql.withoutRetry().update(Sql.of("insert into effects values (1)")));
        assertEquals(Reason.RESUMING, resuming.reason());
        db.server().faults().clear();
        assertEquals(0, effects());
    }

    @Test
    void aSlowEndpointDelaysEachCall() {
        db.server().faults().slowByMs(120);
        long startedNs = System.nanoTime();
        sql.query(Sql.of("select 1 as n"));
        assertTrue(System.nanoTime() - startedNs >= 120_000_000);
    }

    @Test
    void manyCallersAtOnceLoseNothing() {
        sql.update(Sql.of("insert into effects values (0)"));
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Long>> calls = IntStream.range(0, 400)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> sql.update(Sql.of("update effects set n = n + 1")), callers))
                    .toList();
            calls.forEach(CompletableFuture::join);
        }
        assertEquals(
                400, sql.queryOne(Sql.of("select n from effects")).orElseThrow().longValue("n"));
    }

    @Test
    void generatedValuesRoundTripExactly() {
        Random random = new Random(20260115);
        for (int i = 0; i < 300; i++) {
            long n = random.nextLong();
            BigDecimal price = new BigDecimal(new BigInteger(random.nextInt(1, 90), random), random.nextInt(0, 20));
            long atMs = random.nextLong(-2_000_000_000_000L, 4_000_000_000_000L);
            String text = random.ints(random.nextInt(0, 12), 1, 0x2fff)
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining());
            Row row = sql.queryOne(Sql.of("select :n as n, :p as p, :at::timestamptz as at, :t as t")
                            .with("n", n)
                            .with("p", price)
                            .withEpochMs("at", atMs)
                            .with("t", text))
                    .orElseThrow();
            assertEquals(n, row.longValue("n"));
            assertEquals(price, row.decimal("p"));
            assertEquals(atMs, row.epochMs("at"));
            assertEquals(text, row.text("t"));
        }
    }

    @Test
    void noEndpointIsUnavailable() {
        try (DataApi nobody = DataApi.local(URI.create("http://127.0.0.1:1"))) {
            SqlUnavailableException refused = assertThrows(
                    SqlUnavailableException.class,
                    () -> new SqlClient(nobody).update(Sql.of("insert into effects values (1)")));
            assertEquals(Reason.UNREACHABLE, refused.reason());
        }
    }

    @Test
    void aWrongDatabaseIsUnavailableAndNotTriedAgain() {
        DataApi elsewhere = new DataApi(
                db.client(),
                new dev.sextant.platform.sql.DatabaseAddress("arn:aws:rds:x", "arn:aws:secretsmanager:x", "other"));
        SqlUnavailableException refused = assertThrows(
                SqlUnavailableException.class, () -> new SqlClient(elsewhere).query(Sql.of("select 1 as n")));
        assertEquals(Reason.REFUSED, refused.reason());
    }

    @Test
    void theStandardEnvironmentVariablesAreEnough() throws Exception {
        try (ChildJvm child = ChildJvm.start(EnvironmentDesk.class, TestDatabase.environment(db.server()))) {
            assertEquals("7", child.await("answer "));
        }
    }

    private long effects() {
        return sql.queryOne(Sql.of("select count(*) as n from effects"))
                .orElseThrow()
                .longValue("n");
    }
}
