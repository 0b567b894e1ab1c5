package dev.sextant.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.domain.event.Sweep;
import dev.sextant.platform.schedule.Doer;
import dev.sextant.platform.schedule.ScheduledJob;
import dev.sextant.platform.schedule.Schedules;
import dev.sextant.platform.stream.DecisionCodec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Match;

/** What runs by the clock: the table that the timer on one machine reads, and nothing else. */
class JobsTest {

    @Test
    void everyJobOfTheTableIsScheduledButThoseOfTheContainerAndTheIngest() {
        Map<String, JsonNode> schedules = SynthesizedDesk.TESTNET.ofType("AWS::Scheduler::Schedule");
        List<ScheduledJob> jobs = Schedules.started().stream()
                .filter(job -> !(job.doer() instanceof Doer.Container))
                .toList();
        assertEquals(jobs.size(), schedules.size());
        for (ScheduledJob job : jobs) {
            JsonNode schedule = schedule(schedules, job);
            assertEquals(
                    job.period().toMinutes() == 1
                            ? "rate(1 minute)"
                            : "rate(" + job.period().toMinutes() + " minutes)",
                    schedule.path("ScheduleExpression").asText());
            assertEquals("ENABLED", schedule.path("State").asText());
            String target = Cfn.text(schedule.path("Target").path("Arn"));
            switch (job.doer()) {
                case Doer.Function(String module) ->
                    assertTrue(target.startsWith("<Functions" + module.replace("-", "") + "Live"), target);
                case Doer.Sweepers _ -> assertTrue(target.contains("StreamsDecisions"), target);
                case Doer.Container _, Doer.Ingest _ -> throw new AssertionError(job.name());
            }
        }
    }

    private static JsonNode schedule(Map<String, JsonNode> schedules, ScheduledJob job) {
        String input = job.doer() instanceof Doer.Function ? job.event() : "\"type\":\"sweep\"";
        return schedules.values().stream()
                .filter(each -> each.path("Target").path("Input").asText().contains(input))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theSweepIsARecordThatItsReadersUnderstand() throws Exception {
        JsonNode target = schedule(SynthesizedDesk.TESTNET.ofType("AWS::Scheduler::Schedule"), Schedules.SWEEP)
                .path("Target");
        Sweep sweep = assertInstanceOf(
                Sweep.class, DecisionCodec.decode(target.path("Input").asText().getBytes(StandardCharsets.UTF_8)));
        assertEquals(
                sweep.account().name(),
                target.path("KinesisParameters").path("PartitionKey").asText());
    }

    @Test
    void aCallThatFailsStaysMissedForTheNextOneIsNear() {
        SynthesizedDesk.TESTNET
                .desk()
                .allResourcesProperties(
                        "AWS::Scheduler::Schedule",
                        Map.of(
                                "FlexibleTimeWindow",
                                Map.of("Mode", "OFF"),
                                "Target",
                                Match.objectLike(Map.of(
                                        "RetryPolicy",
                                        Map.of("MaximumRetryAttempts", 0, "MaximumEventAgeInSeconds", 60)))));
    }

    @Test
    void everyJobsInputIsAnEventThatTellsItsFunctionWhichJobItIs() {
        for (ScheduledJob job : Schedules.ALL) {
            ScheduledEvent event = LambdaEventSerializers.serializerFor(
                            ScheduledEvent.class, JobsTest.class.getClassLoader())
                    .fromJson(job.event());
            assertEquals(job.name(), event.getDetailType());
        }
    }
}
