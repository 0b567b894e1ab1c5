package dev.sextant.local.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.local.venue.rest.ApiKey;
import dev.sextant.local.venue.rest.Rights;
import dev.sextant.local.whole.CommandLine.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./sextant up --mode testnet} and {@code live} against a venue server in another process that stands in for Binance. */
@Timeout(420)
class ModesTest {

    private static final ApiKey KEY = new ApiKey("stand-in-desk-api-key", "stand-in-desk-secret-that-nobody-sees");

    @TempDir
    private Path folder;

    private static Path keyFile(Path folder, String permissions) throws IOException {
        Path file = Files.writeString(
                folder.resolve("key.json"),
                "{\"api_key\":\"" + KEY.key() + "\",\"api_secret\":\"" + KEY.secret() + "\"}");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private CommandLine sextant(Map<String, String> addresses, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(addresses);
        environment.putAll(more);
        return new CommandLine(folder.resolve("state"), environment);
    }

    @Test
    void testnetOrdersGoToTheExchangeAndItsNewsComeBack() throws Exception {
        Path key = keyFile(folder, "rw-r--r--");
        try (PresentMarket exchange = PresentMarket.open(folder, KEY)) {
            CommandLine sextant =
                    sextant(exchange.addresses("TESTNET"), Map.of("SEXTANT__TESTNET__KEY_FILE", key.toString()));
            Said open = sextant.run("up", "--mode", "testnet", "--port", "8098");
            assertEquals(1, open.exitCode());
            assertTrue(open.err().contains("chmod 600 " + key), open.err());
            keyFile(folder, "rw-------");

            try (RunningDesk desk = RunningDesk.up(sextant, folder, "--mode", "testnet")) {
                desk.awaitSaid("mode        testnet");
                desk.awaitSaid("testnet BTCUSDT at 127.0.0.1:");
                desk.await(
                        "a filled entry",
                        () -> desk.all("/orders").stream()
                                .anyMatch(
                                        order -> order.path("purpose").asText().equals("ENTRY")
                                                && order.path("state").asText().equals("FILLED")));
                desk.await(
                        "its stop",
                        () -> desk.all("/orders").stream()
                                .anyMatch(
                                        order -> order.path("purpose").asText().equals("STOP")));
                JsonNode health = desk.get("/health");
                assertEquals("testnet", health.path("mode").asText());
                assertEquals("testnet-main", health.path("account").asText());
                assertEquals("LIVE", health.path("venue").path("state").asText());
                assertTrue(Math.abs(health.path("venue").path("clock_offset_ms").asLong()) < 5_000, health.toString());
                assertThePrivateStreamIsHeard(desk);
                String status = sextant.run("status").out();
                assertTrue(status.contains("  testnet  testnet-main  "), status);
                JsonNode report = desk.stop();
                assertTrue(report.path("fills").asLong() > 0, report.toString());
                assertEquals(0, report.path("duplicated").asLong(-1), report.toString());
                assertEquals(0, report.path("unknown_orders").asLong(-1), report.toString());
                assertEquals(0, report.path("position_mismatch").asLong(-1), report.toString());
            }
            assertNobodyWroteTheSecretDown();
            assertTheStateStaysOfItsMode(sextant);
        }
    }

    private static void assertThePrivateStreamIsHeard(RunningDesk desk) throws InterruptedException {
        desk.await("the private stream", () -> {
            for (JsonNode consumer : desk.get("/health").path("consumers")) {
                if (consumer.path("name").asText().equals("reconciler")) {
                    return consumer.path("records").asLong() > 2
                            && consumer.path("errors").asLong() == 0;
                }
            }
            return false;
        });
        desk.await(
                "an order's news by the stream",
                () -> desk.all("/orders").stream()
                        .map(order ->
                                desk.get("/orders/" + order.path("intent_id").asText()))
                        .anyMatch(order -> order.path("trail").toString().contains("\"user-stream\"")));
    }

    private void assertNobodyWroteTheSecretDown() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("state"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertFalse(
                        Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1)
                                .contains(KEY.secret()),
                        file.toString());
            }
        }
    }

    private static void assertTheStateStaysOfItsMode(CommandLine sextant) throws Exception {
        for (String[] other : List.of(new String[] {"up"}, new String[] {"up", "--speed", "max"})) {
            Said said = sextant.run(other);
            assertEquals(1, said.exitCode());
            assertEquals(1, said.err().lines().count(), said.err());
            assertTrue(said.err().contains("is of orders in mode testnet at 127.0.0.1:"), said.err());
        }
    }

    private Map<String, String> live(Map<String, String> key) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "SEXTANT__ACCOUNT__RISK_PER_TRADE", "10",
                "SEXTANT__ACCOUNT__MAX_POSITIONS", "1",
                "SEXTANT__ACCOUNT__MAX_SYMBOL_NOTIONAL", "2000",
                "SEXTANT__ACCOUNT__MAX_TOTAL_NOTIONAL", "2000",
                "SEXTANT__ACCOUNT__MAX_DAILY_LOSS_R", "3",
                "SEXTANT__ACCOUNT__MARGIN_TYPE", "CROSSED",
                "SEXTANT__ACCOUNT__LEVERAGE", "20"));
        settings.putAll(key);
        return settings;
    }

    private static final Map<String, String> LIVE_KEY =
            Map.of("SEXTANT_LIVE_API_KEY", KEY.key(), "SEXTANT_LIVE_API_SECRET", KEY.secret());

    @Test
    void aKeyThatCanWithdrawStartsNothing() throws Exception {
        ApiKey thief = KEY.withRights(Rights.careful().withWithdrawals(true));
        try (PresentMarket exchange = PresentMarket.open(folder, thief)) {
            CommandLine sextant = sextant(exchange.addresses("LIVE"), live(LIVE_KEY));
            Said doctor = sextant.run("doctor", "--mode", "live", "--json");
            assertEquals(1, doctor.exitCode(), doctor.out() + doctor.err());
            JsonNode rights = null;
            for (JsonNode finding : new ObjectMapper().readTree(doctor.out())) {
                rights = finding.path("check").asText().equals("key_rights") ? finding : rights;
            }
            assertTrue(rights != null && rights.path("verdict").asText().equals("FAIL"), doctor.out());
            Said up = sextant.run("up", "--mode", "live", "--confirm", "live-main:30", "--port", "8097");
            assertEquals(1, up.exitCode());
            assertEquals(1, up.err().lines().count(), up.err());
            assertTrue(up.err().contains("mode live is refused: ") && up.err().contains("enableWithdrawals"), up.err());
            assertFalse(Files.exists(folder.resolve("state/postgres")), "nothing was started");
            assertFalse((doctor.out() + doctor.err() + up.err()).contains(KEY.secret()));
        }
    }

    @Test
    void realMoneyStartsWithWordsThatFitAndWithEveryStrategyStopped() throws Exception {
        try (PresentMarket exchange = PresentMarket.open(folder, KEY)) {
            CommandLine sextant = sextant(exchange.addresses("LIVE"), live(LIVE_KEY));
            Said doctor = sextant.run("doctor", "--mode", "live");
            assertTrue(doctor.out().contains("./sextant up --mode live --confirm live-main:30"), doctor.out());
            Said wrong = sextant.run("up", "--mode", "live", "--confirm", "live-main:100", "--port", "8096");
            assertEquals(1, wrong.exitCode());
            assertTrue(wrong.err().contains("--confirm is 'live-main:100', expected 'live-main:30'"), wrong.err());

            try (RunningDesk desk = RunningDesk.up(sextant, folder, "--mode", "live", "--confirm", "live-main:30")) {
                desk.awaitSaid("mode        LIVE");
                desk.awaitSaid("REAL MONEY: BTCUSDT at 127.0.0.1:");
                assertEquals("live", desk.get("/health").path("mode").asText());
                for (JsonNode strategy : desk.get("/strategies").path("items")) {
                    assertEquals("STOPPED", strategy.path("state").asText(), strategy::toString);
                }
                assertTrue(sextant.run("status").out().contains("  LIVE, REAL MONEY  live-main  "));
                Said nobody = sextant.run("strategy", "start", "demo_fast");
                assertEquals(1, nobody.exitCode(), nobody.out());
                assertTrue(nobody.err().contains("the name of who does this"), nobody.err());
                Said somebody = sextant.run("strategy", "start", "demo_fast", "--by", "Ada Lovelace");
                assertEquals(0, somebody.exitCode(), somebody.err());
                assertTrue(somebody.out().contains("RUNNING"), somebody.out());
                desk.stop();
            }
        }
    }
}
