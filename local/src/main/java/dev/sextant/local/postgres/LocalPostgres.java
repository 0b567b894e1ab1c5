package dev.sextant.local.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;

/**
 * A PostgreSQL server that belongs to a state folder: the data in {@code postgres/} persists between starts and survives
 * the death of this process, the server's log is {@code postgres.log}. It listens on loopback only, on a free port, and
 * trusts whoever can reach it. Closing it stops the server; a server orphaned by a killed desk is stopped by the next
 * start.
 */
public final class LocalPostgres implements AutoCloseable {

    /** The name of the desk's database and of the superuser. */
    private static final String DATABASE = "sextant";

    private static final String SUPERUSER = "postgres";

    private final DirectoryLock lock;
    private final EmbeddedPostgres server;
    private final long pid;

    private LocalPostgres(DirectoryLock lock, EmbeddedPostgres server, long pid) {
        this.lock = lock;
        this.server = server;
        this.pid = pid;
    }

    /**
     * Starts the server, creating its files the first time.
     *
     * @throws PostgresException in one line: another desk uses the folder, the files are damaged, or the system won't
     */
    public static LocalPostgres start(Path stateDirectory) {
        return start(stateDirectory, ServerStart::freePort);
    }

    static LocalPostgres start(Path stateDirectory, ServerStart.PortSource ports) {
        PostgresFiles files = PostgresFiles.in(stateDirectory);
        DirectoryLock lock = files.lock();
        try {
            files.prepare();
            EmbeddedPostgres server = new ServerStart(files, ports).run();
            createDatabase(server);
            files.markComplete();
            return new LocalPostgres(lock, server, Postmaster.pid(files.data()).orElseThrow());
        } catch (PostgresException e) {
            closeQuietly(lock, e);
            throw e;
        } catch (IOException | SQLException e) {
            closeQuietly(lock, e);
            throw files.cannotStart(e);
        }
    }

    /** Removes the folder's database for good, stopping an orphan first: what {@code --fresh} does. */
    public static void remove(Path stateDirectory) {
        PostgresFiles files = PostgresFiles.in(stateDirectory);
        try (DirectoryLock _ = files.lock()) {
            files.removeData();
        } catch (IOException e) {
            throw new PostgresException("cannot remove " + files.data() + ": " + e.getMessage(), e);
        }
    }

    /** The desk's database for JDBC, with the superuser's name in it. */
    public String jdbcUrl() {
        return jdbcUrl(DATABASE);
    }

    /** Another database of the same server. */
    public String jdbcUrl(String database) {
        return server.getJdbcUrl(SUPERUSER, database);
    }

    /** The server's process id. */
    public long pid() {
        return pid;
    }

    /** Completes when the server's process has ended, wanted or not. */
    public CompletableFuture<Void> onExit() {
        return ProcessHandle.of(pid)
                .map(process -> process.onExit().<Void>thenApply(_ -> null))
                .orElse(CompletableFuture.completedFuture(null));
    }

    /** The server's port on 127.0.0.1. */
    public int port() {
        return server.getPort();
    }

    private static void createDatabase(EmbeddedPostgres server) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.getJdbcUrl(SUPERUSER, SUPERUSER));
                Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
            if (!found.next()) {
                statement.execute("create database " + DATABASE);
            }
        }
    }

    private static void closeQuietly(DirectoryLock lock, Exception cause) {
        try {
            lock.close();
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    /** Stops the server in an orderly way, which writes everything out; the next start is then quick. */
    @Override
    public void close() {
        try (lock) {
            server.close();
            if (!Postmaster.awaitEnd(pid)) {
                throw new PostgresException(
                        "the database (process " + pid + ") is still stopping; the next start waits for it", null);
            }
        } catch (IOException e) {
            throw new PostgresException("the database did not stop cleanly: " + e.getMessage(), e);
        }
    }
}
