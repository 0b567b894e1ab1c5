package dev.sextant.platform.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class SequenceOrderTest {

    @Property
    void numbersCompareAsTheWholeNumbersTheyWrite(@ForAll BigInteger left, @ForAll BigInteger right) {
        assertEquals(
                Integer.signum(left.abs().compareTo(right.abs())),
                Integer.signum(SequenceOrder.INSTANCE.compare(
                        "0".repeat(left.bitCount() % 3) + left.abs(),
                        right.abs().toString())));
    }
}
