package dev.sextant.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.domain.event.Account;
import dev.sextant.domain.market.Symbol;
import dev.sextant.ingest.config.ConfigException;
import dev.sextant.ingest.config.IngestConfig;
import dev.sextant.ingest.opportunity.WatchSettings;
import dev.sextant.platform.config.PlatformSettings;
import dev.sextant.platform.sql.DatabaseAddress;
import dev.sextant.venues.binance.market.BinanceEndpoints;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The container that listens to the exchange. */
class IngestTest {

    @Test
    void theIngestAcceptsItsEnvironment() throws ConfigException {
        Map<String, String> environment = SampleEnvironment.ofContainer(container(SynthesizedDesk.LIVE));
        IngestConfig config = IngestConfig.from(environment);
        assertEquals(List.of(new Symbol("BTCUSDT"), new Symbol("ETHUSDT")), config.symbols());
        assertEquals(List.of(new Account("live-main")), config.accounts());
        assertEquals(BinanceEndpoints.production(), config.endpoints());
        assertEquals(Path.of("/tmp/spill"), config.spillFolder());
        assertTrue(config.slot().isEmpty(), "during a deployment there are two, so none may take over at once");
        assertTrue(PlatformSettings.fromEnvironment(environment).marketStream().startsWith("StreamsMarket"));
        assertTrue(
                PlatformSettings.fromEnvironment(environment).decisionsStream().startsWith("StreamsDecisions"));
        assertEquals("sextant", DatabaseAddress.fromEnvironment(environment).database());
    }

    @Test
    void krakenIsWatchedForTrianglesWhereThatIsAskedFor() throws ConfigException {
        WatchSettings watch = IngestConfig.from(SampleEnvironment.ofContainer(container(SynthesizedDesk.LIVE)))
                .kraken()
                .orElseThrow();
        assertEquals(URI.create("wss://ws.kraken.com/v2"), watch.address());
        assertFalse(watch.synthetic());
        assertEquals(List.of("USD", "EUR"), watch.feed().starts());
        assertEquals(1_600, watch.feed().feePpm());
        assertEquals(500, watch.limits().maxNotional());
        assertTrue(IngestConfig.from(SampleEnvironment.ofContainer(container(SynthesizedDesk.TESTNET)))
                .kraken()
                .isEmpty());
    }

    @Test
    void onTestnetItListensToTheTestMarket() throws ConfigException {
        assertEquals(
                BinanceEndpoints.testnet(),
                IngestConfig.from(SampleEnvironment.ofContainer(container(SynthesizedDesk.TESTNET)))
                        .endpoints());
    }

    @Test
    void nothingCanConnectToItAndItSpeaksHttpsAlone() {
        JsonNode group = SynthesizedDesk.TESTNET.one("AWS::EC2::SecurityGroup", "ContainersOnlyOut");
        assertTrue(group.path("SecurityGroupIngress").isMissingNode());
        assertEquals(1, group.path("SecurityGroupEgress").size());
        assertEquals(
                443, group.path("SecurityGroupEgress").path(0).path("ToPort").asInt());
        assertTrue(
                SynthesizedDesk.TESTNET.ofType("AWS::EC2::SecurityGroupIngress").isEmpty());
        assertTrue(container(SynthesizedDesk.TESTNET).path("PortMappings").isMissingNode());
    }

    @Test
    void itCanWriteNothingButScratchAndHasTimeToDrain() {
        JsonNode container = container(SynthesizedDesk.TESTNET);
        assertTrue(container.path("ReadonlyRootFilesystem").asBoolean());
        assertEquals(
                "/tmp",
                container.path("MountPoints").path(0).path("ContainerPath").asText());
        assertTrue(container.path("StopTimeout").asInt() > 10);
    }

    @Test
    void theNewOneReadsBeforeTheOldOneEnds() {
        SynthesizedDesk.TESTNET
                .desk()
                .hasResourceProperties(
                        "AWS::ECS::Service",
                        Map.of(
                                "DesiredCount",
                                1,
                                "DeploymentConfiguration",
                                Map.of(
                                        "MinimumHealthyPercent",
                                        100,
                                        "MaximumPercent",
                                        200,
                                        "DeploymentCircuitBreaker",
                                        Map.of("Enable", true, "Rollback", true))));
    }

    @Test
    void itsImageRunsAsNobodySpecialWithoutAShell() throws IOException {
        String recipe = Files.readString(Path.of("../ingest-fargate/Dockerfile"));
        assertTrue(recipe.contains("\nFROM gcr.io/distroless/java25-debian13:nonroot\n"), recipe);
        assertFalse(recipe.contains("\nUSER"), recipe);
        assertFalse(recipe.contains("\nRUN"), recipe);
        assertTrue(recipe.contains("\"dev.sextant.ingest.IngestMain\""), recipe);
    }

    private static JsonNode container(SynthesizedDesk desk) {
        return desk.one("AWS::ECS::TaskDefinition", "IngestTask")
                .path("ContainerDefinitions")
                .path(0);
    }
}
