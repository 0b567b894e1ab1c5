package dev.sextant.local.dataapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.platform.sql.DatabaseAddress;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each role keeps the sessions that have planned what it asks. */
final class IdleSessionsTest {

    private final TestDatabase db = new TestDatabase(Limits.AWS, true);

    @AfterEach
    void close() {
        db.close();
    }

    private SqlClient as(String role) {
        return new SqlClient(db.api().to(DatabaseAddress.localAs(role)));
    }

    private static long session(SqlClient sql) {
        return sql.query(Sql.of("select pg_backend_pid() as x")).getFirst().longValue("x");
    }

    @Test
    void eachRoleMeetsItsOwnSessionAgain() {
        List.of("one", "two").forEach(role -> db.execute("create role sextant_" + role));
        try {
            eachMeetsItsOwn();
        } finally {
            List.of("one", "two").forEach(role -> db.execute("drop role sextant_" + role));
        }
    }

    private void eachMeetsItsOwn() {
        long one = session(as("one"));
        long two = session(as("two"));
        assertNotEquals(one, two);
        for (int round = 0; round < 5; round++) {
            assertEquals(List.of(one, two), List.of(session(as("one")), session(as("two"))));
        }
    }

    @Test
    void whoFindsTwoThatStayBusyGetsAThird() throws SQLException {
        try (ExecutorService callers = Executors.newFixedThreadPool(3);
                Connection holder = DriverManager.getConnection(db.jdbcUrl())) {
            count(holder, "select count(*) from (select pg_advisory_lock(7)) x");
            for (int caller = 0; caller < 3; caller++) {
                callers.execute(() -> db.execute("select pg_advisory_xact_lock_shared(7)::text"));
            }
            // Each question lets some time pass; the third waits 20 ms first.
            int asked = 0;
            while (count(holder, "select count(*) from pg_locks where locktype = 'advisory' and not granted") < 3) {
                assertTrue(++asked < 100_000, "the third never came to its statement");
            }
            count(holder, "select count(*) from (select pg_advisory_unlock(7)) x");
        }
    }

    private static long count(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
