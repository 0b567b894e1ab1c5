package dev.sextant.local.dataapi;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Properties;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Connections to one database, kept between calls. Each is in UTC, in text form and under the statement time limit. A
 * connection that may carry traces of a statement is closed instead of kept.
 */
final class ConnectionPool implements AutoCloseable {

    /** Below the local server's 40, which keeps three for its superuser. */
    private static final int MAX_CONNECTIONS = 32;

    private final String jdbcUrl;
    private final Limits limits;
    private final Semaphore permits = new Semaphore(MAX_CONNECTIONS, true);
    private final Deque<Connection> idle = new ArrayDeque<>();
    private boolean closed;

    ConnectionPool(String jdbcUrl, Limits limits) {
        this.jdbcUrl = jdbcUrl;
        this.limits = limits;
    }

    Connection borrow() throws SQLException {
        permits.acquireUninterruptibly();
        try {
            Connection kept = takeIdle();
            return kept == null ? connect() : kept;
        } catch (SQLException e) {
            permits.release();
            throw e;
        }
    }

    private synchronized @Nullable Connection takeIdle() {
        return idle.pollFirst();
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
        try {
            connection.close();
        } catch (SQLException e) {
            // It is being thrown away; the server ends the session by itself.
        } finally {
            permits.release();
        }
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("binaryTransfer", "false");
        properties.setProperty("maxResultBuffer", "8M");
        properties.setProperty("ApplicationName", "data-api");
        properties.setProperty("tcpNoDelay", "true");
        Connection connection = DriverManager.getConnection(jdbcUrl, properties);
        try (Statement statement = connection.createStatement()) {
            // The driver asks for this machine's time zone; the service's sessions are in UTC.
            statement.execute("set timezone to 'UTC'; set statement_timeout to " + limits.statementMs());
        }
        return connection;
    }

    @Override
    public synchronized void close() {
        closed = true;
        while (!idle.isEmpty()) {
            Connection connection = idle.removeFirst();
            try {
                connection.close();
            } catch (SQLException e) {
                // It is being thrown away; the server ends the session by itself.
            }
        }
    }
}
