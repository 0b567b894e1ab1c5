package dev.sextant.local.dataapi;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Connections to one database, kept between calls. Each is in UTC, in text form and under the statement time limit, and
 * acts as the role it is borrowed for. A connection that may carry traces of a statement is closed instead of kept.
 */
final class ConnectionPool implements AutoCloseable {

    /** Below the local server's 40, which keeps three for its superuser. */
    private static final int MAX_CONNECTIONS = 32;

    private static final long WAIT_SECONDS = 10;

    /** A server that says nothing for so long after a statement's time limit is gone. */
    private static final long SILENT_SECONDS = 8;

    private final String jdbcUrl;
    private final Limits limits;
    private final Semaphore permits = new Semaphore(MAX_CONNECTIONS, true);
    private final AtomicInteger open = new AtomicInteger();
    private final IdleSessions idle = new IdleSessions();
    private final Map<Connection, DatabaseRole> roles = Collections.synchronizedMap(new IdentityHashMap<>());

    ConnectionPool(String jdbcUrl, Limits limits) {
        this.jdbcUrl = jdbcUrl;
        this.limits = limits;
    }

    Connection borrow(DatabaseRole role) throws SQLException {
        Connection connection = takeIdle(role);
        try {
            if (connection == null) {
                connection = connect();
            }
            become(connection, role);
            return connection;
        } catch (SQLException e) {
            if (connection != null) {
                close(connection);
            }
            idle.gone(role);
            permits.release();
            throw e;
        }
    }

    private @Nullable Connection takeIdle(DatabaseRole role) throws SQLException {
        try {
            if (!permits.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new SQLException("FATAL: sorry, too many clients already", "53300");
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        try {
            Connection known = idle.take(role);
            return known == null && open.get() >= MAX_CONNECTIONS ? idle.takeAny() : known;
        } catch (InterruptedException e) {
            permits.release();
            throw interrupted(e);
        }
    }

    private static SQLException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new SQLException("FATAL: terminating connection", "57P01", e);
    }

    private void become(Connection connection, DatabaseRole role) throws SQLException {
        if (role.equals(roles.put(connection, role))) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(role.statement());
        } catch (SQLException e) {
            if (isCut(e)) {
                throw e;
            }
            throw new SQLException("FATAL: password authentication failed for " + role, "28P01", e);
        }
    }

    /** Whether the server is gone or has ended the session (classes 08 and 57 of PostgreSQL's SQLSTATEs). */
    private static boolean isCut(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return state.startsWith("08") || state.startsWith("57");
    }

    void giveBack(Connection connection) {
        if (!idle.giveBack(roleOf(connection), connection)) {
            close(connection);
        }
        permits.release();
    }

    void discard(Connection connection) {
        idle.gone(roleOf(connection));
        close(connection);
        permits.release();
    }

    private DatabaseRole roleOf(Connection connection) {
        return roles.getOrDefault(connection, DatabaseRole.OWNER);
    }

    private void close(Connection connection) {
        roles.remove(connection);
        open.decrementAndGet();
        try {
            connection.close();
        } catch (SQLException e) {
            // It is being thrown away; the server ends the session by itself.
        }
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("binaryTransfer", "false");
        properties.setProperty("maxResultBuffer", "8M");
        properties.setProperty("ApplicationName", "data-api");
        // Who asks from this process waits here, and a server that stands still ends no statement by itself.
        properties.setProperty("socketTimeout", String.valueOf(limits.statementMs() / 1_000 + SILENT_SECONDS));
        Connection connection = DriverManager.getConnection(jdbcUrl, properties);
        try (Statement statement = connection.createStatement()) {
            // The driver asks for this machine's time zone; the service's sessions are in UTC.
            statement.execute("set timezone to 'UTC'; set statement_timeout to " + limits.statementMs());
        }
        roles.put(connection, DatabaseRole.OWNER);
        open.incrementAndGet();
        return connection;
    }

    @Override
    public void close() {
        idle.close().forEach(this::close);
    }
}
