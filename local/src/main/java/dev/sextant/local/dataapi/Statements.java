package dev.sextant.local.dataapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Runs the statement of a request on a connection and writes the answer. */
final class Statements {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Limits limits;

    Statements(Limits limits) {
        this.limits = limits;
    }

    ObjectNode execute(Connection connection, NamedSql sql, Request request) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.jdbc())) {
            request.parameters().bind(statement, sql.names());
            boolean returnsRows = statement.execute();
            if (!returnsRows) {
                ObjectNode answer =
                        JSON.objectNode().put("numberOfRecordsUpdated", Math.max(0, statement.getLargeUpdateCount()));
                answer.putArray("generatedFields");
                return answer;
            }
            try (ResultSet rows = statement.getResultSet()) {
                return rows(rows, request);
            }
        }
    }

    private ObjectNode rows(ResultSet rows, Request request) throws SQLException {
        ResultJson result = new ResultJson(rows, request.returnTypes(), limits);
        ObjectNode answer = JSON.objectNode().put("numberOfRecordsUpdated", 0);
        if (request.asJson()) {
            return answer.put("formattedRecords", result.formattedRecords());
        }
        if (request.bool("includeResultMetadata")) {
            answer.set("columnMetadata", result.columnMetadata());
        }
        return answer.set("records", result.records());
    }

    /** Runs the statement once per set; the caller sees to it that all happen or none. */
    ObjectNode batch(Connection connection, NamedSql sql, Request request) throws SQLException {
        List<Parameters> sets = request.parameterSets();
        ObjectNode answer = JSON.objectNode();
        ArrayNode results = answer.putArray("updateResults");
        try (PreparedStatement statement = connection.prepareStatement(sql.jdbc())) {
            for (Parameters set : sets) {
                set.bind(statement, sql.names());
                statement.execute();
                results.addObject().putArray("generatedFields");
            }
        }
        return answer;
    }
}
