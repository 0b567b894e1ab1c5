package dev.sextant.direct;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.ingest.config.ConfigException;
import dev.sextant.venues.kraken.trade.rate.Tier;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DirectSettingsTest {

    private final Map<String, String> environment = new HashMap<>(Map.of(
            "SEXTANT_KRAKEN_WS_URL", "ws://127.0.0.1:1/v2",
            "SEXTANT_KRAKEN_REST_URL", "http://127.0.0.1:2",
            "SEXTANT_KRAKEN_PRIVATE_WS_URL", "ws://127.0.0.1:3/v2",
            "SEXTANT_KRAKEN_API_KEY", "a-key-of-many-signs",
            "SEXTANT_KRAKEN_API_SECRET", "c2VjcmV0LW9mLXRoZS1tYWRlLXZlbnVlLTEyMzQ1Ng==",
            "SEXTANT_DIRECT_ACCOUNT", "paper-main-kraken",
            "SEXTANT_DIRECT_CURRENCY", "USD"));

    @Test
    void whatIsNotSetIsTheUsual() throws ConfigException {
        DirectSettings settings = DirectSettings.from(environment);
        assertEquals(Tier.STARTER, settings.tier());
        assertEquals("triangles", settings.lane().strategy());
        assertEquals("paper-main-kraken", settings.lane().account().name());
        assertEquals(1_000, settings.lane().maxBookAgeMs());
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        environment.put("SEXTANT_KRAKEN_TIER", "gold");
        environment.put("SEXTANT_KRAKEN_REST_URL", "ftp://there");
        environment.remove("SEXTANT_DIRECT_ACCOUNT");
        environment.remove("SEXTANT_KRAKEN_WS_URL");
        String told = String.valueOf(assertThrows(ConfigException.class, () -> DirectSettings.from(environment))
                .getMessage());
        assertTrue(told.contains("SEXTANT_KRAKEN_TIER is 'gold', expected one of starter, intermediate, pro"), told);
        assertTrue(told.contains("SEXTANT_KRAKEN_REST_URL is 'ftp://there'"), told);
        assertTrue(told.contains("SEXTANT_DIRECT_ACCOUNT is '', expected the account that trades"), told);
        assertTrue(told.contains("SEXTANT_KRAKEN_WS_URL is '', expected the address of the public books"), told);
    }

    @Test
    void onlyLiveGoesToTheExchangeAndOnlyOverTls() throws ConfigException {
        environment.put("SEXTANT_KRAKEN_REST_URL", "https://api.kraken.com");
        environment.put("SEXTANT_KRAKEN_PRIVATE_WS_URL", "wss://ws-auth.kraken.com/v2");
        String told = String.valueOf(assertThrows(ConfigException.class, () -> DirectSettings.from(environment))
                .getMessage());
        assertTrue(
                told.contains("SEXTANT_KRAKEN_REST_URL is 'https://api.kraken.com', expected loopback: in mode paper"),
                told);
        environment.put("SEXTANT_MODE", "live");
        told = String.valueOf(assertThrows(ConfigException.class, () -> DirectSettings.from(environment))
                .getMessage());
        assertTrue(
                told.contains("SEXTANT_DIRECT_ACCOUNT is 'paper-main-kraken', expected an account of mode live"), told);
        environment.put("SEXTANT_DIRECT_ACCOUNT", "live-main-kraken");
        assertEquals(LaneMode.LIVE, DirectSettings.from(environment).mode());
        environment.put("SEXTANT_KRAKEN_REST_URL", "http://api.kraken.com");
        assertThrows(ConfigException.class, () -> DirectSettings.from(environment));
        environment.put("SEXTANT_KRAKEN_REST_URL", "https://api.kraken.com.example");
        assertThrows(ConfigException.class, () -> DirectSettings.from(environment));
    }

    @Test
    void aKeyThatIsMissingIsNamedAndNeverShown() {
        environment.put("SEXTANT_KRAKEN_API_SECRET", "not base64!");
        String told =
                String.valueOf(assertThrows(IllegalArgumentException.class, () -> DirectSettings.from(environment))
                        .getMessage());
        assertTrue(told.contains("SEXTANT_KRAKEN_API_SECRET") && !told.contains("base64!"), told);
    }
}
