package dev.sextant.local.dataapi;

/** The operations of the API and their paths. {@code ExecuteSql} is gone from the service and absent here. */
public enum Operation {
    EXECUTE("/Execute"),
    BATCH_EXECUTE("/BatchExecute"),
    BEGIN_TRANSACTION("/BeginTransaction"),
    COMMIT_TRANSACTION("/CommitTransaction"),
    ROLLBACK_TRANSACTION("/RollbackTransaction");

    private final String path;

    Operation(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }
}
