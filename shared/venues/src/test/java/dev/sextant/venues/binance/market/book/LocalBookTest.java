package dev.sextant.venues.binance.market.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.venues.binance.market.PriceLevels;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LocalBookTest {

    private static final PriceLevels NONE = PriceLevels.of();

    @Test
    void levelsAreRankedFromTheBest() {
        LocalBook book = new LocalBook();
        book.apply(PriceLevels.of(99, 1, 100, 2, 98, 3), PriceLevels.of(103, 4, 101, 5, 102, 6));

        assertEquals("{100=2, 99=1, 98=3} {101=5, 102=6, 103=4}", NaiveBook.text(book));
        assertFalse(book.crossed());
    }

    @Test
    void zeroRemovesALevelAndRemovingAnUnknownOneIsNormal() {
        LocalBook book = new LocalBook();
        book.apply(PriceLevels.of(99, 1, 100, 2), NONE);
        book.apply(PriceLevels.of(100, 0, 42, 0), NONE);

        assertEquals("{99=1} {}", NaiveBook.text(book));
        assertThrows(IndexOutOfBoundsException.class, () -> book.askPriceE8(0));
        assertThrows(IndexOutOfBoundsException.class, () -> book.bidPriceE8(1));
    }

    @Test
    void aBidAtTheAskCrossesTheBook() {
        LocalBook book = new LocalBook();
        book.apply(PriceLevels.of(100, 1), PriceLevels.of(100, 1));
        assertTrue(book.crossed());
    }

    @Property(tries = 300)
    void theArraysAgreeWithTheSortedMaps(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        LocalBook book = new LocalBook();
        NaiveBook twin = new NaiveBook();
        for (int change = 0; change < 60; change++) {
            PriceLevels bids = levels(random);
            PriceLevels asks = levels(random);
            book.apply(bids, asks);
            twin.apply(bids, asks);
            assertEquals(twin.text(), NaiveBook.text(book));
        }
    }

    private static PriceLevels levels(SplittableRandom random) {
        long[] pairs = new long[2 * random.nextInt(20)];
        for (int i = 0; i < pairs.length; i += 2) {
            pairs[i] = random.nextLong(1, 400);
            pairs[i + 1] = random.nextBoolean() ? 0 : random.nextLong(1, 1_000);
        }
        return PriceLevels.of(pairs);
    }
}
