package dev.sextant.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.domain.event.Account;
import dev.sextant.domain.event.Sweep;
import dev.sextant.infra.desk.FunctionSpec;
import dev.sextant.ingest.config.IngestConfig;
import dev.sextant.ingest.opportunity.StreamLane;
import dev.sextant.ingest.opportunity.WatchSettings;
import dev.sextant.platform.schedule.Schedules;
import dev.sextant.platform.stream.DecisionCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Triangles where the functions trade them, and what both lanes have in common: their account's reconciler. */
class StreamLaneTest {

    private static final SynthesizedDesk DESK = SynthesizedDesk.STREAMED;
    private static final SynthesizedDesk DIRECT = SynthesizedDesk.with(Map.of(
            "sextant:mode", "live",
            "sextant:alarmEmail", "desk@example.com",
            "sextant:kraken", "true",
            "sextant:krakenTrade", "true"));
    private static final String ACCOUNT = "live-main-kraken";

    private static Map<String, String> triangles(SynthesizedDesk desk, FunctionSpec spec) {
        Map<String, String> found = new TreeMap<>();
        desk
                .one("AWS::Lambda::Function", "Functions" + spec.module().replace("-", "") + "Function")
                .path("Environment")
                .path("Variables")
                .properties()
                .stream()
                .filter(variable -> variable.getKey().matches("SEXTANT_(TRIANGLES|KRAKEN)_.*"))
                .forEach(variable -> found.put(
                        variable.getKey(), Cfn.text(variable.getValue()).replaceAll("[0-9A-F]{8,}", "")));
        return found;
    }

    private static Map<String, String> key(String secret) {
        return Map.of(
                "SEXTANT_KRAKEN_API_KEY", "{{resolve:secretsmanager:<" + secret + ">:SecretString:api_key::}}",
                "SEXTANT_KRAKEN_API_SECRET", "{{resolve:secretsmanager:<" + secret + ">:SecretString:api_secret::}}");
    }

    private static Map<String, String> of(Map<String, String> some, String... more) {
        Map<String, String> all = new TreeMap<>(some);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }

    @Test
    void noTaskOfItsOwnTradesAndTheIngestFramesWhatItSees() throws Exception {
        assertEquals(2, DESK.ofType("AWS::ECS::Service").size());
        WatchSettings watch = IngestConfig.from(
                        SampleEnvironment.ofContainer(DESK.one("AWS::ECS::TaskDefinition", "IngestTask")
                                .path("ContainerDefinitions")
                                .path(0)))
                .kraken()
                .orElseThrow();
        assertEquals(Optional.of(new StreamLane(new Account(ACCOUNT), "EUR")), watch.lane());
        assertEquals(Set.of(), watch.feed().news());
    }

    @Test
    void theScorerConfirmsForTheAccountInItsCurrencyAndRiskCheckNeedsToKnowNothing() {
        assertEquals(
                Map.of(
                        "SEXTANT_TRIANGLES_ACCOUNT", ACCOUNT,
                        "SEXTANT_TRIANGLES_CURRENCY", "EUR",
                        "SEXTANT_TRIANGLES_MAX_BOOK_AGE_MS", "2000"),
                triangles(DESK, FunctionSpec.SIGNAL_SCORER));
        assertEquals(Map.of(), triangles(DESK, FunctionSpec.RISK_CHECK));
        assertEquals(Map.of(), triangles(DESK, FunctionSpec.API));
    }

    @Test
    void placerAndReconcilerHaveAKeyOfTheirOwnEach() {
        assertEquals(
                of(
                        key("ExchangeSecretsKrakenOrderPlacer"),
                        "SEXTANT_TRIANGLES_ACCOUNT",
                        ACCOUNT,
                        "SEXTANT_KRAKEN_REST_URL",
                        "https://api.kraken.com",
                        "SEXTANT_KRAKEN_TIER",
                        "pro"),
                triangles(DESK, FunctionSpec.ORDER_PLACER));
        assertEquals(
                of(
                        key("ExchangeSecretsKrakenReconciler"),
                        "SEXTANT_TRIANGLES_ACCOUNT",
                        ACCOUNT,
                        "SEXTANT_KRAKEN_REST_URL",
                        "https://api.kraken.com",
                        "SEXTANT_KRAKEN_STARTS",
                        "EUR,USD",
                        "SEXTANT_KRAKEN_TIER",
                        "pro"),
                triangles(DESK, FunctionSpec.RECONCILER));
        assertEquals(Set.of("order-placer", "reconciler", "kraken-order-placer", "kraken-reconciler"), empty(DESK));
    }

