package dev.sextant.recorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sextant.ingest.config.ConfigException;
import dev.sextant.venues.binance.market.BinanceEndpoints;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecorderSettingsTest {

    private static final Map<String, String> LEAST = Map.of(
            "SEXTANT_DB_CLUSTER_ARN", "arn:aws:rds:us-east-1:1:cluster:sextant",
            "SEXTANT_DB_SECRET_ARN", "arn:aws:secretsmanager:us-east-1:1:secret:ingest",
            "SEXTANT_DB_NAME", "sextant",
            "SEXTANT_ARCHIVE_BUCKET", "sextant-archive");

    private static Map<String, String> and(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(LEAST);
        all.putAll(more);
        return all;
    }

    @Test
    void theLeastThatMustBeSetIsDatabaseAndBucket() throws ConfigException {
        RecorderSettings settings = RecorderSettings.from(LEAST);
        assertEquals("sextant-market", settings.stream());
        assertEquals("sextant-recorder", settings.application());
        assertEquals(BinanceEndpoints.production(), settings.data());
        assertEquals("sextant-archive", settings.archiveBucket());
        assertEquals(2, settings.monthsKept());
    }

    @Test
    void everythingCanBeSet() throws ConfigException {
        RecorderSettings settings = RecorderSettings.from(and(Map.of(
                "SEXTANT_MARKET_STREAM", "m",
                "SEXTANT_RECORDER_NAME", "desk-2",
                "SEXTANT_BINANCE", "testnet",
                "SEXTANT_BINANCE_REST_URL", "http://127.0.0.1:9",
                "SEXTANT_ARCHIVE_MONTHS_KEPT", "12")));
        assertEquals("m", settings.stream());
        assertEquals("desk-2", settings.application());
        assertEquals("http://127.0.0.1:9", settings.data().rest().toString());
        assertEquals(12, settings.monthsKept());
    }

    @Test
    void allThatIsWrongIsToldTogetherWithVariableValueAndWhatWouldBeRight() {
        ConfigException wrong = assertThrows(
                ConfigException.class,
                () -> RecorderSettings.from(Map.of(
                        "SEXTANT_BINANCE", "mainnet",
                        "SEXTANT_RECORDER_NAME", "a b",
                        "SEXTANT_ARCHIVE_MONTHS_KEPT", "0")));
        assertEquals("""
                the configuration is wrong:
                  SEXTANT_DB_CLUSTER_ARN is '', expected an ARN (arn:aws…)
                  SEXTANT_BINANCE is 'mainnet', expected one of production, testnet
                  SEXTANT_RECORDER_NAME is 'a b', expected 3 to 200 letters, digits, dots, dashes and underscores
                  SEXTANT_ARCHIVE_BUCKET is '', expected the name of a bucket
                  SEXTANT_ARCHIVE_MONTHS_KEPT is '0', expected a whole number from 1 to 1200""", wrong.getMessage());
    }
}
