package dev.sextant.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.platform.schedule.ScheduledJob;
import dev.sextant.platform.schedule.Schedules;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Match;

/** What runs by the clock: the table that the timer on one machine reads, and nothing else. */
class JobsTest {

    @Test
    void everyJobOfTheTableIsScheduledAndNothingElseIs() {
        Map<String, JsonNode> schedules = SynthesizedDesk.TESTNET.ofType("AWS::Scheduler::Schedule");
        assertEquals(Schedules.OF_FUNCTIONS.size(), schedules.size());
        for (ScheduledJob job : Schedules.OF_FUNCTIONS) {
            JsonNode schedule = schedules.values().stream()
                    .filter(each -> each.path("Target").path("Input").asText().equals(job.input()))
                    .findFirst()
                    .orElseThrow();
            assertEquals(
                    job.period().toMinutes() == 1
                            ? "rate(1 minute)"
                            : "rate(" + job.period().toMinutes() + " minutes)",
                    schedule.path("ScheduleExpression").asText());
            assertEquals("ENABLED", schedule.path("State").asText());
            assertTrue(Cfn.text(schedule.path("Target").path("Arn"))
                    .startsWith("<Functions" + job.function().replace("-", "") + "Live"));
        }
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
        for (ScheduledJob job : Schedules.OF_FUNCTIONS) {
            ScheduledEvent event = LambdaEventSerializers.serializerFor(
                            ScheduledEvent.class, JobsTest.class.getClassLoader())
                    .fromJson(job.input());
            assertEquals(job.name(), event.getDetailType());
        }
    }
}
