package dev.sextant.arbitrage.price;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class WideTest {

    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

    @Property
    void productsAreDividedExactly(
            @ForAll @LongRange(max = Long.MAX_VALUE) long a,
            @ForAll @LongRange(max = Long.MAX_VALUE) long b,
            @ForAll @LongRange(min = 1, max = Long.MAX_VALUE) long divisor) {
        BigInteger[] exact =
                BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)).divideAndRemainder(BigInteger.valueOf(divisor));
        BigInteger up = exact[1].signum() == 0 ? exact[0] : exact[0].add(BigInteger.ONE);
        assertEquals(exact[0].min(MOST).longValueExact(), Wide.mulDivFloor(a, b, divisor));
        assertEquals(up.min(MOST).longValueExact(), Wide.mulDivCeil(a, b, divisor));
    }

    @Test
    void atTheEdges() {
        assertEquals(0, Wide.mulDivFloor(0, Long.MAX_VALUE, 1));
        assertEquals(Long.MAX_VALUE, Wide.mulDivFloor(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE));
        assertEquals(Long.MAX_VALUE, Wide.mulDivFloor(Long.MAX_VALUE, 2, 1), "more than fits");
        assertEquals(Long.MAX_VALUE, Wide.mulDivCeil(Long.MAX_VALUE, Long.MAX_VALUE, 2), "much more than fits");
        assertEquals(4_611_686_018_427_387_904L, Wide.mulDivCeil(Long.MAX_VALUE, 1, 2));
        assertEquals(-1L >>> 1, Wide.mulDivFloor(1L << 62, 4, 2), "2 to the 63rd is one more than fits");
    }
}
