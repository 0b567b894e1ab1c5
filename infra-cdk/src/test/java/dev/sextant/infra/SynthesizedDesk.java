package dev.sextant.infra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.infra.artifact.Artifacts;
import dev.sextant.infra.settings.DeskSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.assertions.Template;

/**
 * A desk as templates, by its settings; synthesised once for all tests. The flags are those of cdk.json, the artifacts a
 * file each.
 */
final class SynthesizedDesk {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** As it comes. */
    static final SynthesizedDesk TESTNET = new SynthesizedDesk(Map.of());

    /** With everything set. */
    static final SynthesizedDesk LIVE = new SynthesizedDesk(Map.of(
            "sextant:mode", "live",
            "sextant:symbols", "BTCUSDT,ETHUSDT",
            "sextant:alarmEmail", "desk@example.com",
            "sextant:viewers", "203.0.113.0/24",
            "sextant:operatorTokenSha256", "0123456789abcdef".repeat(4),
            "sextant:kraken", "true",
            "sextant:krakenFeeBps", "16",
            "sextant:krakenMaxNotional", "500"));

    /** One whose functions trade triangles. */
    static final SynthesizedDesk STREAMED = new SynthesizedDesk(Map.of(
            "sextant:mode", "live",
            "sextant:alarmEmail", "desk@example.com",
            "sextant:kraken", "true",
            "sextant:krakenStarts", "EUR,USD",
            "sextant:krakenNews", "none",
            "sextant:krakenTrade", "true",
            "sextant:krakenLane", "stream",
            "sextant:krakenTier", "pro",
            "sextant:krakenPlanAgeMs", "2000"));

    private final Map<String, String> given;
    private final Path output = temporaryFolder();
    private final App app;
    private final Stacks stacks;
    private final Map<String, JsonNode> resources = new LinkedHashMap<>();

    private SynthesizedDesk(Map<String, String> given) {
        this.given = new TreeMap<>(given);
        Map<String, Object> context = new HashMap<>(flags());
        context.putAll(given);
        // Nothing is published from here, so nothing needs copying; findings are read, not thrown.
        context.put("aws:cdk:disable-asset-staging", true);
        context.put("@aws-cdk/core:annotationsInValidationReport", false);
        this.app = new App(AppProps.builder()
                .context(context)
                .outdir(output.toString())
                .analyticsReporting(false)
                .build());
        this.stacks = new Stacks(app, DeskSettings.from(context), new Artifacts(artifacts()));
    }

    /** Another one. */
    static SynthesizedDesk with(Map<String, String> given) {
        return new SynthesizedDesk(given);
    }

    private static Map<String, Object> flags() {
        try {
            Map<String, Object> flags = new HashMap<>();
            JSON.readTree(Path.of("cdk.json").toFile())
                    .path("context")
                    .properties()
                    .forEach(flag -> flags.put(flag.getKey(), JSON.convertValue(flag.getValue(), Object.class)));
            return flags;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One small file for everything the build leaves. */
    static Path artifacts() {
        Path root = temporaryFolder();
        for (String function : new String[] {"signal-scorer", "risk-check", "order-placer", "reconciler", "api"}) {
            write(root.resolve("functions/" + function + "/target/lambda/lib/" + function + ".jar"));
        }
        write(root.resolve("ingest-fargate/Dockerfile"));
        write(root.resolve("ingest-fargate/target/image/lib/ingest.jar"));
        write(root.resolve("ingest-fargate/recorder/target/image/lib/recorder.jar"));
        write(root.resolve("ingest-fargate/direct/target/image/lib/direct.jar"));
        write(root.resolve("dashboard/dist/index.html"));
        return root;
    }

    private static void write(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, "a fixture");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target/desks")), "desk-")
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    App app() {
        return app;
    }

    Template state() {
        return Template.fromStack(stacks.state());
    }

    Template desk() {
        return Template.fromStack(stacks.desk());
    }

    Stacks stacks() {
        return stacks;
    }

    /** Both stacks' resources by logical id, in the order of the templates. */
    synchronized Map<String, JsonNode> resources() {
        if (resources.isEmpty()) {
            for (Template template : new Template[] {state(), desk()}) {
                JSON.<JsonNode>valueToTree(template.toJSON())
                        .path("Resources")
                        .properties()
                        .forEach(resource -> resources.put(resource.getKey(), resource.getValue()));
            }
        }
        return resources;
    }

    /** The properties of all resources of a type, by logical id. */
    Map<String, JsonNode> ofType(String type) {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        resources().forEach((id, resource) -> {
            if (resource.path("Type").asText().equals(type)) {
                found.put(id, resource.path("Properties"));
            }
        });
        return found;
    }

    /** The one resource of a type whose id begins so. */
    JsonNode one(String type, String idPrefix) {
        List<JsonNode> found = ofType(type).entrySet().stream()
                .filter(resource -> resource.getKey().startsWith(idPrefix))
                .map(Map.Entry::getValue)
                .toList();
        if (found.size() != 1) {
            throw new IllegalArgumentException(found.size() + " resources of " + type + " begin with " + idPrefix
                    + ", expected one: " + ofType(type).keySet());
        }
        return found.getFirst();
    }

    /** Files that the synthesis left, by their name. */
    List<JsonNode> written(String name) {
        try (Stream<Path> files = Files.list(output)) {
            List<JsonNode> found = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                if (file.getFileName().toString().matches(name)) {
                    found.add(JSON.readTree(file.toFile()));
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return given.getOrDefault("sextant:mode", "testnet");
    }
}
