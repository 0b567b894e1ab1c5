package dev.sextant.platform.sql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.rdsdata.model.ColumnMetadata;
import software.amazon.awssdk.services.rdsdata.model.ExecuteStatementResponse;

/** Turns an answer with metadata into rows that share one index of column names. */
final class Rows {

    private Rows() {}

    static List<Row> of(ExecuteStatementResponse response, Sql sql) {
        if (!response.hasRecords()) {
            return List.of();
        }
        Map<String, Integer> indexByName = new LinkedHashMap<>();
        for (ColumnMetadata column : response.columnMetadata()) {
            if (indexByName.put(column.label(), indexByName.size()) != null) {
                throw new IllegalStateException(
                        "two columns are called '" + column.label() + "'; give one an alias: " + sql.shortText());
            }
        }
        return response.records().stream()
                .map(fields -> new Row(indexByName, fields))
                .toList();
    }
}
