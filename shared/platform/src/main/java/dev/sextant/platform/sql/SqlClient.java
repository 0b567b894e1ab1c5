package dev.sextant.platform.sql;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.rdsdata.model.ExecuteStatementRequest;
import software.amazon.awssdk.services.rdsdata.model.ExecuteStatementResponse;

/**
 * Runs single statements through the Data API; safe for use by many threads. A read ({@link #query}) is tried again for
 * up to 30 s whatever happened to it. A statement with an effect ({@link #call}, {@link #update}) is tried again only
 * when it is certain that it never ran because Aurora is waking up; on a send path use {@link #withoutRetry}.
 *
 * <p>All methods throw a {@link SqlException}: {@link SqlRejectedException}, {@link SqlUnknownException} or
 * {@link SqlUnavailableException}. Limits of the service that callers must stay below: a result of 1 MiB, a row of
 * 64 KB, a request of 4 MiB, a text of 65,536 characters, 45 s.
 */
public final class SqlClient {

    private static final Set<String> EFFECT_WORDS =
            Set.of("insert", "update", "delete", "merge", "create", "alter", "drop", "truncate", "call", "do", "grant");

    private final DataApi api;
    private final Retry retry;
    private final @Nullable String transactionId;

    /** A client that waits in real time between tries. */
    public SqlClient(DataApi api) {
        this(api, Retry.upTo30Seconds(), null);
    }

    SqlClient(DataApi api, Retry retry, @Nullable String transactionId) {
        this.api = api;
        this.retry = retry;
        this.transactionId = transactionId;
    }

    /** The same client without any second try: for the path of an order, which fails closed at once. */
    public SqlClient withoutRetry() {
        return new SqlClient(api, Retry.NONE, transactionId);
    }

    /** The same client inside an open Data API transaction, without retries. For migrations only. */
    public SqlClient inTransaction(String id) {
        return new SqlClient(api, Retry.NONE, id);
    }

    /**
     * Reads rows. The statement must have no effect, for it may run more than once: functions with effects and
     * {@code … returning} belong into {@link #call}.
     *
     * @throws IllegalArgumentException when the statement plainly has an effect, or a parameter is missing
     */
    public List<Row> query(Sql sql) {
        requireRead(sql);
        return retry.run(Effect.NONE, () -> rows(sql, Effect.NONE));
    }

    /**
     * Reads at most one row.
     *
     * @throws IllegalStateException when there are more
     */
    public Optional<Row> queryOne(Sql sql) {
        List<Row> rows = query(sql);
        if (rows.size() > 1) {
            throw new IllegalStateException("expected at most one row, got " + rows.size() + ": " + sql.shortText());
        }
        return rows.stream().findFirst();
    }

    /** Runs a statement with an effect that returns rows: a function of the desk, or {@code … returning}. */
    public List<Row> call(Sql sql) {
        return retry.run(Effect.SOME, () -> rows(sql, Effect.SOME));
    }

    /**
     * Runs a statement with an effect that returns exactly one row, as the functions of the desk do.
     *
     * @throws IllegalStateException when it returned none or several
     */
    public Row callOne(Sql sql) {
        List<Row> rows = call(sql);
        if (rows.size() != 1) {
            throw new IllegalStateException("expected one row, got " + rows.size() + ": " + sql.shortText());
        }
        return rows.getFirst();
    }

    /** Runs a statement with an effect and returns how many rows it changed. */
    public long update(Sql sql) {
        return retry.run(Effect.SOME, () -> {
            Long changed = send(sql, Effect.SOME, false).numberOfRecordsUpdated();
            return changed == null ? 0L : changed;
        });
    }

    private List<Row> rows(Sql sql, Effect effect) {
        return Rows.of(send(sql, effect, true), sql);
    }

    private ExecuteStatementResponse send(Sql sql, Effect effect, boolean metadata) {
        ExecuteStatementRequest request = ExecuteStatementRequest.builder()
                .resourceArn(api.address().clusterArn())
                .secretArn(api.address().secretArn())
                .database(api.address().database())
                .sql(sql.text())
                .parameters(sql.parameters())
                .includeResultMetadata(metadata)
                .transactionId(transactionId)
                .build();
        try {
            return api.client().executeStatement(request);
        } catch (SdkException e) {
            throw FailureSorter.sort(e, effect, sql.shortText());
        }
    }

    private static void requireRead(Sql sql) {
        String text = sql.text().strip();
        int end = 0;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        String first = text.substring(0, end).toLowerCase(Locale.ROOT);
        if (EFFECT_WORDS.contains(first)) {
            throw new IllegalArgumentException(
                    "query() is for reads, this is a statement with an effect (use call or update): "
                            + sql.shortText());
        }
    }
}
