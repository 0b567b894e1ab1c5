package dev.sextant.local.desk;

import dev.sextant.domain.time.EpochClock;
import dev.sextant.ingest.archive.Archivist;
import dev.sextant.ingest.archive.FolderObjects;
import dev.sextant.ingest.archive.ObjectStoreException;
import dev.sextant.platform.schedule.ScheduledJob;
import dev.sextant.platform.schedule.Schedules;
import dev.sextant.platform.sql.SqlClient;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything the desk does by the clock, whoever does it on AWS. */
final class Jobs {

    /** In the order in which they run when several are due. */
    static final List<ScheduledJob> ALL = Stream.concat(
                    Schedules.OF_FUNCTIONS.stream(), Schedules.IN_CONTAINER.stream())
            .toList();

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

    private final Functions functions;
    private final Archivist archivist;
    private final EpochClock marketClock;

    Jobs(Functions functions, SqlClient ingest, Path archive, int monthsKept, EpochClock marketClock) {
        this.functions = functions;
        this.archivist = new Archivist(ingest, new FolderObjects(archive), monthsKept);
        this.marketClock = marketClock;
    }

    void run(ScheduledJob job) {
        String done = job.equals(Schedules.ARCHIVE) ? archive() : functions.run(job);
        LOG.debug("{}: {}", job.name(), done);
    }

    private String archive() {
        try {
            return archivist.run(marketClock.nowMs());
        } catch (ObjectStoreException e) {
            throw new DeskException("the archive is behind, its trades stay in the database: " + e.getMessage(), e);
        }
    }
}
