package dev.sextant.local.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    @TempDir
    private Path home;

    private void write(String text) throws IOException {
        Files.writeString(home.resolve(Settings.FILE), text);
    }

    private Settings.Value speed(Map<Key, String> flags, Map<String, String> environment) {
        return Settings.resolve(flags, environment, home).value(Key.SPEED);
    }

    @Test
    void flagBeatsEnvironmentBeatsFileBeatsDefault() throws Exception {
        Map<String, String> environment = Map.of("SEXTANT__DESK__SPEED", "3");
        assertEquals(new Settings.Value("1", "default"), speed(Map.of(), Map.of()));
        write("{\"desk\":{\"speed\":2}}");
        assertEquals(new Settings.Value("2", "sextant.json"), speed(Map.of(), Map.of()));
        assertEquals(new Settings.Value("3", "SEXTANT__DESK__SPEED"), speed(Map.of(), environment));
        assertEquals(new Settings.Value("max", "command line"), speed(Map.of(Key.SPEED, "max"), environment));
    }

    @Test
    void everythingWrongIsToldAtOnce() throws Exception {
        write(
                "{\"desk\":{\"port\":0,\"sped\":2},\"account\":{\"start_balance\":\"much\"},\"acount\":{\"leverage\":3}}");
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> Settings.resolve(Map.of(), Map.of("SEXTANT__DESK__LAMBDA_CADENCE", "yes"), home));
        assertEquals(
                "sextant.json names 'desk.sped', expected one of [port, capture, speed, mode, symbols, venue, live, lambda_cadence,"
                        + " strategies] in 'desk';"
                        + " sextant.json names 'acount', expected one of [desk, testnet, live, venue, kraken, archive, account];"
                        + " desk.port is '0', expected a port, 1 to 65535 (from sextant.json);"
                        + " desk.lambda_cadence is 'yes', expected true or false (from SEXTANT__DESK__LAMBDA_CADENCE);"
                        + " account.start_balance is 'much', expected an amount of USDT above 0 (from sextant.json)",
                refusal.getMessage());
    }

    @Test
    void theModeIsPaperUntilSomebodySaysOtherwise() {
        assertEquals(
                new Settings.Value("paper", "default"),
                Settings.resolve(Map.of(), Map.of(), home).value(Key.MODE));
    }

    @ParameterizedTest
    @CsvSource({"LIVE", "production", "demo", "''", "'live '"})
    void aModeIsOneOfThreeWords(String mode) {
        assertThrows(IllegalArgumentException.class, () -> Settings.resolve(Map.of(Key.MODE, mode), Map.of(), home));
    }

    @Test
    void namesThatTheSeedsKnewAreReadWhenOursAreNotThere() throws Exception {
        Map<String, String> environment =
                Map.of("TRADE_ENV", "production", "RISK_PER_TRADE_USD", "7", "MAX_POSITIONS", "2");
        write("{\"account\":{\"max_positions\":3}}");
        Settings settings = Settings.resolve(Map.of(), environment, home);
        assertEquals(new Settings.Value("live", "TRADE_ENV"), settings.value(Key.MODE));
        assertEquals(new Settings.Value("7", "RISK_PER_TRADE_USD"), settings.value(Key.RISK_PER_TRADE));
        assertEquals(new Settings.Value("2", "MAX_POSITIONS"), settings.value(Key.MAX_POSITIONS));
        assertEquals(
                new Settings.Value("testnet", "SEXTANT__DESK__MODE"),
                Settings.resolve(Map.of(), Map.of("TRADE_ENV", "production", "SEXTANT__DESK__MODE", "testnet"), home)
                        .value(Key.MODE));
    }

    @Test
    void fileThatIsNotJsonIsNamed() throws Exception {
        write("{\"desk\":");
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> Settings.resolve(Map.of(), Map.of(), home));
        assertEquals(
                "sextant.json is not JSON", String.valueOf(refusal.getMessage()).split(":", -1)[0]);
    }

    @ParameterizedTest
    @CsvSource({"65536", "0", "-1", "80a", "''", "99999999999"})
    void portOutOfRangeIsRefused(String port) {
        assertThrows(IllegalArgumentException.class, () -> Settings.resolve(Map.of(Key.PORT, port), Map.of(), home));
    }

    @ParameterizedTest
    @CsvSource({"-1", "10001", "99999", "123456", "1.5", "05", "20ms", "''"})
    void latencyIsWholeMillisecondsUpToTenSeconds(String latency) {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> Settings.resolve(Map.of(Key.VENUE_LATENCY_MS, latency), Map.of(), home));
        assertEquals(
                "venue.latency_ms is '" + latency + "', expected how many ms an order takes to the paper venue, and its"
                        + " answer back, 0 to 10000 (from command line)",
                refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"0", "20", "10000"})
    void latencyMayBeNone(int latency) {
        Settings settings = Settings.resolve(Map.of(), Map.of("SEXTANT__VENUE__LATENCY_MS", "" + latency), home);
        assertEquals(latency, settings.number(Key.VENUE_LATENCY_MS));
    }

    @ParameterizedTest
    @CsvSource({"0", "0.000", "-1", "1e3", "fast", "''", "NaN"})
    void speedMustBeAboveZero(String speed) {
        assertThrows(IllegalArgumentException.class, () -> Settings.resolve(Map.of(Key.SPEED, speed), Map.of(), home));
    }
}
