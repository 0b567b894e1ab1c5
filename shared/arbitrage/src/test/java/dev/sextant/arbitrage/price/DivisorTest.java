package dev.sextant.arbitrage.price;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class DivisorTest {

    @Property
    void itDividesAsTheMachineDoes(
            @ForAll @LongRange(max = Long.MAX_VALUE) long dividend,
            @ForAll @LongRange(min = 1, max = Long.MAX_VALUE) long value) {
        check(dividend, value);
        check(dividend / value * value, value);
        check(Math.max(0, dividend / value * value - 1), value);
    }

    @Property(tries = 200)
    void powersAndTheirNeighboursDivide(@ForAll @LongRange(max = Long.MAX_VALUE) long dividend) {
        for (long value = 1; value <= 1_000_000_000_000_000_000L / 10; value *= 10) {
            check(dividend, value);
            check(Long.MAX_VALUE, value);
        }
        for (int bit = 1; bit < 63; bit++) {
            check(dividend, 1L << bit);
            check(Long.MAX_VALUE, (1L << bit) - 1);
            check(Long.MAX_VALUE, (1L << bit) + 1);
        }
    }

    private static void check(long dividend, long value) {
        Divisor divisor = new Divisor(value);
        long floor = dividend / value;
        assertEquals(floor, divisor.floor(dividend), () -> dividend + " / " + value);
        assertEquals(floor * value, divisor.multiple(dividend));
        assertEquals(dividend % value == 0 ? floor : floor + 1, divisor.ceil(dividend));
    }
}
