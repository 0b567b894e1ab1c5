package dev.sextant.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.platform.config.PlatformSettings;
import dev.sextant.platform.sql.DatabaseAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The container that writes down what happened. */
class RecorderTest {

    private static final String TABLE =
            "arn:<AWS::Partition>:dynamodb:<AWS::Region>:<AWS::AccountId>:table/sextant-live-recorder";
    private static final Path SOURCES = Path.of("../ingest-fargate/recorder/src/main/java/dev/sextant/recorder");

    private final SynthesizedDesk desk = SynthesizedDesk.LIVE;

    private JsonNode container() {
        return desk.one("AWS::ECS::TaskDefinition", "RecorderTask")
                .path("ContainerDefinitions")
                .path(0);
    }

    @Test
    void itReadsTheMarketWritesToTheArchiveAndNamesItsTableAfterTheDesk() {
        Map<String, String> environment = SampleEnvironment.ofContainer(container());
        assertTrue(PlatformSettings.fromEnvironment(environment).marketStream().startsWith("StreamsMarket"));
        assertEquals("sextant", DatabaseAddress.fromEnvironment(environment).database());
        assertEquals("production", environment.get("SEXTANT_BINANCE"));
        assertEquals("sextant-live-recorder", environment.get("SEXTANT_RECORDER_NAME"));
        assertTrue(environment.getOrDefault("SEXTANT_ARCHIVE_BUCKET", "").startsWith("TradeArchiveBucket"));
    }

    @Test
    void itsProgramReadsEveryVariableItIsGiven() throws IOException {
        String reader = Files.readString(SOURCES.resolve("RecorderSettings.java"));
        SampleEnvironment.ofContainer(container()).keySet().stream()
                .filter(name -> name.startsWith("SEXTANT_") && !name.startsWith("SEXTANT_DB_"))
                .filter(name -> !name.equals("SEXTANT_MARKET_STREAM")) // by PlatformSettings, above
                .forEach(name -> assertTrue(reader.contains('"' + name + '"'), name));
    }

    @Test
    void itRunsItsOwnProgramFromTheIngestsImageOnAClassPathOfItsOwn() throws IOException {
        assertEquals(
                image(desk.one("AWS::ECS::TaskDefinition", "IngestTask")
                        .path("ContainerDefinitions")
                        .path(0)),
                image(container()));
        List<String> program = Cfn.list(container().path("EntryPoint"));
        assertEquals(
                List.of("-cp", "/app/recorder/*", "dev.sextant.recorder.RecorderMain"),
                program.subList(program.size() - 3, program.size()));
        assertTrue(Files.exists(SOURCES.resolve("RecorderMain.java")));
        assertTrue(Files.readString(Path.of("../ingest-fargate/Dockerfile"))
                .contains("\nCOPY recorder/target/image/lib/ /app/recorder/\n"));
        assertTrue(Files.readString(Path.of("../ingest-fargate/.dockerignore"))
                .contains("\n!recorder/target/image/lib/*.jar\n"));
    }

    private static String image(JsonNode container) {
        return Cfn.text(container.path("Image"));
    }

    @Test
    void itIsATaskOfItsOwnSoThatTheFeedOutlivesIt() {
        assertEquals(2, desk.ofType("AWS::ECS::Service").size());
        JsonNode service = desk.one("AWS::ECS::Service", "RecorderService");
        assertEquals(1, service.path("DesiredCount").asInt());
        desk.ofType("AWS::ECS::TaskDefinition")
                .forEach((id, task) ->
                        assertEquals(1, task.path("ContainerDefinitions").size(), id));
        assertTrue(container().path("ReadonlyRootFilesystem").asBoolean());
        assertTrue(container().path("PortMappings").isMissingNode());
        assertTrue(container().path("StopTimeout").asInt() > 10);
        assertEquals(
                "/sextant-live/recorder",
                desk.one("AWS::Logs::LogGroup", "Recorder").path("LogGroupName").asText());
    }

    @Test
    void aHibernatingDeskRecordsNothing() {
        assertEquals(
                0,
                SynthesizedDesk.with(Map.of("sextant:running", "false"))
                        .one("AWS::ECS::Service", "RecorderService")
                        .path("DesiredCount")
                        .asInt());
    }

    /** By resource, without the hashes of their ids. */
    private Map<String, List<String>> rights() {
        Map<String, List<String>> rights = new TreeMap<>();
        for (Statement statement : Statement.of(desk)) {
            if (statement.role().startsWith("RecorderTaskTaskRole") && statement.allows()) {
                for (String resource : statement.resources()) {
                    rights.computeIfAbsent(resource.replaceAll("[0-9A-F]{8,}", ""), _ -> new ArrayList<>())
                            .addAll(statement.actions());
                }
            }
        }
        rights.values().forEach(actions -> actions.sort(null));
        return rights;
    }

    @Test
    void itMayDoWhatTheLibraryAsksForOnItsOwnTableAndNoMore() {
        Map<String, List<String>> tables = new TreeMap<>();
        rights().forEach((resource, actions) -> {
            if (resource.contains(":dynamodb:")) {
                tables.put(
                        resource,
                        actions.stream()
                                .map(action -> action.replace("dynamodb:", ""))
                                .toList());
            }
        });
        assertEquals(
                Map.of(
                        TABLE,
                        List.of(
                                "CreateTable",
                                "DeleteItem",
                                "DescribeTable",
                                "GetItem",
                                "PutItem",
                                "Scan",
                                "UpdateItem",
                                "UpdateTable"),
                        TABLE + "/index/LeaseOwnerToLeaseKeyIndex",
                        List.of("Query"),
                        TABLE + "-CoordinatorState",
                        List.of("DescribeTable"),
                        TABLE + "-WorkerMetricStats",
                        List.of("DescribeTable")),
                tables);
    }

    @Test
    void itMayReadTheMarketKeepObjectsAndRunStatementsAndPutNothingOnAnyStream() {
        List<String> actions = rights().values().stream()
                .flatMap(List::stream)
                .sorted()
                .distinct()
                .toList();
        assertFalse(actions.contains("kinesis:PutRecords"), actions.toString());
        assertFalse(actions.stream().anyMatch(action -> action.startsWith("cloudwatch:")), "its figures are log lines");
        assertEquals(
                List.of(
                        "kinesis:DescribeStream",
                        "kinesis:DescribeStreamSummary",
                        "kinesis:GetRecords",
                        "kinesis:GetShardIterator",
                        "kinesis:ListShards",
                        "kms:Decrypt",
                        "kms:GenerateDataKey",
                        "rds-data:ExecuteStatement",
                        "s3:PutObject",
                        "secretsmanager:GetSecretValue"),
                actions.stream()
                        .filter(action -> !action.startsWith("dynamodb:"))
                        .toList());
    }

    @Test
    void theArchiveOutlivesTheDeskAndKeepsWhatIsReplaced() {
        JsonNode bucket = desk.one("AWS::S3::Bucket", "TradeArchive");
        assertEquals(
                "Enabled", bucket.path("VersioningConfiguration").path("Status").asText());
        assertTrue(bucket.path("LifecycleConfiguration").isMissingNode(), "nothing of it is forgotten");
        desk.resources().forEach((id, resource) -> {
            if (id.startsWith("TradeArchiveBucket")
                    && resource.path("Type").asText().equals("AWS::S3::Bucket")) {
                assertEquals("Retain", resource.path("DeletionPolicy").asText());
            }
        });
    }
}
