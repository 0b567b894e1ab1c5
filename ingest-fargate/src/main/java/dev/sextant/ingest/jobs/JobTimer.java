package dev.sextant.ingest.jobs;

import dev.sextant.platform.schedule.ScheduledJob;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What EventBridge is to functions: runs each job whenever time has entered a new period of it, and all of them at the
 * first call. A job that fails is logged and comes again with its next period. Market time on one machine, the wall's in
 * the container.
 */
public final class JobTimer {

    private static final Logger LOG = LoggerFactory.getLogger(JobTimer.class);

    private final List<ScheduledJob> jobs;
    private final Consumer<ScheduledJob> run;
    private final Map<ScheduledJob, Long> lastMs = new HashMap<>();

    public JobTimer(List<ScheduledJob> jobs, Consumer<ScheduledJob> run) {
        this.jobs = jobs;
        this.run = run;
    }

    /** Called each minute; one call at a time. */
    public synchronized void at(long nowMs) {
        for (ScheduledJob job : jobs) {
            Long last = lastMs.get(job);
            if (last == null || job.periodAt(nowMs) > job.periodAt(last)) {
                lastMs.put(job, nowMs);
                attempt(job);
            }
        }
    }

    private void attempt(ScheduledJob job) {
        try {
            run.accept(job);
        } catch (RuntimeException e) {
            // Thrown further it would end the timer, or whatever it is called from; the next period tries again.
            LOG.error("{} failed", job.name(), e);
        }
    }
}
