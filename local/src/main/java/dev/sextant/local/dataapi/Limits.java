package dev.sextant.local.dataapi;

/**
 * The service's limits. Source: Aurora user guide, "Amazon RDS Data API: limitations" and the service's model.
 *
 * @param requestBytes the whole request, headers included
 * @param sqlChars one statement's text
 * @param resultBytes one result, as the database sends it
 * @param rowBytes one row of it
 * @param statementMs one statement's time
 * @param transactionIdleMs a transaction without a call is rolled back after this
 * @param transactionMaxMs a transaction is rolled back after this in any case
 */
public record Limits(
        int requestBytes,
        int sqlChars,
        int resultBytes,
        int rowBytes,
        long statementMs,
        long transactionIdleMs,
        long transactionMaxMs) {

    /** What AWS documents. */
    public static final Limits AWS =
            new Limits(4 << 20, 65_536, 1 << 20, 64 << 10, 45_000, 3 * 60_000L, 24 * 3_600_000L);

    /** The same with another time for statements; a test can't wait 45 s. */
    public Limits withStatementMs(long ms) {
        return new Limits(requestBytes, sqlChars, resultBytes, rowBytes, ms, transactionIdleMs, transactionMaxMs);
    }
}
