package dev.sextant.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** When somebody is called. */
class AlarmsTest {

    private final SynthesizedDesk desk = SynthesizedDesk.LIVE;

    @Test
    void everyAlarmIsToldToTheOneChannelAndSaysWhatItMeans() {
        alarms().forEach((name, alarm) -> {
            assertEquals(1, alarm.path("AlarmActions").size(), name);
            assertTrue(Cfn.text(alarm.path("AlarmActions").path(0)).startsWith("<AlarmsChannelTopic"), name);
            assertTrue(alarm.path("AlarmDescription").asText().length() > 60, name);
            assertTrue(alarm.path("ActionsEnabled").asBoolean(), name);
        });
        desk.desk().resourceCountIs("AWS::SNS::Topic", 1);
    }

    @Test
    void silenceOfIngestBooksRecorderAndReconcilerIsAnAlarmAndOfNothingElse() {
        Set<String> silent = new TreeSet<>();
        alarms().forEach((name, alarm) -> {
            if (alarm.path("TreatMissingData").asText().equals("breaching")) {
                silent.add(name);
            }
        });
        assertEquals(Set.of("ingest-silent", "kraken-feed-silent", "reconciler-silent", "recorder-silent"), silent);
    }

    @Test
    void everyFigureOfTheDesksOwnThatAnAlarmWatchesIsOneThatItsCodeWrites() {
        Map<String, Set<String>> watched = new TreeMap<>();
        alarms().values()
                .forEach(alarm -> metrics(alarm).forEach(metric -> {
                    if (metric.path("Namespace").asText().equals("Sextant")) {
                        JsonNode dimension = metric.path("Dimensions").path(0);
                        assertEquals("service", dimension.path("Name").asText());
                        watched.computeIfAbsent(dimension.path("Value").asText(), _ -> new TreeSet<>())
                                .add(metric.path("MetricName").asText());
                    }
                }));
        assertEquals(
                Set.of("ingest", "kraken", "order-placer", "reconciler", "recorder", "risk-check", "signal-scorer"),
                watched.keySet());
        String shared = sources("../shared/platform/src/main/java");
        watched.forEach((service, names) -> {
            String own = switch (service) {
                case "ingest", "kraken" -> sources("../ingest-fargate/src/main/java");
                case "recorder" ->
                    sources("../ingest-fargate/recorder/src/main/java") + sources("../ingest-fargate/src/main/java");
                default -> sources("../functions/" + service + "/src/main/java");
            };
            assertTrue(own.contains('"' + service + '"'), service);
            names.forEach(name -> assertTrue((own + shared).contains('"' + name + '"'), service + " " + name));
        });
        assertTrue(shared.contains("\"Sextant\"") && shared.contains("\"service\""));
    }

    @Test
    void everyStreamFunctionIsWatchedForLatenessFailuresAndWhatItSetAside() {
        for (String function : List.of("signal-scorer", "risk-check", "order-placer", "reconciler")) {
            for (String what : List.of("late", "batch-failures", "errors", "throttles")) {
                assertTrue(alarms().containsKey(function + "-" + what), function + " " + what);
            }
        }
        assertEquals(
                8,
                alarm("records-set-aside")
                        .path("Metrics")
                        .findValues("MetricName")
                        .size());
    }

    @Test
    void ticksMayBeTwoSecondsLateAndFramesFive() {
        assertEquals(2_000, alarm("order-placer-late").path("Threshold").asInt());
        assertEquals(2_000, alarm("risk-check-late").path("Threshold").asInt());
        assertEquals(5_000, alarm("signal-scorer-late").path("Threshold").asInt());
        assertEquals(30_000, alarm("reconciler-late").path("Threshold").asInt());
    }

    @Test
    void cloudWatchAndTheBudgetMayPublishAndEncryptWhatTheySay() {
        Set<String> services = new TreeSet<>();
        JsonNode policy = desk.one("AWS::SNS::TopicPolicy", "AlarmsChannel");
        for (JsonNode statement : policy.path("PolicyDocument").path("Statement")) {
            if (statement.path("Effect").asText().equals("Allow")) {
                services.addAll(Cfn.list(statement.path("Principal").path("Service")));
                assertFalse(statement
                        .path("Condition")
                        .path("StringEquals")
                        .path("aws:SourceAccount")
                        .isMissingNode());
            }
        }
        assertEquals(Set.of("budgets.amazonaws.com", "cloudwatch.amazonaws.com"), services);
        String keyPolicy =
                desk.one("AWS::KMS::Key", "KeysData").path("KeyPolicy").toString();
        services.forEach(service -> assertTrue(keyPolicy.contains(service), service));
    }

    @Test
    void theBudgetSpeaksBeforeItIsSpent() {
        JsonNode budget = desk.one("AWS::Budgets::Budget", "Alarms");
        assertEquals(
                200, budget.path("Budget").path("BudgetLimit").path("Amount").asInt());
        assertEquals(
                List.of("80", "100", "100"),
                budget.path("NotificationsWithSubscribers").findValues("Notification").stream()
                        .map(notification -> notification.path("Threshold").asText())
                        .toList());
    }

    @Test
    void theOperatorsAddressIsSubscribed() {
        desk.desk()
                .hasResourceProperties(
                        "AWS::SNS::Subscription", Map.of("Protocol", "email", "Endpoint", "desk@example.com"));
    }

    /** By name, without the desk's prefix. */
    private Map<String, JsonNode> alarms() {
        Map<String, JsonNode> alarms = new TreeMap<>();
        desk.ofType("AWS::CloudWatch::Alarm")
                .values()
                .forEach(
                        alarm -> alarms.put(alarm.path("AlarmName").asText().replaceFirst("sextant-live-", ""), alarm));
        return alarms;
    }

    private JsonNode alarm(String name) {
        return Objects.requireNonNull(alarms().get(name), name);
    }

    private static List<JsonNode> metrics(JsonNode alarm) {
        return alarm.has("MetricName") ? List.of(alarm) : alarm.path("Metrics").findValues("Metric");
    }

    private static String sources(String folder) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            StringBuilder text = new StringBuilder();
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                text.append(Files.readString(file));
            }
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
