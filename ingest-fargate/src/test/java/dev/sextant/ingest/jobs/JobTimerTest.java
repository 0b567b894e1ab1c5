package dev.sextant.ingest.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sextant.platform.schedule.Doer;
import dev.sextant.platform.schedule.ScheduledJob;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobTimerTest {

    private static final long MIDNIGHT_MS = 1_723_161_600_000L;
    private static final long MINUTE_MS = 60_000;
    private static final ScheduledJob EACH_MINUTE =
            new ScheduledJob("minute", Duration.ofMinutes(1), new Doer.Function("reconciler"));
    private static final ScheduledJob EACH_HOUR =
            new ScheduledJob("hour", Duration.ofHours(1), new Doer.Function("reconciler"));
    private static final ScheduledJob EACH_DAY =
            new ScheduledJob("day", Duration.ofDays(1), new Doer.Function("reconciler"));

    private final List<String> ran = new ArrayList<>();
    private final JobTimer timer = new JobTimer(List.of(EACH_MINUTE, EACH_HOUR, EACH_DAY), job -> ran.add(job.name()));

    private List<String> at(long nowMs) {
        ran.clear();
        timer.at(nowMs);
        return List.copyOf(ran);
    }

    @Test
    void everythingRunsAtTheStartThenEachInItsPeriod() {
        assertEquals(List.of("minute", "hour", "day"), at(MIDNIGHT_MS - 2 * MINUTE_MS));
        assertEquals(List.of(), at(MIDNIGHT_MS - 2 * MINUTE_MS), "the same minute again");
        assertEquals(List.of("minute"), at(MIDNIGHT_MS - MINUTE_MS));
        assertEquals(List.of("minute", "hour", "day"), at(MIDNIGHT_MS));
        assertEquals(List.of("minute", "hour"), at(MIDNIGHT_MS + 61 * MINUTE_MS));
    }

    @Test
    void aJobWithAnOffsetIsDueThatLongAfterMidnight() {
        ScheduledJob tenPast =
                new ScheduledJob("ten-past", Duration.ofDays(1), Duration.ofMinutes(10), new Doer.Container());
        JobTimer late = new JobTimer(List.of(tenPast), job -> ran.add(job.name()));
        late.at(MIDNIGHT_MS - MINUTE_MS);
        assertEquals(List.of("ten-past"), ran, "everything runs at the start");
        late.at(MIDNIGHT_MS + 9 * MINUTE_MS);
        assertEquals(1, ran.size());
        late.at(MIDNIGHT_MS + 10 * MINUTE_MS);
        assertEquals(2, ran.size());
        late.at(MIDNIGHT_MS + 23 * 60 * MINUTE_MS);
        assertEquals(2, ran.size());
    }

    @Test
    void aLateCallRunsAJobOnceHoweverManyPeriodsPassed() {
        at(MIDNIGHT_MS);
        assertEquals(List.of("minute", "hour", "day"), at(MIDNIGHT_MS + 100 * 60 * MINUTE_MS));
    }

    @Test
    void aJobThatFailsStopsNoOther() {
        JobTimer failing = new JobTimer(List.of(EACH_MINUTE, EACH_HOUR), job -> {
            ran.add(job.name());
            throw new IllegalStateException("as scripted");
        });
        failing.at(MIDNIGHT_MS);
        assertEquals(List.of("minute", "hour"), ran);
    }
}
