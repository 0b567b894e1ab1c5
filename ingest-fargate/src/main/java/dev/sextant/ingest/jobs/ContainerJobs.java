package dev.sextant.ingest.jobs;

import dev.sextant.ingest.archive.ArchiveObjects;
import dev.sextant.ingest.archive.Archivist;
import dev.sextant.ingest.archive.ObjectStoreException;
import dev.sextant.ingest.drift.DriftMeter;
import dev.sextant.platform.schedule.Doer;
import dev.sextant.platform.schedule.ScheduledJob;
import dev.sextant.platform.schedule.Schedules;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.platform.telemetry.Metrics;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The jobs of {@link Schedules} that are the container's, with what does each. A run may be cut short anywhere, and two
 * containers may run the same job at once: each job here must be harmless when repeated.
 */
public final class ContainerJobs {

    /** Does a job. */
    @FunctionalInterface
    public interface Work {

        /** Does what is due and says what it did, in one line. */
        String run(long nowMs) throws ObjectStoreException;
    }

    private final Map<ScheduledJob, Work> works;

    /**
     * All of them: a job is a line here and one in {@link Schedules}.
     *
     * @param sql as the container's role
     * @param objects where the archive lies
     * @param monthsKept full months before the current one whose trades stay in the database, at least 1
     * @param metrics what the jobs count
     */
    public static ContainerJobs of(SqlClient sql, ArchiveObjects objects, int monthsKept, Metrics metrics) {
        return new ContainerJobs(Map.ofEntries(
                Map.entry(Schedules.ARCHIVE, new Archivist(sql, objects, monthsKept)::run),
                Map.entry(Schedules.DRIFT, new DriftMeter(sql, objects, metrics)::run)));
    }

    ContainerJobs(Map<ScheduledJob, Work> works) {
        this.works = Map.copyOf(works);
        if (!works.keySet().equals(Set.copyOf(all()))) {
            throw new IllegalArgumentException("work is given for " + names(works.keySet())
                    + ", expected it for the container's jobs " + names(all()));
        }
    }

    private static List<String> names(Collection<ScheduledJob> jobs) {
        return jobs.stream().map(ScheduledJob::name).sorted().toList();
    }

    /** The container's jobs, in the order in which they run when several are due. */
    public static List<ScheduledJob> all() {
        return Schedules.ALL.stream()
                .filter(job -> job.doer() instanceof Doer.Container)
                .toList();
    }

    /**
     * Does a job of {@link #all} and says what it did.
     *
     * @throws JobFailedException when an object could not be stored; what was done before stays done
     */
    public String run(ScheduledJob job, long nowMs) {
        try {
            return Objects.requireNonNull(works.get(job), job::name).run(nowMs);
        } catch (ObjectStoreException e) {
            throw new JobFailedException(
                    job.name() + " is behind, what it did not store stays in the database: " + e.getMessage(), e);
        }
    }
}
