package dev.sextant.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.infra.desk.FunctionSpec;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The five functions, as Lambda would run them. */
class FunctionsTest {

    private static final int PATIENCE_S = 60;

    @Test
    void everyFunctionStartsWithTheEnvironmentOfItsTemplateAndNothingElse() throws Exception {
        start(SynthesizedDesk.LIVE, List.of(FunctionSpec.values()));
    }

    /** None of them asks Kraken anything meanwhile: there is no way to it from here. */
    @Test
    void soDoThoseThatTradeTriangles() throws Exception {
        start(
                SynthesizedDesk.STREAMED,
                List.of(FunctionSpec.SIGNAL_SCORER, FunctionSpec.ORDER_PLACER, FunctionSpec.RECONCILER));
    }

    private static void start(SynthesizedDesk desk, List<FunctionSpec> specs) throws Exception {
        Map<FunctionSpec, Process> started = new EnumMap<>(FunctionSpec.class);
        for (FunctionSpec spec : specs) {
            started.put(spec, start(spec, function(desk, spec)));
        }
        for (Map.Entry<FunctionSpec, Process> each : started.entrySet()) {
            Process process = each.getValue();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(process.waitFor(PATIENCE_S, TimeUnit.SECONDS), said);
            assertTrue(said.endsWith("started\n"), each.getKey() + ": " + said);
        }
    }

    /** In Lambda a function stands alone: the others' beans must not be on its class path. */
    private static Process start(FunctionSpec spec, JsonNode function) throws IOException {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.matches(".*/functions/(?!" + spec.module() + "/).*"))
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classPath,
                HandlerMain.class.getName(),
                function.path("Handler").asText()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(SampleEnvironment.ofFunction(function));
        // What Lambda adds by itself.
        builder.environment().put("AWS_REGION", "ap-northeast-1");
        builder.environment()
                .put("AWS_LAMBDA_FUNCTION_NAME", function.path("FunctionName").asText());
        return builder.start();
    }

    @Test
    void javaTwentyFiveOnArmWithSnapshotsWhereAStartWouldBeWaitedFor() {
        Map<String, Boolean> snapshots = new TreeMap<>();
        for (FunctionSpec spec : FunctionSpec.values()) {
            JsonNode function = function(SynthesizedDesk.TESTNET, spec);
            assertEquals("java25", function.path("Runtime").asText());
            assertEquals("arm64", function.path("Architectures").path(0).asText());
            snapshots.put(
                    spec.module(),
                    function.path("SnapStart").path("ApplyOn").asText().equals("PublishedVersions"));
        }
        assertEquals(
                Map.of(
                        "signal-scorer",
                        false,
                        "risk-check",
                        true,
                        "order-placer",
                        true,
                        "reconciler",
                        true,
                        "api",
                        true),
                snapshots);
    }

    @Test
    void thereIsOnePlacerAndOneReconcilerAtATimeAndTheApiCannotTakeEverything() {
        Map<String, Integer> reserved = new TreeMap<>();
        for (FunctionSpec spec : FunctionSpec.values()) {
            JsonNode concurrency = function(SynthesizedDesk.TESTNET, spec).path("ReservedConcurrentExecutions");
            if (!concurrency.isMissingNode()) {
                reserved.put(spec.module(), concurrency.asInt());
            }
        }
        assertEquals(Map.of("order-placer", 1, "reconciler", 1, "api", 10), reserved);
    }

    @Test
    void theReconcilerIsDoneBeforeItsNextMinute() {
        assertTrue(function(SynthesizedDesk.TESTNET, FunctionSpec.RECONCILER)
                        .path("Timeout")
                        .asInt()
                < 60);
    }

    @Test
    void whatTheClockCalledAndFailedIsNotRepeatedByLambda() {
        SynthesizedDesk.TESTNET
                .desk()
                .allResourcesProperties(
                        "AWS::Lambda::EventInvokeConfig",
                        Map.of("MaximumRetryAttempts", 0, "MaximumEventAgeInSeconds", 60));
    }

    @Test
    void everyFunctionLogsIntoAGroupThatForgetsAfterAMonth() {
        Set<String> groups = new HashSet<>();
        SynthesizedDesk.TESTNET.ofType("AWS::Logs::LogGroup").forEach((id, group) -> {
            if (!id.startsWith("CustomCDKBucketDeployment")) {
                assertEquals(30, group.path("RetentionInDays").asInt(), id);
                assertTrue(Cfn.text(group.path("KmsKeyId")).contains("KeysData"), id);
            }
            groups.add("<" + id + ">");
        });
        for (FunctionSpec spec : FunctionSpec.values()) {
            JsonNode function = function(SynthesizedDesk.TESTNET, spec);
            assertTrue(groups.contains(Cfn.text(function.path("LoggingConfig").path("LogGroup"))), spec.module());
        }
    }

    private static JsonNode function(SynthesizedDesk desk, FunctionSpec spec) {
        return desk.one("AWS::Lambda::Function", "Functions" + spec.module().replace("-", "") + "Function");
    }
}
