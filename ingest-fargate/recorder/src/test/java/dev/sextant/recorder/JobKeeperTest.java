package dev.sextant.recorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.ingest.jobs.ContainerJobs;
import dev.sextant.ingest.jobs.JobLease;
import dev.sextant.ingest.store.StoreException;
import dev.sextant.platform.schedule.ScheduledJob;
import dev.sextant.platform.telemetry.EmfMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Two containers, one lease, one clock. */
class JobKeeperTest {

    private static final long NOON_MS = 1_723_204_800_000L;
    private static final long HOUR_MS = 3_600_000;

    private final List<String> ran = new ArrayList<>();
    private final List<String> metrics = new ArrayList<>();
    private String holder = "";
    private boolean away;
    private long nowMs = NOON_MS;

    private JobLease leaseOf(String owner) {
        return new JobLease() {
            @Override
            public boolean hold() throws StoreException {
                if (away) {
                    throw new StoreException("the database is away", new IllegalStateException());
                }
                holder = holder.isEmpty() ? owner : holder;
                return holder.equals(owner);
            }

            @Override
            public void leave() {
                holder = holder.equals(owner) ? "" : holder;
            }
        };
    }

    private JobKeeper keeper(String owner, Function<ScheduledJob, String> work) {
        return new JobKeeper(leaseOf(owner), work, () -> nowMs, new EmfMetrics("recorder", metrics::add, () -> nowMs));
    }

    private JobKeeper keeper(String owner) {
        return keeper(owner, job -> {
            ran.add(owner + ": " + job.name());
            return "done";
        });
    }

    private static List<String> eachJobBy(String owner) {
        return ContainerJobs.all().stream()
                .map(job -> owner + ": " + job.name())
                .toList();
    }

    @Test
    void onlyTheHolderDoesTheJobsAndEachOnceAPeriod() {
        JobKeeper first = keeper("first");
        JobKeeper second = keeper("second");
        first.step();
        second.step();
        first.step();
        assertEquals(eachJobBy("first"), ran);
        nowMs += HOUR_MS;
        second.step();
        first.step();
        assertTrue(ran.contains("first: archive"));
        assertEquals(2, ran.stream().filter("first: archive"::equals).count());
        assertTrue(ran.stream().noneMatch(each -> each.startsWith("second")));
    }

    @Test
    void whoeverEndsGivesTheLeaseBackAndTheOtherGoesOn() throws InterruptedException {
        JobKeeper second = keeper("second");
        keeper("first").keep(_ -> true);
        ran.clear();
        second.step();
        assertEquals(eachJobBy("second"), ran);
    }

    @Test
    void withoutTheDatabaseNobodyDoesAnythingAndItGoesOnAfterwards() {
        JobKeeper only = keeper("only");
        away = true;
        only.step();
        assertEquals(List.of(), ran);
        away = false;
        only.step();
        assertEquals(eachJobBy("only"), ran);
    }

    @Test
    void aJobThatFailsIsCountedAndComesAgainInItsNextPeriod() {
        JobKeeper failing = keeper("only", job -> {
            ran.add(job.name());
            throw new IllegalStateException("as scripted");
        });
        failing.step();
        failing.step();
        nowMs += HOUR_MS;
        failing.step();
        assertEquals(2, ran.stream().filter("archive"::equals).count());
        assertTrue(
                metrics.getFirst()
                        .contains("\"JobsFailed\":" + ContainerJobs.all().size()),
                metrics.getFirst());
    }
}
