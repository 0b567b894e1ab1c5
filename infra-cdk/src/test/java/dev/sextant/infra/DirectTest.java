package dev.sextant.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.infra.settings.DeskSettings;
import dev.sextant.infra.settings.SettingsException;
import dev.sextant.platform.sql.DatabaseAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The container that trades triangles. */
class DirectTest {

    private static final Path SOURCES = Path.of("../ingest-fargate/direct/src/main/java/dev/sextant/direct");
    private static final Map<String, String> ASKED = Map.of(
            "sextant:mode", "live",
            "sextant:alarmEmail", "desk@example.com",
            "sextant:kraken", "true",
            "sextant:krakenTrade", "true",
            "sextant:krakenTier", "pro");
    private static final SynthesizedDesk DESK = SynthesizedDesk.with(ASKED);

    private static JsonNode container() {
        return task("Direct").path("ContainerDefinitions").path(0);
    }

    private static JsonNode task(String name) {
        return DESK.one("AWS::ECS::TaskDefinition", name + "Task");
    }

    /** Without the hashes of ids. */
    private static List<String> actions(String role) {
        List<String> actions = new ArrayList<>();
        for (Statement statement : Statement.of(DESK)) {
            if (statement.allows() && statement.role().startsWith(role)) {
                for (String resource : statement.resources()) {
                    statement
                            .actions()
                            .forEach(action -> actions.add(action + " " + resource.replaceAll("[0-9A-F]{8,}", "")));
                }
            }
        }
        return actions.stream().sorted().toList();
    }

    @Test
    void itIsThereOnlyWhereItWasAskedFor() {
        assertEquals(2, SynthesizedDesk.LIVE.ofType("AWS::ECS::Service").size());
        assertEquals(3, DESK.ofType("AWS::ECS::Service").size());
        SynthesizedDesk.LIVE.resources().keySet().forEach(id -> assertFalse(id.contains("Direct"), id));
    }

    @Test
    void onlyRealMoneyHasSomewhereToSendItsOrdersTo() {
        for (String mode : List.of("paper", "testnet")) {
            Map<String, Object> asked = new TreeMap<>(ASKED);
            asked.put("sextant:mode", mode);
            String told = String.valueOf(assertThrows(SettingsException.class, () -> DeskSettings.from(asked))
                    .getMessage());
            assertTrue(told.contains("sextant:krakenTrade is 'true', expected false in mode " + mode), told);
        }
        Map<String, Object> unwatched = new TreeMap<>(ASKED);
        unwatched.put("sextant:kraken", "false");
        assertThrows(SettingsException.class, () -> DeskSettings.from(unwatched));
    }

    @Test
    void neverTwoOfThem() {
        JsonNode service = DESK.one("AWS::ECS::Service", "DirectService");
        assertEquals(1, service.path("DesiredCount").asInt());
        assertEquals(
                0,
                service.path("DeploymentConfiguration")
                        .path("MinimumHealthyPercent")
                        .asInt(-1));
        assertEquals(
                100,
                service.path("DeploymentConfiguration").path("MaximumPercent").asInt());
        JsonNode ingest = DESK.one("AWS::ECS::Service", "IngestService");
        assertEquals(
                200,
                ingest.path("DeploymentConfiguration").path("MaximumPercent").asInt());
    }

    @Test
    void itLeavesThroughTheAddressThatTheExchangeKnows() {
        JsonNode network = DESK.one("AWS::ECS::Service", "DirectService")
                .path("NetworkConfiguration")
                .path("AwsvpcConfiguration");
        assertEquals("DISABLED", network.path("AssignPublicIp").asText());
        assertTrue(Cfn.list(network.path("Subnets")).stream().allMatch(subnet -> subnet.contains("egress")));
    }

    @Test
    void itsProgramReadsEveryVariableItIsGivenAndTheBooksAreItsAlone() throws IOException {
        Map<String, String> environment = SampleEnvironment.ofContainer(container());
        assertEquals("sextant", DatabaseAddress.fromEnvironment(environment).database());
        assertEquals("live-main-kraken", environment.get("SEXTANT_DIRECT_ACCOUNT"));
        assertEquals("https://api.kraken.com", environment.get("SEXTANT_KRAKEN_REST_URL"));
        assertEquals("pro", environment.get("SEXTANT_KRAKEN_TIER"));
        String readers = Files.readString(SOURCES.resolve("DirectSettings.java"))
                + Files.readString(
                        Path.of("../ingest-fargate/src/main/java/dev/sextant/ingest/config/KrakenVariables.java"))
                + Files.readString(SOURCES.resolve("LaneMode.java"));
        environment.keySet().stream()
                .filter(name -> name.startsWith("SEXTANT_") && !name.startsWith("SEXTANT_DB_"))
                .forEach(name -> assertTrue(
                        readers.contains('"' + name + '"')
                                || readers.contains('"' + name.replace("SEXTANT_KRAKEN", "") + '"'),
                        name));
        SampleEnvironment.ofContainer(
                        task("Ingest").path("ContainerDefinitions").path(0))
                .keySet()
                .forEach(name -> assertFalse(name.contains("KRAKEN"), name));
    }

