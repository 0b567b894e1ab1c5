package dev.sextant.local.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.local.venue.VenueServer;
import dev.sextant.local.venue.VenueServerConfig;
import dev.sextant.local.venue.play.Speed;
import dev.sextant.local.venue.rest.ApiKey;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./sextant up --live} against a venue server that stands in for the exchange. */
@Timeout(300)
class LiveDeskTest {

    private static final Path CAPTURE = CommandLine.home().resolve("captures/usdm-btcusdt-20240808.gz");

    @TempDir
    private Path folder;

    @Test
    void paperTradesOnWhatTheExchangeSendsAndSaysWhenItIsGone() throws Exception {
        VenueServer exchange = VenueServer.start(
                VenueServerConfig.of(CAPTURE, new ApiKey("nobody", "nothing")).withSpeed(Speed.parse("8")));
        CommandLine sextant = sextant(exchange);
        try (RunningDesk desk = RunningDesk.up(sextant, folder, "--live")) {
            desk.awaitSaid("live BTCUSDT from 127.0.0.1:");
            desk.await(
                    "a trade that a fill has opened", () -> !desk.all("/trades").isEmpty());
            JsonNode health = desk.get("/health");
            assertTrue(health.path("replay").isNull(), "nothing is replayed: " + health);
            assertEquals("LIVE", health.path("venue").path("state").textValue());
            String status = sextant.run("status").out();
            assertTrue(status.contains("live       http://127.0.0.1:"), status);
            assertTrue(status.contains("  LIVE  clock "), status);

            exchange.close();
            desk.await("the venue to be called stale", () -> venueState(desk).equals("STALE"));
            assertTrue(sextant.run("status").out().contains("  STALE: "));
            desk.await(
                    "entries to be refused for stale data",
                    () -> desk.get("/risk").toString().contains("data_stale"));
            JsonNode report = desk.stop();
            assertEquals(0, report.path("lost").asLong(-1), report.toString());
            assertEquals(0, report.path("duplicated").asLong(-1), report.toString());
            assertEquals(0, report.path("position_mismatch").asLong(-1), report.toString());
            assertTrue(report.path("trades_stored").asLong() > 500, report.toString());
            assertTrue(report.path("fills").asLong() > 0, report.toString());
        }
    }

    @Test
    void anExchangeThatDoesNotAnswerIsSaidBeforeAnythingIsStarted() throws Exception {
        CommandLine.Said said = new CommandLine(
                        folder.resolve("state"),
                        Map.of(
                                "SEXTANT__LIVE__REST_URL", "http://127.0.0.1:9",
                                "SEXTANT__LIVE__WS_URL", "ws://127.0.0.1:9"))
                .run("up", "--live", "--port", "8099");
        assertEquals(1, said.exitCode());
        assertEquals(1, said.err().lines().count(), said.err());
        assertTrue(said.err().contains("http://127.0.0.1:9"), said.err());
        assertFalse(folder.resolve("state/postgres").toFile().exists());
    }

    private CommandLine sextant(VenueServer exchange) {
        return new CommandLine(
                folder.resolve("state"),
                Map.of(
                        "SEXTANT__LIVE__REST_URL", exchange.httpUri().toString(),
                        "SEXTANT__LIVE__WS_URL", exchange.wsUri().toString()));
    }

    private static String venueState(RunningDesk desk) {
        return desk.get("/health").path("venue").path("state").asText();
    }
}
