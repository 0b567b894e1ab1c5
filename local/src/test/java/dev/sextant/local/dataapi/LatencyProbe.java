package dev.sextant.local.dataapi;

import dev.sextant.platform.sql.DatabaseAddress;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.rdsdata.RdsDataClient;

/**
 * Prints the latency of one-row calls on this machine: bare JDBC, the SQL client (CRT), the SDK over URLConnection. One
 * caller at a time, after warm-up; not included: TLS, the network and Aurora. Not a test: run the main method.
 */
final class LatencyProbe {

    private static final int WARM_UP = 5_000;
    private static final int CALLS = 10_000;

    private LatencyProbe() {}

    /** One call. */
    @FunctionalInterface
    interface Call {
        void run() throws SQLException;
    }

    public static void main(String[] args) throws Exception {
        try (TestDatabase db = new TestDatabase();
                Connection jdbc = DriverManager.getConnection(db.jdbcUrl());
                RdsDataClient url = RdsDataClient.builder()
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .endpointOverride(db.server().endpoint())
                        .region(Region.US_EAST_1)
                        .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "b")))
                        .build()) {
            db.execute("create table state (id bigint primary key, n bigint not null)");
            db.execute("insert into state values (1, 0)");
            SqlClient sql = db.sql();
            try (PreparedStatement statement = jdbc.prepareStatement("select n from state where id = ?")) {
                measure("JDBC read", () -> {
                    statement.setLong(1, 1);
                    statement.executeQuery().close();
                });
            }
            measure(
                    "SqlClient read (CRT)",
                    () -> sql.query(Sql.of("select n from state where id = :id").with("id", 1)));
            measure(
                    "SqlClient update (CRT, fsync)",
                    () -> sql.update(
                            Sql.of("update state set n = n + 1 where id = :id").with("id", 1)));
            measure(
                    "SDK read (URLConnection)",
                    () -> url.executeStatement(request -> request.resourceArn(DatabaseAddress.LOCAL.clusterArn())
                            .secretArn(DatabaseAddress.LOCAL.secretArn())
                            .sql("select n from state where id = 1")
                            .includeResultMetadata(true)));
        }
    }

    private static void measure(String what, Call call) throws SQLException {
        for (int i = 0; i < WARM_UP; i++) {
            call.run();
        }
        long[] ns = new long[CALLS];
        for (int i = 0; i < CALLS; i++) {
            long start = System.nanoTime();
            call.run();
            ns[i] = System.nanoTime() - start;
        }
        Arrays.sort(ns);
        System.out.printf(
                Locale.ROOT, "%-32s p50 %.2f ms  p99 %.2f ms%n", what, ns[CALLS / 2] / 1e6, ns[CALLS * 99 / 100] / 1e6);
    }
}
