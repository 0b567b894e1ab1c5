package dev.sextant.local.desk;

import dev.sextant.domain.event.DecisionPublisher;
import dev.sextant.domain.event.Sweep;
import dev.sextant.domain.time.EpochClock;
import dev.sextant.ingest.archive.Archivist;
import dev.sextant.ingest.archive.FolderObjects;
import dev.sextant.ingest.archive.ObjectStoreException;
import dev.sextant.ingest.drift.DriftMeter;
import dev.sextant.platform.schedule.Doer;
import dev.sextant.platform.schedule.ScheduledJob;
import dev.sextant.platform.schedule.Schedules;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.platform.stream.StreamDecisionPublisher;
import dev.sextant.platform.stream.StreamWriter;
import dev.sextant.platform.telemetry.Metrics;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything the desk does by the clock, whoever does it on AWS. What takes long has a thread of its own: the caller is
 * the market's clock.
 */
final class Jobs implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

    private final Functions functions;
    private final DecisionPublisher decisions;
    private final Archivist archivist;
    private final DriftMeter drift;
    private final EpochClock marketClock;
    private final ExecutorService slowly = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("drift").factory());

    Jobs(
            Functions functions,
            StreamWriter decisions,
            SqlClient ingest,
            Path archive,
            int monthsKept,
            Metrics metrics,
            EpochClock marketClock) {
        this.functions = functions;
        this.decisions = new StreamDecisionPublisher(decisions);
        this.archivist = new Archivist(ingest, new FolderObjects(archive), monthsKept);
        this.drift = new DriftMeter(ingest, new FolderObjects(archive), metrics);
        this.marketClock = marketClock;
    }

    void run(ScheduledJob job) {
        String done = switch (job.doer()) {
            case Doer.Function _ -> functions.run(job);
            case Doer.Sweepers _ -> sweep();
            case Doer.Container _ -> inContainer(job);
        };
        LOG.debug("{}: {}", job.name(), done);
    }

    private String sweep() {
        decisions.publish(List.of(new Sweep(PaperAccount.NAME)));
        return "asked for";
    }

    private String inContainer(ScheduledJob job) {
        if (job.equals(Schedules.ARCHIVE)) {
            return archive();
        }
        if (job.equals(Schedules.DRIFT)) {
            long nowMs = marketClock.nowMs();
            slowly.execute(() -> measureDrift(nowMs));
            return "begun";
        }
        throw new IllegalStateException("nobody does " + job.name());
    }

    private void measureDrift(long nowMs) {
        try {
            LOG.debug("{}: {}", Schedules.DRIFT.name(), drift.run(nowMs));
        } catch (ObjectStoreException | RuntimeException e) {
            // Thrown further it would be lost with its thread; the next day's run measures what is still open.
            LOG.error("the drift of the last day is not known", e);
        }
    }

    private String archive() {
        try {
            return archivist.run(marketClock.nowMs());
        } catch (ObjectStoreException e) {
            throw new DeskException("the archive is behind, its trades stay in the database: " + e.getMessage(), e);
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
