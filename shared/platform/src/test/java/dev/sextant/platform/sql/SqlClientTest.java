package dev.sextant.platform.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How many requests leave the process: counted on a real socket, below the SDK and its HTTP client. */
@Timeout(30)
final class SqlClientTest {

    @Test
    void aHungUpConnectionIsUnknownAndNothingSendsTheEffectAgain() throws IOException {
        try (OneShotServer server = OneShotServer.hangingUp();
                DataApi api = DataApi.local(server.endpoint())) {
            assertThrows(SqlUnknownException.class, () -> new SqlClient(api).update(Sql.of("update t set n = 1")));
            assertEquals(1, server.requests());
        }
    }

    @Test
    void aServerErrorIsUnknownAndNothingSendsTheEffectAgain() throws IOException {
        try (OneShotServer server = OneShotServer.answering(503, "{}");
                DataApi api = DataApi.local(server.endpoint())) {
            assertThrows(SqlUnknownException.class, () -> new SqlClient(api).call(Sql.of("select f() as n")));
            assertEquals(1, server.requests());
        }
    }

    @Test
    void aReadIsTriedAgain() throws IOException {
        try (OneShotServer server = OneShotServer.answering(503, "{}");
                DataApi api = DataApi.local(server.endpoint())) {
            SqlClient twoTries = new SqlClient(api, new Retry(150, new TwoTries()), null);
            assertThrows(SqlUnknownException.class, () -> twoTries.query(Sql.of("select 1 as n")));
            assertEquals(2, server.requests());
        }
    }

    @Test
    void gibberishIsUnknown() throws IOException {
        try (OneShotServer server = OneShotServer.answering(200, "<html>");
                DataApi api = DataApi.local(server.endpoint())) {
            assertThrows(SqlUnknownException.class, () -> new SqlClient(api).update(Sql.of("update t set n = 1")));
            assertEquals(1, server.requests());
        }
    }

    @Test
    void anEffectIsNoQuery() throws IOException {
        try (OneShotServer server = OneShotServer.hangingUp();
                DataApi api = DataApi.local(server.endpoint())) {
            String message = assertThrows(
                            IllegalArgumentException.class,
                            () -> new SqlClient(api).query(Sql.of(" Insert into t values (1) returning n")))
                    .getMessage();
            assertTrue(String.valueOf(message).startsWith("query() is for reads"), message);
            assertEquals(0, server.requests());
        }
    }

    @Test
    void twoColumnsOfOneNameAreRefused() throws IOException {
        String json = "{\"numberOfRecordsUpdated\":0,\"columnMetadata\":[{\"label\":\"n\"},{\"label\":\"n\"}],"
                + "\"records\":[[{\"longValue\":1},{\"longValue\":2}]]}";
        try (OneShotServer server = OneShotServer.answering(200, json);
                DataApi api = DataApi.local(server.endpoint())) {
            IllegalStateException refusal = assertThrows(
                    IllegalStateException.class, () -> new SqlClient(api).query(Sql.of("select 1 as n, 2 as n")));
            assertEquals("two columns are called 'n'; give one an alias: select 1 as n, 2 as n", refusal.getMessage());
        }
    }

    @Test
    void theAddressIsReadFromTheEnvironment() {
        assertEquals(
                "SEXTANT_DB_SECRET_ARN is '', expected an ARN (arn:aws…)",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> DatabaseAddress.fromEnvironment(
                                        Map.of("SEXTANT_DB_CLUSTER_ARN", "arn:aws:rds:x")))
                        .getMessage());
    }

    private static final class TwoTries implements Retry.Pace {
        private long nowMs;

        @Override
        public long nowMs() {
            return nowMs;
        }

        @Override
        public void waitMs(long ms) {
            nowMs += ms;
        }
    }
}
