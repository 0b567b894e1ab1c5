package dev.sextant.domain.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;

class QuantityTest {

    private static final BigDecimal STEP = new BigDecimal("0.001");

    @Property(tries = 2_000)
    void quantitiesAreNeverRoundedUp(@ForAll @BigRange(min = "0", max = "1000") @Scale(8) BigDecimal value) {
        Quantity exact = new Quantity(value);
        Quantity floor = exact.floorTo(STEP);
        assertTrue(floor.compareTo(exact) <= 0);
        assertTrue(exact.minus(floor).value().compareTo(STEP) < 0);
        assertEquals(0, floor.value().remainder(STEP).signum());
    }

    @Property(tries = 2_000)
    void whatIsAddedCanBeTakenAway(
            @ForAll @BigRange(min = "0", max = "1000") @Scale(8) BigDecimal a,
            @ForAll @BigRange(min = "0", max = "1000") @Scale(8) BigDecimal b) {
        Quantity first = new Quantity(a);
        Quantity second = new Quantity(b);
        assertEquals(first, first.plus(second).minus(second));
        assertEquals(a.compareTo(b) <= 0 ? first : second, first.min(second));
    }

    @Example
    void thirtyFiveHundredthsStayThirtyFiveHundredths() {
        assertEquals("0.35", Quantity.of("0.350").toString());
        assertEquals("0", Quantity.of("0.000").toString());
        assertTrue(Quantity.of("0.000").isZero());
        assertFalse(Quantity.of("0.001").isZero());
        assertEquals(
                "247.2012", Quantity.of("0.004").notionalAt(Price.of("61800.3")).toPlainString());
    }

    @Example
    void aQuantityIsNeverNegative() {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> Quantity.of("-0.001"));
        assertEquals("quantity -0.001 is negative", refusal.getMessage());
        assertThrows(IllegalArgumentException.class, () -> Quantity.of("1").minus(Quantity.of("1.001")));
    }
}