    @Test
    void besideTheDirectLaneOnlyTheReconcilerKnowsTheAccount() {
        for (FunctionSpec spec :
                List.of(FunctionSpec.SIGNAL_SCORER, FunctionSpec.RISK_CHECK, FunctionSpec.ORDER_PLACER)) {
            assertEquals(Map.of(), triangles(DIRECT, spec), spec.module());
        }
        assertEquals(
                of(
                        key("ExchangeSecretsKrakenReconciler"),
                        "SEXTANT_TRIANGLES_ACCOUNT",
                        ACCOUNT,
                        "SEXTANT_KRAKEN_REST_URL",
                        "https://api.kraken.com",
                        "SEXTANT_KRAKEN_STARTS",
                        "USD,EUR",
                        "SEXTANT_KRAKEN_TIER",
                        "starter"),
                triangles(DIRECT, FunctionSpec.RECONCILER));
        assertEquals(Set.of("order-placer", "reconciler", "direct", "kraken-reconciler"), empty(DIRECT));
    }

    @Test
    void whereNothingIsTradedThereIsNothingOfIt() {
        for (FunctionSpec spec : FunctionSpec.values()) {
            assertEquals(Map.of(), triangles(SynthesizedDesk.LIVE, spec), spec.module());
        }
        assertFalse(jobs(SynthesizedDesk.LIVE).contains(Schedules.RECONCILE_SPOT.event()));
        SynthesizedDesk.LIVE
                .ofType("AWS::CloudWatch::Alarm")
                .values()
                .forEach(alarm -> assertFalse(
                        alarm.path("AlarmName").asText().matches(".*(plan-|kraken-(reconciler|balance|account)).*")));
    }

    /** Secrets that somebody fills by hand. */
    private static Set<String> empty(SynthesizedDesk desk) {
        return desk.ofType("AWS::SecretsManager::Secret").values().stream()
                .filter(secret -> secret.path("GenerateSecretString").isMissingNode())
                .peek(secret -> assertTrue(secret.path("SecretString").isMissingNode()))
                .map(secret -> secret.path("Name").asText().replace("sextant-live/exchange/", ""))
                .collect(Collectors.toSet());
    }

    private static List<String> jobs(SynthesizedDesk desk) {
        return desk.ofType("AWS::Scheduler::Schedule").values().stream()
                .map(schedule -> schedule.path("Target").path("Input").asText())
                .toList();
    }

    private static List<Sweep> sweeps(SynthesizedDesk desk) throws Exception {
        List<JsonNode> targets = desk.ofType("AWS::Scheduler::Schedule").values().stream()
                .map(schedule -> schedule.path("Target"))
                .filter(target -> target.path("Input").asText().contains("\"sweep\""))
                .toList();
        for (JsonNode target : targets) {
            Sweep sweep = assertInstanceOf(
                    Sweep.class,
                    DecisionCodec.decode(target.path("Input").asText().getBytes(StandardCharsets.UTF_8)));
            assertEquals(
                    sweep.account().name(),
                    target.path("KinesisParameters").path("PartitionKey").asText());
        }
        return targets.stream()
                .map(target -> (Sweep)
                        DecisionCodec.decode(target.path("Input").asText().getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    @Test
    void theAccountIsReconciledEachMinuteAndSweptWhereTheFunctionsTradeIt() throws Exception {
        for (SynthesizedDesk desk : List.of(DESK, DIRECT)) {
            JsonNode schedule = desk.ofType("AWS::Scheduler::Schedule").values().stream()
                    .filter(each -> each.path("Target").path("Input").asText().equals(Schedules.RECONCILE_SPOT.event()))
                    .findFirst()
                    .orElseThrow();
            assertEquals("rate(1 minute)", schedule.path("ScheduleExpression").asText());
            assertTrue(Cfn.text(schedule.path("Target").path("Arn")).startsWith("<FunctionsreconcilerLive"));
        }
        assertEquals(
                Set.of("live-main", ACCOUNT),
                sweeps(DESK).stream().map(sweep -> sweep.account().name()).collect(Collectors.toSet()));
        assertEquals(
                Set.of("live-main"),
                sweeps(DIRECT).stream().map(sweep -> sweep.account().name()).collect(Collectors.toSet()));
    }

    @Test
    void itsAlarmsGoByFiguresThatTheReconcilerWrites() throws IOException {
        Map<String, JsonNode> alarms = new TreeMap<>();
        DESK.ofType("AWS::CloudWatch::Alarm")
                .values()
                .forEach(alarm -> alarms.put(alarm.path("AlarmName").asText().replace("sextant-live-", ""), alarm));
        assertFalse(alarms.containsKey("direct-silent"));
        Path sources = Path.of("../functions/reconciler/src/main/java/dev/sextant/reconciler");
        String written =
                Files.readString(sources.resolve("SpotPass.java")) + Files.readString(sources.resolve("Examiner.java"));
        for (String name : List.of(
                "plan-residual",
                "plan-order-unknown",
                "kraken-reconciler-silent",
                "kraken-balance-mismatch",
                "kraken-unreadable",
                "kraken-account-unfit")) {
            JsonNode alarm = Objects.requireNonNull(alarms.get(name), name);
            assertEquals(
                    "reconciler-spot",
                    alarm.path("Dimensions").path(0).path("Value").asText(),
                    name);
            assertTrue(written.contains('"' + alarm.path("MetricName").asText() + '"'), name);
        }
        assertTrue(Files.readString(sources.resolve("SpotReconcilers.java")).contains("\"reconciler-spot\""));
    }
}
