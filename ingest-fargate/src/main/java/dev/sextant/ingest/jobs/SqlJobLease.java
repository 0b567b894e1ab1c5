package dev.sextant.ingest.jobs;

import dev.sextant.ingest.store.StoreException;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.platform.sql.SqlException;
import java.time.Duration;

/**
 * {@link JobLease} as a row of {@code ops.component_status}: who does the jobs is a status, and the row's time, the
 * database's own, is when it was last renewed. A job that runs for longer than the lease may be begun by another
 * container, which is harmless.
 */
public final class SqlJobLease implements JobLease {

    private static final String COMPONENT = "container-jobs";
    private static final Duration LENGTH = Duration.ofMinutes(15);

    private final SqlClient sql;
    private final String owner;

    /**
     * @param sql as the container's role
     * @param owner a name of this run alone
     */
    public SqlJobLease(SqlClient sql, String owner) {
        this.sql = sql;
        this.owner = owner;
    }

    @Override
    public boolean hold() throws StoreException {
        return changed(
                Sql.of("""
                        insert into ops.component_status as held (component, status)
                        values (:component, jsonb_build_object('holder', :owner::text))
                        on conflict (component) do update set status = excluded.status, as_of = clock_timestamp()
                        where held.status->>'holder' in (:owner, '')
                           or held.as_of < clock_timestamp() - :ms * interval '1 millisecond'""").with("component", COMPONENT).with("owner", owner).with("ms", LENGTH.toMillis()));
    }

    @Override
    public void leave() throws StoreException {
        changed(Sql.of("""
                        update ops.component_status set status = jsonb_build_object('holder', '')
                        where component = :component and status->>'holder' = :owner""").with("component", COMPONENT).with("owner", owner));
    }

    private boolean changed(Sql statement) throws StoreException {
        try {
            return sql.update(statement) == 1;
        } catch (SqlException e) {
            throw new StoreException("the database did not answer for the jobs' lease: " + e.getMessage(), e);
        }
    }
}
