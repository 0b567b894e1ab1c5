package dev.sextant.ingest.opportunity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.sextant.domain.market.Symbol;
import dev.sextant.ingest.kraken.PairFees;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is stored goes before the settings, and a change of either is seen. */
class StoredFeesTest {

    private static final Symbol BTC_USD = new Symbol("BTC/USD");
    private static final Symbol ETH_USD = new Symbol("ETH/USD");

    private int otherwisePpm = 2_600;
    private long otherwiseVersion = 4;
    private final StoredFees fees = new StoredFees(new PairFees() {
        @Override
        public int ppm(Symbol pair) {
            return otherwisePpm;
        }

        @Override
        public long version() {
            return otherwiseVersion;
        }
    });

    @Test
    void theAccountsFeeGoesBeforeTheSettings() {
        fees.set(Map.of(BTC_USD, 4_000));
        assertEquals(4_000, fees.ppm(BTC_USD));
        assertEquals(2_600, fees.ppm(ETH_USD));
    }

    @Test
    void aChangeIsSeenWhereverItComesFrom() {
        long before = fees.version();
        fees.set(Map.of(BTC_USD, 4_000));
        long stored = fees.version();
        assertNotEquals(before, stored);
        fees.set(Map.of(BTC_USD, 4_000));
        assertEquals(stored, fees.version(), "the same again is no change");
        otherwisePpm = 3_000;
        otherwiseVersion++;
        assertNotEquals(stored, fees.version());
    }
}
