package dev.sextant.domain.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;

class DecimalsTest {

    /** The slow, obvious twin: count whole steps with integers. */
    @Property(tries = 5_000)
    void floorAndCeilingAreTheNeighbouringMultiples(
            @ForAll @BigRange(min = "-1000000", max = "1000000") @Scale(8) BigDecimal value,
            @ForAll @LongRange(min = 1, max = 1_000_000_000L) long stepE8) {
        BigDecimal step = E8.toDecimal(stepE8);
        long steps = Math.floorDiv(E8.of(value), stepE8);
        long above = Math.floorMod(E8.of(value), stepE8) == 0 ? steps : steps + 1;
        assertEquals(0, multiple(steps, step).compareTo(Decimals.toMultiple(value, step, RoundingMode.FLOOR)));
        assertEquals(0, multiple(above, step).compareTo(Decimals.toMultiple(value, step, RoundingMode.CEILING)));
    }

    @Property(tries = 2_000)
    void roundingTwiceChangesNothing(
            @ForAll @BigRange(min = "-1000", max = "1000") @Scale(10) BigDecimal value,
            @ForAll @LongRange(min = 1, max = 1_000_000L) long stepE8) {
        BigDecimal step = E8.toDecimal(stepE8);
        for (RoundingMode mode : new RoundingMode[] {RoundingMode.FLOOR, RoundingMode.CEILING}) {
            BigDecimal once = Decimals.toMultiple(value, step, mode);
            assertEquals(once, Decimals.toMultiple(once, step, mode));
            assertTrue(value.subtract(once).abs().compareTo(step) < 0, () -> value + " to " + once + " by " + step);
        }
    }

    @Property(tries = 1_000)
    void oneFormPerValue(
            @ForAll @BigRange(min = "-1000", max = "1000") BigDecimal value, @ForAll @IntRange(max = 9) int zeros) {
        BigDecimal padded = value.setScale(value.scale() + zeros, RoundingMode.UNNECESSARY);
        assertEquals(Decimals.normal(value), Decimals.normal(padded));
        assertEquals(0, value.compareTo(Decimals.normal(value)));
    }

    @Example
    void zeroIsPlainZeroAndAStepMustBePositive() {
        assertEquals(BigDecimal.ZERO, Decimals.normal(new BigDecimal("0.000")));
        for (String step : new String[] {"0", "-0.1"}) {
            IllegalArgumentException refusal = assertThrows(
                    IllegalArgumentException.class,
                    () -> Decimals.toMultiple(BigDecimal.ONE, new BigDecimal(step), RoundingMode.FLOOR));
            assertEquals("step " + step + " is not positive", refusal.getMessage());
        }
    }

    private static BigDecimal multiple(long steps, BigDecimal step) {
        return BigDecimal.valueOf(steps).multiply(step);
    }
}
