package dev.sextant.reconciler;

import dev.sextant.platform.sql.DataApi;
import dev.sextant.platform.sql.DatabaseAddress;
import dev.sextant.platform.sql.SqlClient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rdsdata.RdsDataClient;
import software.amazon.awssdk.services.rdsdata.model.ColumnMetadata;
import software.amazon.awssdk.services.rdsdata.model.ExecuteStatementRequest;
import software.amazon.awssdk.services.rdsdata.model.ExecuteStatementResponse;
import software.amazon.awssdk.services.rdsdata.model.Field;
import software.amazon.awssdk.services.rdsdata.model.SqlParameter;

/** Answers one row to whatever it is asked; that the SQL is right is shown against the real one. */
final class AnsweringDatabase implements RdsDataClient {

    /** Function and parameters, as {@code portfolio.take_snapshot {account=paper-main, now=5}}. */
    final List<String> asked = new ArrayList<>();

    private final Map<String, Field> row = new LinkedHashMap<>();

    SqlClient client() {
        return new SqlClient(new DataApi(this, DatabaseAddress.LOCAL));
    }

    AnsweringDatabase answers(String column, @Nullable Object value) {
        row.put(
                column,
                switch (value) {
                    case null -> Field.fromIsNull(true);
                    case Boolean bool -> Field.fromBooleanValue(bool);
                    case Long number -> Field.fromLongValue(number);
                    default -> Field.fromStringValue(value.toString());
                });
        return this;
    }

    @Override
    public ExecuteStatementResponse executeStatement(ExecuteStatementRequest request) {
        String function = request.sql().replaceAll("(?s).*?((?:portfolio|market|ops)\\.(?!ts|ms)[a-z_]+)\\(.*", "$1");
        Map<String, String> parameters = new LinkedHashMap<>();
        for (SqlParameter parameter : request.parameters()) {
            Field value = parameter.value();
            parameters.put(
                    parameter.name(),
                    value.stringValue() == null ? String.valueOf(value.longValue()) : value.stringValue());
        }
        asked.add(function + " " + parameters);
        return ExecuteStatementResponse.builder()
                .columnMetadata(row.keySet().stream()
                        .map(name ->
                                ColumnMetadata.builder().name(name).label(name).build())
                        .toList())
                .records(List.of(List.copyOf(row.values())))
                .build();
    }

    @Override
    public String serviceName() {
        return "rds-data";
    }

    @Override
    public void close() {}
}
