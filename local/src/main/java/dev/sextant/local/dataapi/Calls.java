package dev.sextant.local.dataapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.domain.time.EpochClock;
import java.sql.Connection;
import java.sql.SQLException;

/** The five operations: finds the connection a request belongs to and runs it there. */
final class Calls implements AutoCloseable {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final String database;
    private final Limits limits;
    private final ConnectionPool pool;
    private final Transactions transactions;
    private final Statements statements;
    private final StatementCache cache = new StatementCache();

    Calls(String jdbcUrl, String database, EpochClock clock, Limits limits) {
        this.database = database;
        this.limits = limits;
        this.pool = new ConnectionPool(jdbcUrl, limits);
        this.transactions = new Transactions(pool, clock, limits);
        this.statements = new Statements(limits);
    }

    ObjectNode answer(Operation operation, Request request) throws SQLException {
        request.validate(limits);
        checkDatabase(request);
        return switch (operation) {
            case EXECUTE -> execute(request);
            case BATCH_EXECUTE -> batch(request);
            case BEGIN_TRANSACTION -> JSON.objectNode().put("transactionId", transactions.begin(role(request)));
            case COMMIT_TRANSACTION -> commit(request.requiredText("transactionId"));
            case ROLLBACK_TRANSACTION -> rollback(request.requiredText("transactionId"));
        };
    }

    private ObjectNode execute(Request request) throws SQLException {
        NamedSql sql = statement(request);
        String transactionId = request.optionalText("transactionId");
        if (transactionId != null) {
            return transactions.run(transactionId, connection -> statements.execute(connection, sql, request));
        }
        return onFreshSession(role(request), sql, connection -> statements.execute(connection, sql, request));
    }

    private ObjectNode batch(Request request) throws SQLException {
        NamedSql sql = statement(request);
        String transactionId = request.optionalText("transactionId");
        if (transactionId != null) {
            return transactions.run(transactionId, connection -> statements.batch(connection, sql, request));
        }
        String own = transactions.begin(role(request));
        ObjectNode answer = transactions.run(own, connection -> statements.batch(connection, sql, request));
        transactions.commit(own);
        return answer;
    }

    private ObjectNode commit(String transactionId) throws SQLException {
        transactions.commit(transactionId);
        return JSON.objectNode().put("transactionStatus", "Transaction Committed");
    }

    private ObjectNode rollback(String transactionId) {
        transactions.rollback(transactionId);
        return JSON.objectNode().put("transactionStatus", "Rollback Complete");
    }

    private static DatabaseRole role(Request request) {
        return DatabaseRole.of(request.requiredText("secretArn"));
    }

    private NamedSql statement(Request request) {
        NamedSql sql = cache.get(request.requiredText("sql"));
        if (!sql.single()) {
            throw ApiError.validation("Multistatements aren't supported.");
        }
        return sql;
    }

    private ObjectNode onFreshSession(DatabaseRole role, NamedSql sql, Transactions.Work<ObjectNode> work)
            throws SQLException {
        Connection connection = pool.borrow(role);
        try {
            return work.on(connection);
        } finally {
            if (sql.leavesTraces() || connection.isClosed()) {
                pool.discard(connection);
            } else {
                pool.giveBack(connection);
            }
        }
    }

    private void checkDatabase(Request request) throws SQLException {
        String wanted = request.optionalText("database");
        if (wanted != null && !wanted.equals(database)) {
            throw new SQLException("FATAL: database \"" + wanted + "\" does not exist", "3D000");
        }
    }

    /** Rolls back transactions whose time is over. */
    void sweep() {
        transactions.sweep();
    }

    @Override
    public void close() {
        transactions.rollBackAll();
        pool.close();
    }
}
