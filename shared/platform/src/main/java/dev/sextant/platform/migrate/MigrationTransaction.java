package dev.sextant.platform.migrate;

import dev.sextant.platform.sql.DataApi;
import dev.sextant.platform.sql.DatabaseAddress;
import dev.sextant.platform.sql.Effect;
import dev.sextant.platform.sql.FailureSorter;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.platform.sql.SqlException;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/** One Data API transaction: begin, work, commit; a failure of the work rolls back. */
final class MigrationTransaction {

    /** What runs inside. */
    @FunctionalInterface
    interface Work {
        int apply(SqlClient sql);
    }

    private MigrationTransaction() {}

    static int run(DataApi api, Work work) {
        String id = begin(api);
        try {
            int result = work.apply(new SqlClient(api).inTransaction(id));
            commit(api, id);
            return result;
        } catch (RuntimeException failure) { // whatever it is: it is thrown on, after the rollback
            // Also after a commit without an answer: one that never arrived would hold the lock for minutes.
            rollback(api, id, failure);
            throw failure;
        }
    }

    private static String begin(DataApi api) {
        DatabaseAddress at = api.address();
        return sorted(
                "begin",
                () -> api.client()
                        .beginTransaction(request -> request.resourceArn(at.clusterArn())
                                .secretArn(at.secretArn())
                                .database(at.database()))
                        .transactionId());
    }

    private static void commit(DataApi api, String id) {
        DatabaseAddress at = api.address();
        sorted(
                "commit",
                () -> api.client()
                        .commitTransaction(request -> request.resourceArn(at.clusterArn())
                                .secretArn(at.secretArn())
                                .transactionId(id)));
    }

    private static void rollback(DataApi api, String id, RuntimeException failure) {
        DatabaseAddress at = api.address();
        try {
            sorted(
                    "rollback",
                    () -> api.client()
                            .rollbackTransaction(request -> request.resourceArn(at.clusterArn())
                                    .secretArn(at.secretArn())
                                    .transactionId(id)));
        } catch (SqlException e) {
            // The service ends a transaction by itself after an error or three idle minutes.
            failure.addSuppressed(e);
        }
    }

    private static <T> T sorted(String what, Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            throw FailureSorter.sort(e, Effect.SOME, what);
        }
    }
}
