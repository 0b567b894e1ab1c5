package dev.sextant.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Match;

/** How records reach functions: by the rules of the pollers on one machine. */
class MappingsTest {

    private static final String MAPPING = "AWS::Lambda::EventSourceMapping";

    @Test
    void everyMappingStopsAtTheFirstFailureAndKeepsThePoisonRecord() {
        SynthesizedDesk.TESTNET
                .desk()
                .allResourcesProperties(
                        MAPPING,
                        Map.of(
                                "FunctionResponseTypes",
                                List.of("ReportBatchItemFailures"),
                                "BisectBatchOnFunctionError",
                                true,
                                "MaximumRetryAttempts",
                                5,
                                "DestinationConfig",
                                Map.of("OnFailure", Map.of("Destination", Match.anyValue()))));
        mappings()
                .forEach((id, mapping) -> assertTrue(
                        Cfn.text(mapping.path("DestinationConfig")
                                        .path("OnFailure")
                                        .path("Destination"))
                                .contains("FailedBatchesBucket"),
                        id));
    }

    @Test
    void oneCallAtATimeAndShardAndNoWaitingForMore() {
        SynthesizedDesk.TESTNET
                .desk()
                .allResourcesProperties(
                        MAPPING, Map.of("ParallelizationFactor", 1, "MaximumBatchingWindowInSeconds", 0));
    }

    @Test
    void aRecordThatIsTooOldIsSetAsideBeforeItIsTradedOn() {
        assertEquals(
                Map.of(
                        "sextant-testnet-signal-scorer",
                        300,
                        "sextant-testnet-risk-check",
                        60,
                        "sextant-testnet-order-placer",
                        60,
                        "sextant-testnet-reconciler",
                        3_600),
                byFunction("MaximumRecordAgeInSeconds"));
    }

    @Test
    void batchesAreAsOnOneMachine() {
        assertEquals(
                Map.of(
                        "sextant-testnet-signal-scorer",
                        500,
                        "sextant-testnet-risk-check",
                        10,
                        "sextant-testnet-order-placer",
                        10,
                        "sextant-testnet-reconciler",
                        100),
                byFunction("BatchSize"));
    }

    @Test
    void noFunctionIsWokenByWhatItWrites() {
        Map<String, String> filters = new TreeMap<>();
        mappings()
                .forEach((id, mapping) -> filters.put(
                        id.replaceAll("Mapping.*", ""),
                        mapping.path("FilterCriteria")
                                .path("Filters")
                                .path(0)
                                .path("Pattern")
                                .asText()));
        assertEquals(
                Map.of(
                        "Functionssignalscorer", "",
                        "Functionsriskcheck", "{\"data\":{\"type\":[\"signal\",\"cycle_planned\",\"tick\",\"sweep\"]}}",
                        "Functionsorderplacer", "{\"data\":{\"type\":[\"intent_approved\",\"tick\",\"sweep\"]}}",
                        "Functionsreconciler", "{\"data\":{\"type\":[\"private_event\",\"private_stream_alive\"]}}"),
                filters);
    }

    @Test
    void everyoneCallsTheVersionThatIsLive() {
        mappings()
                .forEach((id, mapping) ->
                        assertTrue(Cfn.text(mapping.path("FunctionName")).matches("<Functions\\w+Live\\w+>"), id));
    }

    @Test
    void aHibernatingDeskReadsNothing() {
        SynthesizedDesk asleep = SynthesizedDesk.with(Map.of("sextant:running", "false"));
        asleep.ofType(MAPPING)
                .forEach((id, mapping) -> assertFalse(mapping.path("Enabled").asBoolean(), id));
        asleep.ofType("AWS::Scheduler::Schedule")
                .forEach((id, schedule) ->
                        assertEquals("DISABLED", schedule.path("State").asText(), id));
        asleep.ofType("AWS::ECS::Service")
                .forEach((id, service) ->
                        assertEquals(0, service.path("DesiredCount").asInt(), id));
        asleep.ofType("AWS::RDS::DBCluster")
                .forEach((id, cluster) -> assertEquals(
                        0,
                        cluster.path("ServerlessV2ScalingConfiguration")
                                .path("MinCapacity")
                                .asInt(),
                        id));
        asleep.ofType("AWS::CloudWatch::Alarm")
                .forEach((id, alarm) -> assertFalse(alarm.path("ActionsEnabled").asBoolean(), id));
    }

    private static Map<String, JsonNode> mappings() {
        return SynthesizedDesk.TESTNET.ofType(MAPPING);
    }

    private static Map<String, Integer> byFunction(String property) {
        Map<String, Integer> values = new TreeMap<>();
        mappings()
                .forEach((id, mapping) ->
                        values.put(functionOf(id), mapping.path(property).asInt()));
        return values;
    }

    /** The mapping stands beside its function. */
    private static String functionOf(String mappingId) {
        return SynthesizedDesk.TESTNET
                .one("AWS::Lambda::Function", mappingId.replaceAll("Mapping.*", ""))
                .path("FunctionName")
                .asText();
    }
}
