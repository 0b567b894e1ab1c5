package dev.sextant.ingest.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sextant.ingest.archive.ObjectStoreException;
import dev.sextant.platform.schedule.ScheduledJob;
import dev.sextant.platform.schedule.Schedules;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContainerJobsTest {

    private static Map<ScheduledJob, ContainerJobs.Work> eachSaysItsName() {
        Map<ScheduledJob, ContainerJobs.Work> works = new HashMap<>();
        ContainerJobs.all().forEach(job -> works.put(job, nowMs -> job.name() + " at " + nowMs));
        return works;
    }

    @Test
    void aJobIsDoneByItsOwnWorkAtTheTimeGiven() {
        ContainerJobs jobs = new ContainerJobs(eachSaysItsName());
        assertEquals("archive at 7", jobs.run(Schedules.ARCHIVE, 7));
    }

    @Test
    void aJobWithoutWorkIsFoundAtTheStart() {
        Map<ScheduledJob, ContainerJobs.Work> works = eachSaysItsName();
        works.remove(Schedules.ARCHIVE);
        assertThrows(IllegalArgumentException.class, () -> new ContainerJobs(works));
    }

    @Test
    void workForAJobThatIsNotTheContainersIsFoundAtTheStart() {
        Map<ScheduledJob, ContainerJobs.Work> works = eachSaysItsName();
        works.put(Schedules.DIGEST, _ -> "no");
        assertThrows(IllegalArgumentException.class, () -> new ContainerJobs(works));
    }

    @Test
    void anObjectThatCouldNotBeStoredIsToldWithTheJobAndTheReason() {
        Map<ScheduledJob, ContainerJobs.Work> works = eachSaysItsName();
        works.put(Schedules.ARCHIVE, _ -> {
            throw new ObjectStoreException("the bucket is away", new IllegalStateException());
        });
        assertEquals(
                "archive is behind, what it did not store stays in the database: the bucket is away",
                assertThrows(JobFailedException.class, () -> new ContainerJobs(works).run(Schedules.ARCHIVE, 7))
                        .getMessage());
    }
}
