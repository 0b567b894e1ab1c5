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
        write("{\"desk\":{\"port\":0,\"sped\":2},\"account\":{\"start_balance\":\"much\"}}");
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> Settings.resolve(Map.of(), Map.of("SEXTANT__DESK__LAMBDA_CADENCE", "yes"), home));
        assertEquals(
                "sextant.json names 'desk.sped', expected one of [desk.port, desk.capture, desk.speed, desk.live,"
                        + " live.rest_url, live.ws_url, desk.lambda_cadence, desk.strategies, archive.months_kept, account.start_balance,"
                        + " account.risk_per_trade];"
                        + " desk.port is '0', expected a port, 1 to 65535 (from sextant.json);"
                        + " desk.lambda_cadence is 'yes', expected true or false (from SEXTANT__DESK__LAMBDA_CADENCE);"
                        + " account.start_balance is 'much', expected an amount of USDT above 0 (from sextant.json)",
                refusal.getMessage());
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
    @CsvSource({"0", "0.000", "-1", "1e3", "fast", "''", "NaN"})
    void speedMustBeAboveZero(String speed) {
        assertThrows(IllegalArgumentException.class, () -> Settings.resolve(Map.of(Key.SPEED, speed), Map.of(), home));
    }
}
