package dev.sextant.recorder;

import dev.sextant.ingest.archive.ArchiveObjects;
import dev.sextant.ingest.jobs.ContainerJobs;
import dev.sextant.ingest.jobs.SqlJobLease;
import dev.sextant.ingest.recorder.MarketRecorder;
import dev.sextant.ingest.recorder.RestTradeHistory;
import dev.sextant.ingest.recorder.TradeHistory;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.platform.telemetry.Metrics;
import dev.sextant.venues.http.MonotonicClock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The stream's reader and the keeper of the jobs, wired together: {@link #run}, and {@link #stop} from another thread. */
final class Recording {

    private static final Logger LOG = LoggerFactory.getLogger(Recording.class);
    /** Together below the ten seconds after which nobody waits any more. */
    private static final Duration READING_ENDS_WITHIN = Duration.ofSeconds(7);

    private static final Duration JOBS_END_WITHIN = Duration.ofSeconds(1);

    private final Stop stop = new Stop();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final StreamReading reading;
    private final Thread jobs;

    Recording(RecorderSettings settings, SqlClient sql, ArchiveObjects objects, KclClients clients, Metrics metrics) {
        String worker = "recorder-" + UUID.randomUUID();
        TradeHistory history = RestTradeHistory.of(settings.data());
        this.reading = new StreamReading(
                settings.stream(),
                settings.application(),
                worker,
                clients,
                () -> new ShardProcessor(
                        new MarketRecorder(sql, history, settings.stream(), metrics),
                        metrics,
                        stop,
                        MonotonicClock.system()));
        ContainerJobs work = ContainerJobs.of(sql, objects, settings.monthsKept(), metrics);
        JobKeeper keeper = new JobKeeper(
                new SqlJobLease(sql, worker),
                job -> work.run(job, System.currentTimeMillis()),
                System::currentTimeMillis,
                metrics);
        this.jobs = Thread.ofPlatform().daemon().name("jobs").unstarted(() -> keep(keeper));
    }

    private void keep(JobKeeper keeper) {
        try {
            keeper.keep(stop);
        } catch (InterruptedException e) {
            LOG.debug("the jobs end");
        } finally {
            if (!stop.isAsked()) {
                // A defect: without its jobs the process must not look alive.
                ended.countDown();
            }
        }
    }

    /** Records until stopped; false when it ended by itself, because the library gave up or something is broken. */
    boolean run() throws InterruptedException {
        jobs.start();
        Thread.ofPlatform().daemon().name("reading").start(() -> {
            try {
                reading.run();
            } finally {
                ended.countDown();
            }
        });
        ended.await();
        jobs.join(JOBS_END_WITHIN);
        return stop.isAsked();
    }

    /** Ends it within ten seconds. */
    void stop() {
        stop.ask();
        try {
            reading.stop(READING_ENDS_WITHIN);
        } catch (InterruptedException e) {
            LOG.warn("interrupted while stopping; what is not checkpointed is read again");
        }
        ended.countDown();
    }
}