    @Test
    void itRunsItsOwnProgramFromTheIngestsImageOnAClassPathOfItsOwn() throws IOException {
        List<String> program = Cfn.list(container().path("EntryPoint"));
        assertEquals(
                List.of("-cp", "/app/direct/*", "dev.sextant.direct.DirectMain"),
                program.subList(program.size() - 3, program.size()));
        assertTrue(Files.exists(SOURCES.resolve("DirectMain.java")));
        assertTrue(Files.readString(Path.of("../ingest-fargate/Dockerfile"))
                .contains("\nCOPY direct/target/image/lib/ /app/direct/\n"));
        assertTrue(Files.readString(Path.of("../ingest-fargate/.dockerignore"))
                .contains("\n!direct/target/image/lib/*.jar\n"));
    }

    @Test
    void itsKeyIsASecretOfItsOwnThatNoOtherPartCanRead() {
        Map<String, String> secrets = new TreeMap<>();
        container()
                .path("Secrets")
                .forEach(secret -> secrets.put(
                        secret.path("Name").asText(),
                        Cfn.text(secret.path("ValueFrom")).replaceAll("[0-9A-F]{8,}", "")));
        assertEquals(
                Map.of(
                        "SEXTANT_KRAKEN_API_KEY", "<ExchangeSecretsDirect>:api_key::",
                        "SEXTANT_KRAKEN_API_SECRET", "<ExchangeSecretsDirect>:api_secret::"),
                secrets);
        for (Statement statement : Statement.of(DESK)) {
            boolean reads =
                    statement.resources().stream().anyMatch(resource -> resource.contains("ExchangeSecretsDirect"));
            assertTrue(!reads || statement.role().startsWith("DirectTaskExecutionRole"), statement.toString());
        }
        assertTrue(task("Ingest")
                .path("ContainerDefinitions")
                .path(0)
                .path("Secrets")
                .isMissingNode());
        assertTrue(actions("DirectTaskExecutionRole").stream()
                .anyMatch(action -> action.startsWith("kms:Decrypt <KeysExchange")));
    }

    @Test
    void itMayRunStatementsUnderItsOwnLoginAndNothingElse() {
        List<String> may = actions("DirectTaskTaskRole");
        List<String> expected = List.of(
                "kms:Decrypt <KeysData",
                "rds-data:ExecuteStatement ",
                "secretsmanager:GetSecretValue <DatabaseLoginsextantdirect");
        assertEquals(expected.size(), may.size(), may::toString);
        for (int i = 0; i < expected.size(); i++) {
            assertTrue(may.get(i).startsWith(expected.get(i)), may.get(i));
        }
    }

    @Test
    void oneCommandStopsItAndAPausedDeskHasNone() {
        Map<String, Map<String, Object>> outputs = DESK.desk().findOutputs("StopDirect");
        assertEquals(
                "aws ecs update-service --desired-count 0 --cluster sextant-live --service direct",
                outputs.getOrDefault("StopDirect", Map.of()).get("Value"));
        assertEquals(
                "sextant-live",
                DESK.one("AWS::ECS::Cluster", "Containers").path("ClusterName").asText());
        Map<String, String> paused = new TreeMap<>(ASKED);
        paused.put("sextant:running", "false");
        assertEquals(
                0,
                SynthesizedDesk.with(paused)
                        .one("AWS::ECS::Service", "DirectService")
                        .path("DesiredCount")
                        .asInt());
    }

    @Test
    void itsFiguresHaveAlarms() throws IOException {
        List<String> names = DESK.ofType("AWS::CloudWatch::Alarm").values().stream()
                .map(alarm -> alarm.path("AlarmName").asText())
                .toList();
        String health = Files.readString(SOURCES.resolve("LaneHealth.java"));
        for (String name : List.of(
                "direct-silent",
                "plan-residual",
                "plan-order-unknown",
                "kraken-reconciler-silent",
                "kraken-balance-mismatch",
                "kraken-unreadable",
                "kraken-account-unfit")) {
            assertTrue(names.contains("sextant-live-" + name), name);
        }
        Stream.of("PlansLive", "PlansResidual", "PlanOrdersUnknown")
                .forEach(figure -> assertTrue(health.contains('"' + figure + '"'), figure));
    }
}
