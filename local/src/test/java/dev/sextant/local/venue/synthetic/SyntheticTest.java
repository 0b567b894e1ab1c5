package dev.sextant.local.venue.synthetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.money.E8;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** What is made up is a function of seed and time, and stays within what is plausible. */
class SyntheticTest {

    private static final long PRICE_E8 = 61_800 * E8.ONE;
    private static final long DAY_MS = 86_400_000;

    @Property(tries = 300)
    void sameSeedAndTimeSameValuesInAnyOrder(
            @ForAll long seed, @ForAll @LongRange(min = 0, max = 4_000_000_000_000L) long timeMs) {
        SyntheticPrices prices = new SyntheticPrices(seed, "BTCUSDT");
        SyntheticPrices again = new SyntheticPrices(seed, "BTCUSDT");
        long unused = again.markE8(PRICE_E8, timeMs + DAY_MS) + again.indexE8(PRICE_E8, timeMs - DAY_MS);
        assertNotEquals(0, unused);
        assertEquals(prices.markE8(PRICE_E8, timeMs), again.markE8(PRICE_E8, timeMs));
        assertEquals(
                new SyntheticLiquidations(seed, "BTCUSDT").after(timeMs),
                new SyntheticLiquidations(seed, "BTCUSDT").after(timeMs));
    }

    @Property(tries = 300)
    void valuesStayPlausible(@ForAll long seed, @ForAll @LongRange(min = 0, max = 4_000_000_000_000L) long timeMs) {
        long markE8 = new SyntheticPrices(seed, "BTCUSDT").markE8(PRICE_E8, timeMs);
        assertTrue(Math.abs(markE8 - PRICE_E8) <= PRICE_E8 / 10_000 * 3 + 1, "within 3 bps");
        SyntheticFunding funding = new SyntheticFunding(seed, "BTCUSDT");
        assertTrue(Math.abs(funding.rateE8(timeMs)) <= 25_000);
        assertEquals(0, funding.nextMs(timeMs) % SyntheticFunding.INTERVAL_MS);
        assertTrue(funding.nextMs(timeMs) > timeMs);
        SyntheticStatistics statistics = new SyntheticStatistics(seed, "BTCUSDT");
        assertTrue(statistics.openInterestE8(timeMs) > 77_000 * E8.ONE);
        assertTrue(statistics.openInterestE8(timeMs) < 83_000 * E8.ONE);
        int longShare = statistics.longAccountsPerMyriad(timeMs);
        assertTrue(longShare >= 4_700 && longShare <= 6_500);
    }

    @Test
    void seedsAndSymbolsDiffer() {
        long timeMs = 1_723_161_300_000L;
        assertNotEquals(
                new SyntheticPrices(1, "BTCUSDT").markE8(PRICE_E8, timeMs),
                new SyntheticPrices(2, "BTCUSDT").markE8(PRICE_E8, timeMs));
        assertNotEquals(
                new SyntheticPrices(1, "BTCUSDT").markE8(PRICE_E8, timeMs),
                new SyntheticPrices(1, "ETHUSDT").markE8(PRICE_E8, timeMs));
    }

    @Test
    void pinnedSoThatOldRunsCanBeRepeated() {
        SyntheticPrices prices = new SyntheticPrices(1, "BTCUSDT");
        assertEquals("61792.88075855", E8.print(prices.markE8(PRICE_E8, 1_723_161_300_000L)));
    }

    @Test
    void liquidationsComeAtMostOncePerSecondAndNowAndThen() {
        SyntheticLiquidations generator = new SyntheticLiquidations(1, "BTCUSDT");
        long startMs = 1_723_161_256_000L;
        int count = 0;
        long lastSecond = -1;
        SyntheticLiquidations.Liquidation next = generator.after(startMs);
        while (next.timeMs() < startMs + 3_600_000) {
            assertTrue(next.timeMs() / 1_000 > lastSecond);
            assertTrue(next.qtyE8() > 0 && next.qtyE8() <= 2 * E8.ONE);
            lastSecond = next.timeMs() / 1_000;
            count++;
            next = generator.after(next.timeMs());
        }
        assertTrue(count > 350 && count < 550, "about 450 in an hour, was " + count);
    }
}
