package dev.sextant.local.desk;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.event.DecisionPublisher;
import dev.sextant.domain.event.Sweep;
import dev.sextant.domain.time.EpochClock;
import dev.sextant.ingest.jobs.ContainerJobs;
import dev.sextant.platform.schedule.Doer;
import dev.sextant.platform.schedule.ScheduledJob;
import dev.sextant.platform.schedule.Schedules;
import dev.sextant.platform.stream.StreamDecisionPublisher;
import dev.sextant.platform.stream.StreamWriter;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the desk starts by the clock ({@link Schedules#started}), whoever does it on AWS. A day is measured beside the rest: it takes minutes. */
final class Jobs implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

    private final Functions functions;
    private final DecisionPublisher decisions;
    private final ContainerJobs container;
    private final EpochClock marketClock;
    private final ExecutorService slowly = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("drift").factory());
    private final Account account;

    Jobs(
            Functions functions,
            StreamWriter decisions,
            ContainerJobs container,
            EpochClock marketClock,
            Account account) {
        this.functions = functions;
        this.decisions = new StreamDecisionPublisher(decisions);
        this.container = container;
        this.marketClock = marketClock;
        this.account = account;
    }

    void run(ScheduledJob job) {
        String done = switch (job.doer()) {
            case Doer.Function _ -> functions.run(job);
            case Doer.Sweepers _ -> sweep();
            case Doer.Container _ -> inContainer(job);
            case Doer.Ingest _ -> throw new IllegalArgumentException(job.name() + " is done by the ingest's own clock");
        };
        LOG.debug("{}: {}", job.name(), done);
    }

    private String sweep() {
        decisions.publish(List.of(new Sweep(account)));
        return "asked for";
    }

    private String inContainer(ScheduledJob job) {
        long nowMs = marketClock.nowMs();
        if (!job.equals(Schedules.DRIFT)) {
            return container.run(job, nowMs);
        }
        slowly.execute(() -> measureDrift(nowMs));
        return "begun";
    }

    private void measureDrift(long nowMs) {
        try {
            LOG.debug("{}: {}", Schedules.DRIFT.name(), container.run(Schedules.DRIFT, nowMs));
        } catch (RuntimeException e) {
            // Thrown further it would be lost with its thread; the next day's run measures what is still open.
            LOG.error("the drift of the last day is not known", e);
        }
    }

    /** Ends a measurement that is under way; the next run begins it anew. */
    @Override
    public void close() {
        slowly.shutdownNow();
        try {
            if (!slowly.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.warn("the measurement of drift goes on until its database is gone");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
