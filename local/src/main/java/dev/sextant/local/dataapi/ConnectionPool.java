package dev.sextant.local.dataapi;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Properties;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Connections to one database, kept between calls. Each is in UTC, in text form and under the statement time limit, and
 * acts as the role it is borrowed for. A connection that may carry traces of a statement is closed instead of kept.
 */
final class ConnectionPool implements AutoCloseable {

    /** Below the local server's 40, which keeps three for its superuser. */
    private static final int MAX_CONNECTIONS = 32;

    private static final long WAIT_SECONDS = 10;

    private final String jdbcUrl;
    private final Limits limits;
    private final Semaphore permits = new Semaphore(MAX_CONNECTIONS, true);
    private final Deque<Connection> idle = new ArrayDeque<>();
    private final IdentityHashMap<Connection, DatabaseRole> roles = new IdentityHashMap<>();
    private boolean closed;

    ConnectionPool(String jdbcUrl, Limits limits) {
        this.jdbcUrl = jdbcUrl;
        this.limits = limits;
    }

    Connection borrow(DatabaseRole role) throws SQLException {
        awaitPermit();
        Connection connection = takeIdle();
        try {
            if (connection == null) {
                connection = connect();
            }
            become(connection, role);
            return connection;
        } catch (SQLException e) {
            closeQuietly(connection);
            permits.release();
            throw e;
        }
    }

    private void awaitPermit() throws SQLException {
        try {
            if (!permits.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new SQLException("FATAL: sorry, too many clients already", "53300");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("FATAL: terminating connection", "57P01", e);
        }
    }

    private synchronized @Nullable Connection takeIdle() {
        return idle.pollFirst();
    }

    private void become(Connection connection, DatabaseRole role) throws SQLException {
        synchronized (this) {
            if (role.equals(roles.put(connection, role))) {
                return;
            }
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
        synchronized (this) {
            if (!closed) {
                idle.addFirst(connection);
                permits.release();
                return;
            }
        }
        discard(connection);
    }

    void discard(Connection connection) {
        closeQuietly(connection);
        permits.release();
    }

    private void closeQuietly(@Nullable Connection connection) {
        if (connection == null) {
            return;
        }
        synchronized (this) {
            roles.remove(connection);
        }
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
        Connection connection = DriverManager.getConnection(jdbcUrl, properties);
        try (Statement statement = connection.createStatement()) {
            // The driver asks for this machine's time zone; the service's sessions are in UTC.
            statement.execute("set timezone to 'UTC'; set statement_timeout to " + limits.statementMs());
        }
        synchronized (this) {
            roles.put(connection, DatabaseRole.OWNER);
        }
        return connection;
    }

    @Override
    public void close() {
        Deque<Connection> rest;
        synchronized (this) {
            closed = true;
            rest = new ArrayDeque<>(idle);
            idle.clear();
        }
        rest.forEach(this::closeQuietly);
    }
}
