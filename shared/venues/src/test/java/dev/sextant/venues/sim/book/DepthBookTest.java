package dev.sextant.venues.sim.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.venues.sim.book.DepthBook.Applied;
import dev.sextant.venues.sim.order.Side;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DepthBookTest {

    private final DepthBook book = new DepthBook();

    @Test
    void documentedExampleOfTheUpdateRule() {
        assertEquals(Applied.NO_SNAPSHOT, book.apply(diff(130, 140, 129)));
        book.load(160, 1, Levels.of(), Levels.of());

        assertEquals(Applied.STALE, book.apply(diff(140, 150, 139)));
        assertEquals(Applied.APPLIED, book.apply(diff(157, 160, 149)));
        assertEquals(Applied.APPLIED, book.apply(diff(161, 170, 160)));
        assertTrue(book.isSynced());
        assertEquals(Applied.GAP, book.apply(diff(175, 180, 172)));
        assertFalse(book.isSynced());
        assertEquals(Applied.NO_SNAPSHOT, book.apply(diff(181, 190, 180)));
    }

    @Test
    void snapshotOlderThanTheFirstEventIsAGap() {
        book.load(160, 1, Levels.of(), Levels.of());

        assertEquals(Applied.GAP, book.apply(diff(162, 170, 161)));
    }

    @Test
    void quantitiesAreAbsoluteAndZeroRemoves() {
        book.load(1, 1, Levels.of(100, 5, 99, 7), Levels.of(101, 3));
        book.apply(new DepthDiff(1, 2, 1, 2, 2, Levels.of(100, 0, 98, 1, 97, 0), Levels.of(101, 4)));

        assertEquals(Map.of(99L, 7L, 98L, 1L), book.levels(Side.BUY));
        assertEquals(99L, book.levels(Side.BUY).firstKey());
        assertEquals(Map.of(101L, 4L), book.levels(Side.SELL));
        assertEquals(2, book.lastUpdateId());
    }

    private static DepthDiff diff(long first, long last, long previous) {
        return new DepthDiff(first, last, previous, last, last, Levels.of(), Levels.of());
    }
}
