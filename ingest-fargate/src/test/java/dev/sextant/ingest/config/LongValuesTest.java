package dev.sextant.ingest.config;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LongValuesTest {

    @Test
    void aLongValueIsShownInShort() {
        Map<String, String> environment =
                Map.of("SEXTANT_SYMBOLS", ",".repeat(50_000), "SEXTANT_ACCOUNTS", "paper-main");

        ConfigException refused = assertThrows(ConfigException.class, () -> IngestConfig.from(environment));

        assertTrue(String.valueOf(refused.getMessage()).length() < 1_000);
    }
}
