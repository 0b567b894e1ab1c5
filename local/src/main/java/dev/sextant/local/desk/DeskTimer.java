package dev.sextant.local.desk;

import dev.sextant.platform.schedule.ScheduledJob;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * EventBridge on one machine: runs each job of the schedule whenever market time has entered a new period, and all of
 * them at the first call. A job that fails is logged and comes again with its next period.
 */
final class DeskTimer {

    private static final Logger LOG = LoggerFactory.getLogger(DeskTimer.class);

    private final List<ScheduledJob> jobs;
    private final Consumer<ScheduledJob> run;
    private final Map<ScheduledJob, Long> lastMs = new HashMap<>();

    DeskTimer(List<ScheduledJob> jobs, Consumer<ScheduledJob> run) {
        this.jobs = jobs;
        this.run = run;
    }

    /** Called each minute of market time; one call at a time. */
    synchronized void at(long nowMs) {
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
            // Thrown further it would end the timer, or the market it is called from; the next period tries again.
            LOG.error("{} failed", job.name(), e);
        }
    }
}
