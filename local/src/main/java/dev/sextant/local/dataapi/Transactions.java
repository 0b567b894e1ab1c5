package dev.sextant.local.dataapi;

import dev.sextant.domain.time.EpochClock;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Open transactions by id. One is rolled back after three minutes without a call, after 24 hours in any case, and after
 * the first error inside it; a second call while one is running is refused.
 */
final class Transactions {

    private static final String EXPIRED = "Transaction may be expired.";
    private static final String ENDED = "One previous call resulted in a termination of your transaction.";
    private static final String ABORTED = "Transaction has been aborted due to an error from a previous call.";
    private static final int REMEMBERED = 256;

    private final ConnectionPool pool;
    private final EpochClock clock;
    private final Limits limits;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Open> open = new LinkedHashMap<>();
    private final Map<String, String> ended = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > REMEMBERED;
        }
    };

    Transactions(ConnectionPool pool, EpochClock clock, Limits limits) {
        this.pool = pool;
        this.clock = clock;
        this.limits = limits;
    }

    /** What runs on a transaction's connection. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    String begin(DatabaseRole role) throws SQLException {
        Connection connection = pool.borrow(role);
        try {
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            pool.discard(connection);
            throw e;
        }
        byte[] bytes = new byte[48];
        random.nextBytes(bytes);
        String id = Base64.getEncoder().encodeToString(bytes);
        synchronized (this) {
            open.put(id, new Open(connection, clock.nowMs()));
        }
        return id;
    }

    /** Runs work inside; whatever it throws ends the transaction. */
    <T> T run(String id, Work<T> work) throws SQLException {
        Open transaction = enter(id);
        boolean done = false;
        try {
            T result = work.on(transaction.connection);
            done = true;
            return result;
        } finally {
            if (done) {
                leave(transaction);
            } else {
                rollBack(remove(id, ABORTED));
            }
        }
    }

    void commit(String id) throws SQLException {
        enter(id);
        Open transaction = remove(id, ENDED);
        try {
            transaction.connection.commit();
        } catch (SQLException e) {
            rollBack(transaction);
            throw e;
        }
        // Not kept: settings made inside may outlive the transaction.
        pool.discard(transaction.connection);
    }

    void rollback(String id) {
        enter(id);
        rollBack(remove(id, ENDED));
    }

    /** Rolls back what has been idle or open for too long. */
    void sweep() {
        long nowMs = clock.nowMs();
        Map<String, Open> expired = new LinkedHashMap<>();
        synchronized (this) {
            open.forEach((id, transaction) -> {
                boolean idle = nowMs - transaction.lastUsedMs > limits.transactionIdleMs();
                boolean old = nowMs - transaction.startedMs > limits.transactionMaxMs();
                if (!transaction.busy && (idle || old)) {
                    expired.put(id, transaction);
                }
            });
            expired.keySet().forEach(id -> remove(id, EXPIRED));
        }
        expired.values().forEach(this::rollBack);
    }

    void rollBackAll() {
        Map<String, Open> all;
        synchronized (this) {
            all = new LinkedHashMap<>(open);
            open.clear();
        }
        all.values().forEach(this::rollBack);
    }

    private Open enter(String id) {
        sweep();
        synchronized (this) {
            Open transaction = open.get(id);
            if (transaction == null) {
                throw ApiError.transactionNotFound(id, ended.getOrDefault(id, EXPIRED));
            }
            if (transaction.busy) {
                throw ApiError.stillRunning();
            }
            transaction.busy = true;
            return transaction;
        }
    }

    private synchronized void leave(Open transaction) {
        transaction.busy = false;
        transaction.lastUsedMs = clock.nowMs();
    }

    private synchronized Open remove(String id, String cause) {
        ended.put(id, cause);
        return Objects.requireNonNull(open.remove(id));
    }

    private void rollBack(Open transaction) {
        // Closing the session rolls back, whatever state it is in.
        pool.discard(transaction.connection);
    }

    private static final class Open {
        private final Connection connection;
        private final long startedMs;
        private long lastUsedMs;
        private boolean busy;

        private Open(Connection connection, long nowMs) {
            this.connection = connection;
            this.startedMs = nowMs;
            this.lastUsedMs = nowMs;
        }
    }
}
