package dev.sextant.local.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ExchangeKeysTest {

    @Test
    void whatHoldsAKeyStaysBehindAndNothingElse() {
        ProcessBuilder builder = new ProcessBuilder("true");
        builder.environment().clear();
        for (String name : Set.of(
                "SEXTANT_LIVE_API_KEY",
                "SEXTANT_LIVE_API_SECRET",
                "SEXTANT_LIVE_PRIVATE_KEY",
                "SEXTANT_TESTNET_API_SECRET",
                "SEXTANT__LIVE__REST_URL",
                "SEXTANT_STATE",
                "PATH")) {
            builder.environment().put(name, "x");
        }
        assertEquals(
                Set.of("SEXTANT__LIVE__REST_URL", "SEXTANT_STATE", "PATH"),
                ExchangeKeys.withhold(builder).environment().keySet());
    }
}
