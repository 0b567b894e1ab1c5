package dev.sextant.local.dataapi;

import dev.sextant.local.postgres.SharedPostgres;
import dev.sextant.platform.sql.DataApi;
import dev.sextant.platform.sql.DatabaseAddress;
import dev.sextant.platform.sql.SqlClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.rdsdata.RdsDataClient;
import software.amazon.awssdk.services.rdsdata.model.ExecuteStatementRequest;
import software.amazon.awssdk.services.rdsdata.model.ExecuteStatementResponse;
import software.amazon.awssdk.services.rdsdata.model.Field;
import software.amazon.awssdk.services.rdsdata.model.SqlParameter;

/** A database of its own with the endpoint in front of it and the real clients behind. */
final class TestDatabase implements AutoCloseable {

    private final SteppedClock clock = new SteppedClock();
    private final String jdbcUrl = SharedPostgres.newDatabase();
    private final DataApiServer server;
    private final DataApi api;

    TestDatabase() {
        this(Limits.AWS);
    }

    TestDatabase(Limits limits) {
        this(limits, false);
    }

    /** @param inProcess asks without a socket, as a desk asks its own endpoint */
    TestDatabase(Limits limits, boolean inProcess) {
        try {
            server = DataApiServer.start(jdbcUrl, DatabaseAddress.LOCAL.database(), clock, limits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        api = inProcess ? server.client() : DataApi.local(server.endpoint());
    }

    SteppedClock clock() {
        return clock;
    }

    DataApiServer server() {
        return server;
    }

    String jdbcUrl() {
        return jdbcUrl;
    }

    DataApi api() {
        return api;
    }

    RdsDataClient client() {
        return api.client();
    }

    SqlClient sql() {
        return new SqlClient(api);
    }

    ExecuteStatementResponse execute(String sql, SqlParameter... parameters) {
        return execute(
                request -> request.sql(sql).parameters(List.of(parameters)).includeResultMetadata(true));
    }

    ExecuteStatementResponse execute(Consumer<ExecuteStatementRequest.Builder> more) {
        return client().executeStatement(request -> {
            request.resourceArn(DatabaseAddress.LOCAL.clusterArn())
                    .secretArn(DatabaseAddress.LOCAL.secretArn())
                    .database(DatabaseAddress.LOCAL.database());
            more.accept(request);
        });
    }

    String begin() {
        return client().beginTransaction(request -> request.resourceArn(DatabaseAddress.LOCAL.clusterArn())
                        .secretArn(DatabaseAddress.LOCAL.secretArn())
                        .database(DatabaseAddress.LOCAL.database()))
                .transactionId();
    }

    ExecuteStatementResponse within(String transactionId, String sql) {
        return execute(request -> request.sql(sql).transactionId(transactionId));
    }

    void commit(String transactionId) {
        client().commitTransaction(request -> request.resourceArn(DatabaseAddress.LOCAL.clusterArn())
                .secretArn(DatabaseAddress.LOCAL.secretArn())
                .transactionId(transactionId));
    }

    void rollback(String transactionId) {
        client().rollbackTransaction(request -> request.resourceArn(DatabaseAddress.LOCAL.clusterArn())
                .secretArn(DatabaseAddress.LOCAL.secretArn())
                .transactionId(transactionId));
    }

    /** The first column of the first row. */
    Field one(String sql, SqlParameter... parameters) {
        return execute(sql, parameters).records().getFirst().getFirst();
    }

    static SqlParameter parameter(String name, Field value) {
        return SqlParameter.builder().name(name).value(value).build();
    }

    static SqlParameter parameter(String name, Field value, String hint) {
        return SqlParameter.builder().name(name).value(value).typeHint(hint).build();
    }

    /** What the call threw, as "type: message" without the service's trailer. */
    static String failure(Runnable call) {
        try {
            call.run();
        } catch (software.amazon.awssdk.services.rdsdata.model.RdsDataException e) {
            return e.awsErrorDetails().errorCode() + ": " + e.awsErrorDetails().errorMessage();
        }
        return "no failure";
    }

    static Map<String, String> environment(DataApiServer server) {
        return Map.of(
                "AWS_ENDPOINT_URL_RDS_DATA", server.endpoint().toString(),
                "AWS_REGION", "eu-central-1",
                "AWS_ACCESS_KEY_ID", "anyone",
                "AWS_SECRET_ACCESS_KEY", "anything",
                "SEXTANT_DB_CLUSTER_ARN", DatabaseAddress.LOCAL.clusterArn(),
                "SEXTANT_DB_SECRET_ARN", DatabaseAddress.LOCAL.secretArn(),
                "SEXTANT_DB_NAME", DatabaseAddress.LOCAL.database());
    }

    @Override
    public void close() {
        api.close();
        server.close();
    }
}
