package dev.sextant.ingest.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class LegCostTest {

    private static final BigDecimal FEES = new BigDecimal("0.4");

    private static BigDecimal of(String decimal) {
        return new BigDecimal(decimal);
    }

    private static LegCost bought(String decided, String accepted, String fill) {
        BigDecimal qty = of("2");
        return LegCost.of(true, qty, of(fill).multiply(qty), of(decided), of(accepted), FEES);
    }

    private static String bps(LegCost cost) {
        return cost.bps(Objects.requireNonNull(cost.latency())) + " + "
                + cost.bps(Objects.requireNonNull(cost.fill())) + " = " + cost.bps(cost.total()) + ", fees "
                + cost.bps(cost.fees());
    }

    @Test
    void aBuyThatTheMarketRanAwayFromLosesByLatencyAndThenInTheBook() {
        assertEquals("5.0000 + 2.0000 = 7.0000, fees 2.0000", bps(bought("1000", "1000.5", "1000.7")));
    }

    @Test
    void aMarketThatCameTowardsABuyIsAGain() {
        assertEquals("-5.0000 + 2.0000 = -3.0000, fees 2.0000", bps(bought("1000", "999.5", "999.7")));
    }

    @Test
    void aSellLosesWhenPricesFall() {
        LegCost cost = LegCost.of(false, of("2"), of("1998.6"), of("1000"), of("999.5"), FEES);
        assertEquals("5.0000 + 2.0000 = 7.0000, fees 2.0000", bps(cost));
    }

    @Test
    void severalFillsCountByTheirAverage() {
        BigDecimal quote = of("0.001").multiply(of("1000")).add(of("0.003").multiply(of("1002")));
        LegCost cost = LegCost.of(true, of("0.004"), quote, of("1000"), of("1000"), BigDecimal.ZERO);
        assertEquals("15.0000", cost.bps(cost.total()).toString(), "average 1001.5");
    }

    @Test
    void whereNoTradeTellsThePriceAtAcceptanceOnlyTheTotalIsKnown() {
        LegCost cost = LegCost.of(true, of("2"), of("2001.4"), of("1000"), null, FEES);
        assertNull(cost.latency());
        assertNull(cost.fill());
        assertEquals("7.0000", cost.bps(cost.total()).toString());
    }

    @Test
    void halvesOfTheLastDigitGoAwayFromZero() {
        LegCost cost = LegCost.of(true, of("1"), of("20000.0001"), of("20000"), of("20000"), BigDecimal.ZERO);
        assertEquals("0.0001", cost.bps(cost.total()).toString(), "0.00005 bps");
    }

    @Property
    boolean latencyAndFillAreTheTotalToTheLastDigit(
            @ForAll boolean buys,
            @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long qtyE8,
            @ForAll @LongRange(min = 1, max = 10_000_000_000_000L) long decidedE8,
            @ForAll @LongRange(min = 1, max = 10_000_000_000_000L) long acceptedE8,
            @ForAll @LongRange(min = 1, max = 10_000_000_000_000L) long fillE8) {
        BigDecimal qty = BigDecimal.valueOf(qtyE8, 8);
        LegCost cost = LegCost.of(
                buys,
                qty,
                BigDecimal.valueOf(fillE8, 8).multiply(qty),
                BigDecimal.valueOf(decidedE8, 8),
                BigDecimal.valueOf(acceptedE8, 8),
                BigDecimal.ZERO);
        BigDecimal sum = Objects.requireNonNull(cost.latency()).add(Objects.requireNonNull(cost.fill()));
        return sum.compareTo(cost.total()) == 0;
    }
}
