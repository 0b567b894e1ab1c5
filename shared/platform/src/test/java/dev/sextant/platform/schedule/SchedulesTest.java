package dev.sextant.platform.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchedulesTest {

    @Test
    void noTwoJobsShareAName() {
        assertEquals(
                Schedules.ALL.size(),
                Schedules.ALL.stream().map(ScheduledJob::name).distinct().count());
    }

    @Test
    void theReconcilerReconcilesEachMinute() {
        assertEquals(
                new ScheduledJob("reconcile", Duration.ofMinutes(1), new Doer.Function("reconciler")),
                Schedules.RECONCILE);
        assertEquals("{\"source\":\"sextant.schedule\",\"detail-type\":\"reconcile\"}", Schedules.RECONCILE.event());
    }

    @Test
    void everyInputIsJsonThatNamesItsJob() throws JsonProcessingException {
        for (ScheduledJob job : Schedules.ALL) {
            assertEquals(
                    job.name(),
                    new ObjectMapper().readTree(job.event()).path("detail-type").asText());
        }
    }

    @ParameterizedTest
    @CsvSource({"PT0S", "PT30S", "PT90S", "-PT1M"})
    void aPeriodIsWholeMinutes(Duration period) {
        assertEquals(
                "period of tidy is " + period + ", expected whole minutes, at least one",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new ScheduledJob("tidy", period, new Doer.Container()))
                        .getMessage());
    }

    @ParameterizedTest
    @CsvSource({"PT0S", "PT0.5S", "PT1.5S", "-PT1S"})
    void ofTheIngestItIsWholeSeconds(Duration period) {
        assertEquals(
                "period of look is " + period + ", expected whole seconds, at least one",
                assertThrows(IllegalArgumentException.class, () -> new ScheduledJob("look", period, new Doer.Ingest()))
                        .getMessage());
    }

    @Test
    void theIngestsJobsStandInTheTableAndAreStartedByNobody() {
        List<ScheduledJob> own = new ArrayList<>(Schedules.ALL);
        own.removeAll(Schedules.started());
        assertEquals(
                List.of(
                        new ScheduledJob("heartbeat", Duration.ofSeconds(5), new Doer.Ingest()),
                        new ScheduledJob("exchange-info", Duration.ofMinutes(5), new Doer.Ingest())),
                own);
        assertTrue(
                Schedules.EXCHANGE_INFO.period().compareTo(Duration.ofMinutes(5)) <= 0,
                "filters are never older than five minutes");
    }

    @ParameterizedTest
    @CsvSource({"-PT1M", "PT1H"})
    void anOffsetIsShorterThanItsPeriod(Duration offset) {
        assertEquals(
                "offset of tidy is " + offset + ", expected none, or for the container less than a period of PT1H",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new ScheduledJob("tidy", Duration.ofHours(1), offset, new Doer.Container()))
                        .getMessage());
    }

    @Test
    void onlyTheContainerKeepsATimeOfDay() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new ScheduledJob("tidy", Duration.ofHours(1), Duration.ofMinutes(5), new Doer.Sweepers()));
        assertEquals(19_943, Schedules.DRIFT.periodAt(1_723_162_199_999L), "a millisecond before 00:10 UTC");
        assertEquals(19_944, Schedules.DRIFT.periodAt(1_723_162_200_000L));
    }

    @Test
    void aNameIsAWord() {
        assertEquals(
                "name of a job is 'Tidy up', expected 1 to 40 of a-z and -",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new ScheduledJob("Tidy up", Duration.ofMinutes(1), new Doer.Container()))
                        .getMessage());
    }
}
