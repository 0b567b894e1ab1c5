package dev.sextant.venues.binance.trade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {

    @Test
    void theTextFormShowsNothingOfTheSecret() {
        String shown = Desk.KEYS.toString();
        assertEquals("Credentials[HMAC, key dbef…, secret ***]", shown);
        assertFalse(shown.contains(Desk.SECRET.substring(0, 4)));
    }

    @Test
    void theVariablesDecideTheKindOfKey() {
        assertEquals(
                Desk.KEYS,
                Credentials.fromEnvironment(
                        Map.of("PAPER_API_KEY", Desk.API_KEY, "PAPER_API_SECRET", Desk.SECRET), "PAPER"));
        Credentials ed25519 = Credentials.fromEnvironment(
                Map.of("PAPER_API_KEY", Desk.API_KEY, "PAPER_PRIVATE_KEY", "MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v"), "PAPER");
        assertEquals(Credentials.Kind.ED25519, ed25519.kind());
    }

    @Test
    void missingAndDoubleVariablesAreNamed() {
        assertTrue(refusal(Map.of())
                .contains("exactly one of PAPER_API_SECRET and PAPER_PRIVATE_KEY must be set, found neither"));
        assertTrue(refusal(Map.of("PAPER_API_SECRET", Desk.SECRET, "PAPER_PRIVATE_KEY", "x"))
                .contains("found both"));
        assertTrue(refusal(Map.of("PAPER_API_SECRET", Desk.SECRET)).contains("PAPER_API_KEY is empty"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "your-api-secret-here",
                "YOUR_BINANCE_SECRET",
                "<paste the secret here>",
                "${BINANCE_SECRET_VALUE}",
                "CHANGEME-CHANGEME-1",
                "xxxxxxxxxxxxxxxxxxxxxxxx",
                "00000000000000000000",
                "example-secret-0123456789",
                "short"
            })
    void aSecretThatIsStillTheTemplatesIsRefusedAndNotRepeated(String secret) {
        String message = refusal(Map.of("PAPER_API_KEY", Desk.API_KEY, "PAPER_API_SECRET", secret));
        assertTrue(message.startsWith("PAPER_API_SECRET "), message);
        assertFalse(message.contains(secret), message);
    }

    private static String refusal(Map<String, String> environment) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, () -> Credentials.fromEnvironment(environment, "PAPER"))
                        .getMessage());
    }
}
