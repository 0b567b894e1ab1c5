package dev.sextant.domain.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** Sums of products in 128 bits beside BigInteger. */
class NotionalTest {

    @Property
    void equalsTheSumOfBigIntegers(
            @ForAll @Size(max = 40) List<@LongRange(min = 1, max = 1_000_000_000_000_000_000L) Long> factors) {
        Notional notional = new Notional();
        BigInteger expected = BigInteger.ZERO;
        for (int i = 1; i < factors.size(); i++) {
            notional.add(factors.get(i - 1), factors.get(i));
            expected =
                    expected.add(BigInteger.valueOf(factors.get(i - 1)).multiply(BigInteger.valueOf(factors.get(i))));
        }
        assertEquals(expected, notional.sumE16());
    }

    @Example
    void sumsBeyond127BitsAreRefused() {
        Notional notional = new Notional();
        notional.add(Long.MAX_VALUE, Long.MAX_VALUE);
        notional.add(Long.MAX_VALUE, Long.MAX_VALUE);
        assertThrows(ArithmeticException.class, () -> notional.add(Long.MAX_VALUE, Long.MAX_VALUE));
    }
}
