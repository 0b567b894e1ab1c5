package dev.sextant.local.desk;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.event.DecisionPublisher;
import dev.sextant.domain.event.Sweep;
import dev.sextant.domain.time.EpochClock;
import dev.sextant.ingest.archive.Archivist;
import dev.sextant.ingest.archive.FolderObjects;
import dev.sextant.ingest.archive.ObjectStoreException;
import dev.sextant.platform.schedule.Doer;
import dev.sextant.platform.schedule.ScheduledJob;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.platform.stream.StreamDecisionPublisher;
import dev.sextant.platform.stream.StreamWriter;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything the desk does by the clock, whoever does it on AWS. */
final class Jobs {

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

    private final Functions functions;
    private final DecisionPublisher decisions;
    private final Archivist archivist;
    private final EpochClock marketClock;
    private final Account account;

    Jobs(
            Functions functions,
            StreamWriter decisions,
            SqlClient ingest,
            Path archive,
            int monthsKept,
            EpochClock marketClock,
            Account account) {
        this.functions = functions;
        this.decisions = new StreamDecisionPublisher(decisions);
        this.archivist = new Archivist(ingest, new FolderObjects(archive), monthsKept);
        this.marketClock = marketClock;
        this.account = account;
    }

    void run(ScheduledJob job) {
        String done = switch (job.doer()) {
            case Doer.Function _ -> functions.run(job);
            case Doer.Sweepers _ -> sweep();
            case Doer.Container _ -> archive();
        };
        LOG.debug("{}: {}", job.name(), done);
    }

    private String sweep() {
        decisions.publish(List.of(new Sweep(account)));
        return "asked for";
    }

    private String archive() {
        try {
            return archivist.run(marketClock.nowMs());
        } catch (ObjectStoreException e) {
            throw new DeskException("the archive is behind, its trades stay in the database: " + e.getMessage(), e);
        }
    }
}
