package dev.sextant.local.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.venues.binance.mode.TradingMode;
import dev.sextant.venues.binance.trade.Credentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFileTest {

    private static final String SECRET = "s3cr3t-that-nobody-may-see";
    private static final String TEXT = "{\"api_key\":\"0a1b2c3d4e5f6a7b8c9d\",\"api_secret\":\"" + SECRET + "\"}";

    @TempDir
    private Path folder;

    private Path file(String text, String permissions) throws IOException {
        Path file = Files.writeString(folder.resolve("live.json"), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private static String refusal(Path file, Map<String, String> environment) {
        String said = String.valueOf(
                assertThrows(IllegalArgumentException.class, () -> KeyFile.read(TradingMode.LIVE, environment, file))
                        .getMessage());
        assertFalse(said.contains(SECRET) || said.contains("\n"), said);
        return said;
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-------", "r--------", "rwx------"})
    void aFileThatOnlyItsOwnerReadsIsRead(String permissions) throws Exception {
        Credentials key = KeyFile.read(TradingMode.LIVE, Map.of(), file(TEXT, permissions));
        assertEquals(SECRET, key.secret());
        assertEquals(Credentials.Kind.HMAC, key.kind());
        assertFalse(key.toString().contains(SECRET));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r--r--", "rw----r--", "rw-r-----", "rw--w----", "rw-----w-", "rw------x"})
    void aFileThatOthersReachIsRefusedWithTheCommandThatMendsIt(String permissions) throws Exception {
        Path file = file(TEXT, permissions);
        assertEquals(file + " can be read by others than its owner: chmod 600 " + file, refusal(file, Map.of()));
    }

    @Test
    void aLinkIsNotJudgedByItsTarget() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), file(TEXT, "rw-------"));
        assertTrue(refusal(link, Map.of()).contains("is a link"));
    }

    @Test
    void theEnvironmentComesFirstAndTheFileIsNotLookedAt() throws Exception {
        Path open = file("{}", "rw-rw-rw-");
        Credentials key = KeyFile.read(
                TradingMode.TESTNET,
                Map.of(
                        "SEXTANT_TESTNET_API_KEY", "0a1b2c3d4e5f6a7b8c9d",
                        "SEXTANT_TESTNET_API_SECRET", "another-secret-of-the-testnet"),
                open);
        assertEquals("another-secret-of-the-testnet", key.secret());
    }

    @Test
    void aKeyOfOneModeIsNoKeyOfTheOther() {
        Map<String, String> testnet =
                Map.of("SEXTANT_TESTNET_API_KEY", "0a1b2c3d4e5f6a7b8c9d", "SEXTANT_TESTNET_API_SECRET", SECRET);
        String said = refusal(folder.resolve("none.json"), testnet);
        assertTrue(said.startsWith("mode live needs a key: set SEXTANT_LIVE_API_KEY"), said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"api_key\":\"0a1b2c3d4e5f6a7b8c9d\",\"api_secret\":\"" + SECRET,
                "{\"api_key\":\"0a1b2c3d4e5f6a7b8c9d\"}",
                "{\"api_key\":\"your-key\",\"api_secret\":\"" + SECRET + "\"}",
                "{\"api_secret\":\"" + SECRET + "\"}",
                "[]",
                ""
            })
    void whatIsWrongWithAFileIsToldWithoutItsContent(String text) throws Exception {
        refusal(file(text, "rw-------"), Map.of());
    }
}
