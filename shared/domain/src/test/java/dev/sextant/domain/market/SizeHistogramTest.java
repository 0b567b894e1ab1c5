package dev.sextant.domain.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** Bins of quantities: how far off they are, and that adding and subtracting is exact. */
class SizeHistogramTest {

    private final SizeHistogram histogram = new SizeHistogram();

    @Property
    void aBinsMidpointIsWithinOneIn128OfEveryQuantityInIt(@ForAll @LongRange(min = 1) long qtyE8) {
        long midpoint = SizeHistogram.midpointE8(SizeHistogram.binOf(qtyE8));
        assertTrue(Math.abs(midpoint - qtyE8) <= qtyE8 / 128, () -> qtyE8 + " is told as " + midpoint);
        assertEquals(SizeHistogram.binOf(qtyE8), SizeHistogram.binOf(midpoint));
    }

    @Property
    void binsRiseWithQuantities(@ForAll @LongRange(min = 1) long a, @ForAll @LongRange(min = 1) long b) {
        assertTrue(SizeHistogram.binOf(Math.min(a, b)) <= SizeHistogram.binOf(Math.max(a, b)));
    }

    @Property(tries = 300)
    void quantilesAreWithinOnePercentOfTheSortedList(
            @ForAll @Size(min = 1, max = 300) List<@LongRange(min = 1, max = 1_000_000_000_000L) Long> quantities,
            @ForAll @IntRange(min = 1, max = 100) int percent) {
        quantities.forEach(histogram::add);
        List<Long> sorted = quantities.stream().sorted().toList();
        long exact = sorted.get(Math.ceilDiv(percent * sorted.size(), 100) - 1);
        long told = histogram.quantileE8(percent);
        assertTrue(Math.abs(told - exact) <= exact / 100, () -> "p" + percent + " is " + exact + ", told " + told);
        quantities.forEach(qty -> histogram.addToBin(SizeHistogram.binOf(qty), -1));
        assertEquals(new SizeHistogram(), histogram);
    }

    @Property(tries = 300)
    void takingOutWhatWasAddedLeavesTheRest(
            @ForAll @Size(max = 100) List<@LongRange(min = 1) Long> kept,
            @ForAll @Size(max = 100) List<@LongRange(min = 1) Long> passing) {
        SizeHistogram rest = new SizeHistogram();
        kept.forEach(rest::add);
        SizeHistogram other = new SizeHistogram();
        passing.forEach(other::add);
        SizeHistogram both = rest.copy();
        assertEquals(rest.bins(), both.bins());
        assertEquals(rest.hashCode(), both.hashCode());
        both.addAll(other);
        assertEquals(kept.size() + passing.size(), both.total());
        both.subtractAll(other);
        assertEquals(rest, both);
        assertEquals(rest.toString(), both.toString());
        assertEquals(kept.size(), both.total());
    }

    @Example
    void theLargestQuantityHasABin() {
        histogram.add(Long.MAX_VALUE);
        assertTrue(histogram.quantileE8(50) > Long.MAX_VALUE - Long.MAX_VALUE / 100);
    }

    @Example
    void takingOutMoreThanIsThereIsRefused() {
        histogram.add(5);
        assertThrows(IllegalStateException.class, () -> histogram.addToBin(5, -2));
        assertEquals(1, histogram.total());
    }

    @Example
    void quantitiesThatAreNotPositiveAndQuantilesOfNothingAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> histogram.add(0));
        assertThrows(IllegalArgumentException.class, () -> histogram.addToBin(0, 1));
        assertThrows(IllegalStateException.class, () -> histogram.quantileE8(99));
    }
}
