package dev.sextant.local.desk;

import dev.sextant.domain.event.DecisionPublisher;
import dev.sextant.domain.event.Sweep;
import dev.sextant.domain.time.EpochClock;
import dev.sextant.ingest.jobs.ContainerJobs;
import dev.sextant.platform.schedule.Doer;
import dev.sextant.platform.schedule.ScheduledJob;
import dev.sextant.platform.stream.StreamDecisionPublisher;
import dev.sextant.platform.stream.StreamWriter;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything the desk does by the clock, whoever does it on AWS. */
final class Jobs {

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

    private final Functions functions;
    private final DecisionPublisher decisions;
    private final ContainerJobs container;
    private final EpochClock marketClock;

    Jobs(Functions functions, StreamWriter decisions, ContainerJobs container, EpochClock marketClock) {
        this.functions = functions;
        this.decisions = new StreamDecisionPublisher(decisions);
        this.container = container;
        this.marketClock = marketClock;
    }

    void run(ScheduledJob job) {
        String done = switch (job.doer()) {
            case Doer.Function _ -> functions.run(job);
            case Doer.Sweepers _ -> sweep();
            case Doer.Container _ -> container.run(job, marketClock.nowMs());
        };
        LOG.debug("{}: {}", job.name(), done);
    }

    private String sweep() {
        decisions.publish(List.of(new Sweep(PaperAccount.NAME)));
        return "asked for";
    }
}
