package dev.sextant.platform.migrate;

import dev.sextant.platform.migrate.SchemaHistory.Applied;
import dev.sextant.platform.sql.DataApi;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.platform.sql.SqlException;
import dev.sextant.platform.sql.SqlRejectedException;
import dev.sextant.platform.sql.SqlUnavailableException;
import dev.sextant.platform.sql.SqlUnknownException;
import java.time.Duration;
import java.util.List;

/**
 * Brings the schema up to date before anything else starts. Called by the deployment's migration step and by the local
 * desk. Each numbered file runs in one transaction together with its row in {@code ops.schema_migrations}: it is applied
 * whole or not at all, whatever dies. An advisory lock lets one starter work while others wait. Running it again changes
 * nothing.
 *
 * <p>It refuses, with one clear line: a file changed after it was applied, a gap in the numbers, a database newer than
 * the files, a statement that fails.
 */
public final class Migrator {

    /** The advisory lock's key: any number that nothing else in the database uses. */
    private static final long LOCK_KEY = 7_350_912_468L;

    private static final long LOCK_POLL_MS = 100;

    private final DataApi api;
    private final List<Migration> migrations;
    private final Duration lockWait;

    /** What {@link #migrate} did: the schema's version before and after. */
    public record Outcome(int before, int after) {}

    /**
     * A migrator for the files in these folders of the class path, such as {@code db/migration}, that waits up to a
     * minute for another starter.
     *
     * @throws MigrationException when a file's name, number or text is not as it should be
     */
    public Migrator(DataApi api, List<String> folders) {
        this(api, Migrator.class.getClassLoader(), folders, Duration.ofMinutes(1));
    }

    /** The same with another class loader and another wait. */
    public Migrator(DataApi api, ClassLoader loader, List<String> folders, Duration lockWait) {
        this.api = api;
        this.migrations = MigrationFiles.load(loader, folders);
        this.lockWait = lockWait;
    }

    /**
     * Applies what is missing.
     *
     * @throws MigrationException when the schema cannot be brought up to date; nothing of the failing file remains
     */
    public Outcome migrate() {
        try {
            // A read is tried again for 30 s, so a paused Aurora is awake after it.
            new SqlClient(api).query(Sql.of("select 1 as awake"));
            int before = settled(this::currentVersion);
            int version = before;
            while (version < migrations.size()) {
                Migration next = migrations.get(version);
                version = settled(sql -> apply(next, sql));
            }
            return new Outcome(before, version);
        } catch (SqlUnavailableException e) {
            throw new MigrationException("the database can't be reached for migrations: " + oneLine(e), e);
        } catch (SqlException e) {
            throw new MigrationException("the migrations can't be read or recorded: " + oneLine(e), e);
        }
    }

    /** An unknown outcome is settled by doing the work once more, for all work begins by looking at the history. */
    private int settled(MigrationTransaction.Work work) {
        try {
            return locked(work);
        } catch (SqlUnknownException e) {
            return locked(work);
        }
    }

    /** Applies a file unless somebody else has by now. */
    private int apply(Migration next, SqlClient sql) {
        int current = currentVersion(sql);
        if (current >= next.version()) {
            return current;
        }
        for (int i = 0; i < next.statements().size(); i++) {
            try {
                sql.update(Sql.ofResource(next.statements().get(i)));
            } catch (SqlRejectedException e) {
                throw new MigrationException(
                        "%s, statement %d failed and nothing of the file was applied: %s"
                                .formatted(next.fileName(), i + 1, oneLine(e)),
                        e);
            }
        }
        new SchemaHistory(sql).record(next);
        return next.version();
    }

    /** Compares what is applied with the files; the version is the number of applied files. */
    private int currentVersion(SqlClient sql) {
        SchemaHistory history = new SchemaHistory(sql);
        history.createIfAbsent();
        List<Applied> applied = history.applied();
        if (applied.size() > migrations.size()) {
            throw new MigrationException("the database is at version %d, this program knows %d: start the newer program"
                    .formatted(applied.size(), migrations.size()));
        }
        for (int i = 0; i < applied.size(); i++) {
            compare(applied.get(i), migrations.get(i));
        }
        return applied.size();
    }

    private static void compare(Applied applied, Migration file) {
        if (applied.version() != file.version()) {
            throw new MigrationException("V%03d is applied, but V%03d before it is not: the history has a gap"
                    .formatted(applied.version(), file.version()));
        }
        if (!applied.checksum().equals(file.checksum())) {
            throw new MigrationException(
                    "%s was changed after it was applied: restore it and add a new migration instead"
                            .formatted(file.fileName()));
        }
    }

    /** Runs work in a transaction that holds the lock, waiting for other starters. */
    private int locked(MigrationTransaction.Work work) {
        long deadlineNs = System.nanoTime() + lockWait.toNanos();
        while (true) {
            int result = MigrationTransaction.run(api, sql -> tryLock(sql) ? work.apply(sql) : -1);
            if (result >= 0) {
                return result;
            }
            if (System.nanoTime() - deadlineNs > 0) {
                throw new MigrationException("another program has held the migration lock for %d s: stop it or wait"
                        .formatted(lockWait.toSeconds()));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOCK_POLL_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MigrationException("interrupted while waiting for the migration lock", e);
        }
    }

    private static boolean tryLock(SqlClient sql) {
        return sql.callOne(Sql.of("select pg_try_advisory_xact_lock(:key) as locked")
                        .with("key", LOCK_KEY))
                .bool("locked");
    }

    private static String oneLine(SqlException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
