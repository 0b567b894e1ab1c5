package dev.sextant.venues.kraken.trade.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.market.Symbol;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RateCounterTest {

    private static final Symbol BTC = new Symbol("BTC/USD");
    private static final Symbol ETH = new Symbol("ETH/USD");

    private static BigDecimal counts(String text) {
        return new BigDecimal(text);
    }

    private static void assertLevel(String expected, BigDecimal level) {
        assertEquals(0, counts(expected).compareTo(level), () -> "level is " + level + ", expected " + expected);
    }

    @Test
    void addAmendAndCancelAreEightWithoutDecay() {
        RateCounter counter = new RateCounter(Tier.STARTER, 0);
        counter.count(BTC, EngineCost.add(), 0);
        counter.count(BTC, EngineCost.amend(7_000), 0);
        counter.count(BTC, EngineCost.cancel(43_000), 0);
        assertLevel("8", counter.level(BTC, 0));
    }

    @Test
    void fiftyAddsAndTenSecondsLeaveTwentySixPointSix() {
        RateCounter counter = new RateCounter(Tier.INTERMEDIATE, 0);
        for (int i = 0; i < 50; i++) {
            assertEquals(0, counter.take(BTC, EngineCost.add(), 0));
        }
        assertLevel("26.6", counter.level(BTC, 10_000));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 8",
        "4999, 8",
        "5000, 6",
        "9999, 6",
        "10000, 5",
        "14999, 5",
        "15000, 4",
        "44999, 4",
        "45000, 2",
        "89999, 2",
        "90000, 1",
        "299999, 1",
        "300000, 0"
    })
    void aCancelCostsByAge(long ageMs, int cost) {
        assertEquals(cost * Tier.UNITS, EngineCost.cancel(ageMs));
    }

    @ParameterizedTest
    @CsvSource({"0, 4, 7", "5000, 3, 6", "10000, 2, 5", "15000, 1, 3", "45000, 1, 2", "90000, 1, 1"})
    void amendmentsAndEditsCostByAge(long ageMs, int amend, int edit) {
        assertEquals(amend * Tier.UNITS, EngineCost.amend(ageMs));
        assertEquals(edit * Tier.UNITS, EngineCost.edit(ageMs));
    }

    @Test
    void aBatchCostsHalf() {
        RateCounter counter = new RateCounter(Tier.PRO, 0);
        counter.count(BTC, EngineCost.addBatch(15), 0);
        assertLevel("7.5", counter.level(BTC, 0));
        assertThrows(IllegalArgumentException.class, () -> EngineCost.addBatch(0));
    }

    @Test
    void theReserveIsForCancels() {
        RateCounter counter = new RateCounter(Tier.STARTER, 16);
        for (int i = 0; i < 44; i++) {
            assertEquals(0, counter.take(BTC, EngineCost.add(), 0));
        }
        assertEquals(1_000, counter.take(BTC, EngineCost.add(), 0), "an add must wait for a count to fall");
        assertEquals(0, counter.take(ETH, EngineCost.add(), 0), "another pair has a counter of its own");
        assertEquals(0, counter.takeCancel(BTC, 1_000, 0));
        assertEquals(0, counter.takeCancel(BTC, 1_000, 0));
        assertLevel("60", counter.level(BTC, 0));
        assertEquals(8_000, counter.takeCancel(BTC, 1_000, 0));
        assertEquals(0, counter.takeCancel(BTC, 301_000, 0), "an old order's cancel is free");
        assertEquals(0, counter.takeCancel(BTC, 1_000, 8_000));
        assertEquals(Long.MAX_VALUE, counter.take(BTC, 45 * Tier.UNITS, 0), "what never fits never may");
    }

    @Test
    void theVenuesThresholdReplacesThePublishedOne() {
        RateCounter counter = new RateCounter(Tier.STARTER, 2, 1);
        assertEquals(0, counter.take(BTC, EngineCost.add(), 0));
        assertTrue(counter.take(BTC, EngineCost.add(), 0) > 0);
        assertThrows(IllegalArgumentException.class, () -> new RateCounter(Tier.STARTER, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new RateCounter(Tier.STARTER, 60));
        assertThrows(IllegalArgumentException.class, () -> new RateCounter(Tier.STARTER, -1));
    }

    @Test
    void aClockThatGoesBackDecaysNothing() {
        RateCounter counter = new RateCounter(Tier.STARTER, 0);
        counter.count(BTC, EngineCost.add(), 10_000);
        assertLevel("1", counter.level(BTC, 5_000));
        assertLevel("0.5", counter.level(BTC, 10_500));
        assertLevel("0", counter.level(BTC, Long.MAX_VALUE));
    }

    /** The twin counts in decimals, millisecond by millisecond of the published rate, and never waits. */
    @ParameterizedTest
    @EnumSource(Tier.class)
    void staysWithASlowTwinAndNeverAboveTheLimit(Tier tier) {
        BigDecimal perMs = counts(
                switch (tier) {
                    case STARTER -> "0.001";
                    case INTERMEDIATE -> "0.00234";
                    case PRO -> "0.00375";
                });
        Random random = new Random(20_261_122);
        RateCounter counter = new RateCounter(tier, 20);
        BigDecimal twin = BigDecimal.ZERO;
        long nowMs = 0;
        for (int i = 0; i < 5_000; i++) {
            long passed = random.nextLong(700);
            nowMs += passed;
            twin = twin.subtract(perMs.multiply(BigDecimal.valueOf(passed))).max(BigDecimal.ZERO);
            long ageMs = random.nextLong(320_000);
            boolean cancels = random.nextInt(4) == 0;
            long cost = cancels ? EngineCost.cancel(ageMs) : EngineCost.add() * (1 + random.nextInt(4));
            long waitMs = cancels ? counter.takeCancel(BTC, ageMs, nowMs) : counter.take(BTC, cost, nowMs);
            if (waitMs == 0) {
                twin = twin.add(BigDecimal.valueOf(cost).divide(counts("100000")));
            } else {
                BigDecimal most = BigDecimal.valueOf(tier.engineThreshold() - (cancels ? 0 : 20))
                        .subtract(BigDecimal.valueOf(cost).divide(counts("100000")));
                BigDecimal exactMs = twin.subtract(most).divide(perMs, 0, RoundingMode.CEILING);
                assertEquals(exactMs.longValueExact(), waitMs);
            }
            assertLevel(twin.toPlainString(), counter.level(BTC, nowMs));
            assertTrue(twin.compareTo(BigDecimal.valueOf(tier.engineThreshold())) <= 0);
        }
    }

    @Test
    void restCallsHaveACounterOfTheirOwn() {
        RestCounter counter = new RestCounter(Tier.STARTER, 0);
        for (int i = 0; i < 7; i++) {
            assertEquals(0, counter.take(2, 0));
        }
        assertEquals(3_031, counter.take(2, 0), "a count falls in 3.03 s");
        assertEquals(0, counter.take(1, 0));
        assertEquals(0, counter.take(0, 0), "placing and cancelling are not counted here");
        assertLevel("15", counter.level(0));
        assertLevel("14.67", counter.level(1_000));
        assertThrows(IllegalArgumentException.class, () -> counter.take(16, 0));
        assertThrows(IllegalArgumentException.class, () -> counter.take(-1, 0));
    }
}
