package dev.sextant.arbitrage.price;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class FeeTest {

    @Test
    void aFeeIsRoundedUp() {
        Fee fee = new Fee(2600);
        assertEquals(10_026, fee.addedTo(10_000));
        assertEquals(9_974, fee.takenFrom(10_000));
        assertEquals(101, fee.addedTo(100), "0.26 is one");
        assertEquals(0, fee.addedTo(0));
        assertEquals(7, new Fee(0).addedTo(7));
    }

    @Property
    void beforeIsTheGreatestAmountThatItsTotalPaysFor(
            @ForAll @LongRange(max = 1L << 59) long total, @ForAll @IntRange(max = 100_000) int ppm) {
        Fee fee = new Fee(ppm);
        long amount = fee.before(total);
        assertTrue(fee.addedTo(amount) <= total);
        assertTrue(fee.addedTo(amount + 1) > total);
    }

    @Property
    void leavingIsTheLeastAmountThatLeavesEnough(
            @ForAll @LongRange(min = 1, max = 1L << 59) long net, @ForAll @IntRange(max = 100_000) int ppm) {
        Fee fee = new Fee(ppm);
        long amount = fee.leaving(net);
        assertTrue(fee.takenFrom(amount) >= net);
        assertTrue(fee.takenFrom(amount - 1) < net);
    }
}
