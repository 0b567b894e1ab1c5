package dev.sextant.recorder;

import dev.sextant.domain.time.EpochClock;
import dev.sextant.ingest.jobs.ContainerJobs;
import dev.sextant.ingest.jobs.JobLease;
import dev.sextant.ingest.jobs.JobTimer;
import dev.sextant.ingest.store.StoreException;
import dev.sextant.platform.schedule.ScheduledJob;
import dev.sextant.platform.telemetry.Metrics;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the container's jobs done when they are due by the wall clock, in the one container that holds the lease. */
final class JobKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(JobKeeper.class);
    private static final long MINUTE_MS = 60_000;

    private final JobLease lease;
    private final Function<ScheduledJob, String> work;
    private final EpochClock clock;
    private final Metrics metrics;
    private final JobTimer timer = new JobTimer(ContainerJobs.all(), this::run);

    /** @param work does a job and says what it did */
    JobKeeper(JobLease lease, Function<ScheduledJob, String> work, EpochClock clock, Metrics metrics) {
        this.lease = lease;
        this.work = work;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** Goes on until the pause is cut short. A job that is under way then is left, as a crash would leave it. */
    void keep(Pause pause) throws InterruptedException {
        do {
            step();
        } while (!pause.isCutShort(MINUTE_MS));
        leave();
    }

    /** Does what is due. */
    void step() {
        try {
            if (lease.hold()) {
                timer.at(clock.nowMs());
            }
        } catch (StoreException e) {
            LOG.warn("who does the jobs is not known now: {}", e.getMessage());
        }
        metrics.flush();
    }

    private void run(ScheduledJob job) {
        boolean done = false;
        try {
            LOG.info("{}: {}", job.name(), work.apply(job));
            done = true;
        } finally {
            metrics.count("JobsFailed", done ? 0 : 1);
        }
    }

    private void leave() {
        try {
            lease.leave();
        } catch (StoreException e) {
            LOG.info("the jobs' lease ends by itself: {}", e.getMessage());
        }
    }
}
