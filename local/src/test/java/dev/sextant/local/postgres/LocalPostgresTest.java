package dev.sextant.local.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class LocalPostgresTest {

    @TempDir
    static Path template;

    @TempDir
    Path state;

    /** Creating a database takes most of a start, so it is done once and copied. */
    @BeforeAll
    static void createTemplate() throws SQLException {
        try (LocalPostgres postgres = LocalPostgres.start(template)) {
            assertEquals("on", select(postgres, "show fsync"));
            assertEquals("on", select(postgres, "show synchronous_commit"));
            assertEquals("64MB", select(postgres, "show shared_buffers"));
            assertEquals("40", select(postgres, "show max_connections"));
            assertEquals("off", select(postgres, "show jit"));
            assertEquals("127.0.0.1", select(postgres, "show listen_addresses"));
            assertEquals("UTF8", select(postgres, "show server_encoding"));
        }
    }

    @Test
    void rowsSurviveAStopAndAStart() throws Exception {
        copyTemplate();
        long pid;
        try (LocalPostgres postgres = LocalPostgres.start(state)) {
            pid = postgres.pid();
            assertTrue(ProcessHandle.of(pid).orElseThrow().isAlive());
            execute(postgres, "create table t (n int)");
            execute(postgres, "insert into t values (42)");
        }
        assertFalse(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false));
        try (LocalPostgres postgres = LocalPostgres.start(state)) {
            assertEquals("42", select(postgres, "select n from t"));
        }
    }

    @Test
    void committedRowsSurviveKillNineOfTheDesk() throws Exception {
        copyTemplate();
        long acknowledged;
        long orphan;
        try (ChildJvm desk = ChildJvm.start(CrashingDesk.class, Map.of(), state.toString())) {
            orphan = Long.parseLong(desk.await("pid "));
            desk.await("committed 200");
            List<String> rest = desk.kill();
            acknowledged = rest.isEmpty() ? 200 : Long.parseLong(rest.getLast().substring("committed ".length()));
        }
        assertTrue(ProcessHandle.of(orphan).orElseThrow().isAlive(), "the server outlives the killed desk");

        long startedNs = System.nanoTime();
        try (LocalPostgres postgres = LocalPostgres.start(state)) {
            long seconds = (System.nanoTime() - startedNs) / 1_000_000_000;
            assertTrue(seconds < 30, "restart after the crash took " + seconds + " s");
            assertFalse(ProcessHandle.of(orphan).map(ProcessHandle::isAlive).orElse(false));
            long count = Long.parseLong(select(postgres, "select count(*) from committed"));
            assertTrue(count >= acknowledged, count + " rows, " + acknowledged + " were acknowledged");
            assertEquals(Long.toString(count), select(postgres, "select max(n) from committed"));
        }
    }

    @Test
    void aSecondDeskOnTheSameFolderIsRefused() throws IOException {
        copyTemplate();
        try (LocalPostgres _ = LocalPostgres.start(state)) {
            PostgresException refusal = assertThrows(PostgresException.class, () -> LocalPostgres.start(state));
            assertEquals(
                    "another desk (process " + ProcessHandle.current().pid() + ") uses " + state
                            + ": stop it or choose another state folder",
                    refusal.getMessage());
        }
    }

    @Test
    void damagedFilesAreNamedWithTheWayOut() throws IOException {
        copyTemplate();
        Files.write(state.resolve("postgres/global/pg_control"), new byte[8192]);

        PostgresException failure = assertThrows(PostgresException.class, () -> LocalPostgres.start(state));
        String data = state.resolve("postgres").toString();
        String message = String.valueOf(failure.getMessage());
        assertTrue(message.startsWith("cannot start the database in " + data + " ("), message);
        assertTrue(message.endsWith("): remove " + data + " or start with --fresh"), message);
        assertEquals(1, message.lines().count());

        LocalPostgres.remove(state);
        assertFalse(Files.exists(state.resolve("postgres")));
    }

    @Test
    void aTakenPortIsLeftForAFreeOne() throws Exception {
        copyTemplate();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Iterator<Integer> ports =
                    List.of(taken.getLocalPort(), ServerStart.freePort()).iterator();
            try (LocalPostgres postgres = LocalPostgres.start(state, ports::next)) {
                assertEquals("1", select(postgres, "select 1"));
                assertNotEquals(taken.getLocalPort(), postgres.port());
            }
        }
    }

    @Test
    void onlyTheServersOwnComplaintAboutItsFilesAdvisesToRemoveThem() throws IOException {
        PostgresFiles files = PostgresFiles.in(state);
        Files.createFile(files.complete());
        Files.writeString(files.log(), "2026-01-15 UTC [7] FATAL:  the database system is starting up\n");
        assertEquals(
                "the database in " + files.data() + " did not start: gave up after 30000 ms; see " + files.log(),
                files.cannotStart(new IOException("gave up after 30000 ms\nand more"))
                        .getMessage());
        Files.writeString(files.log(), "2026-01-15 UTC [7] FATAL:  could not create any TCP/IP sockets\n");
        assertEquals(
                "the database found no free port on 127.0.0.1: try again",
                files.cannotStart(new IOException("ended")).getMessage());
        Files.writeString(files.log(), "2026-01-15 UTC [7] PANIC:  could not locate a valid checkpoint record\n");
        assertEquals(
                "cannot start the database in " + files.data()
                        + " (could not locate a valid checkpoint record): remove " + files.data()
                        + " or start with --fresh",
                files.cannotStart(new IOException("ended")).getMessage());
    }

    @Test
    void aPidFileWhosePidBelongsToAnotherProgramIsCleared() throws Exception {
        copyTemplate();
        Process other = new ProcessBuilder("cat").start();
        try {
            Files.writeString(
                    state.resolve("postgres/postmaster.pid"), other.pid() + "\n" + state + "\n0\n1\n\n127.0.0.1\n");
            LocalPostgres.start(state).close();
            assertTrue(other.isAlive(), "a stranger's process is left alone");
        } finally {
            other.destroy();
        }
    }

    @Test
    void anInitialisationThatWasCutShortIsDoneAgain() throws IOException {
        Files.createDirectories(state.resolve("postgres/base"));
        Files.writeString(state.resolve("postgres/PG_VERSION"), "17\n");
        LocalPostgres.start(state).close();
    }

    private void copyTemplate() throws IOException {
        try (Stream<Path> tree = Files.walk(template)) {
            for (Path file : tree.skip(1).toList()) {
                Files.copy(file, state.resolve(template.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static void execute(LocalPostgres postgres, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(postgres.jdbcUrl())) {
            connection.createStatement().execute(sql);
        }
    }

    private static String select(LocalPostgres postgres, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(postgres.jdbcUrl());
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
