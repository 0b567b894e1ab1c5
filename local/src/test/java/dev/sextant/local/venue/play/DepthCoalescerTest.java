package dev.sextant.local.venue.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.venues.sim.book.DepthBook;
import dev.sextant.venues.sim.book.DepthDiff;
import dev.sextant.venues.sim.book.Levels;
import dev.sextant.venues.sim.order.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DepthCoalescerTest {

    @Test
    void oneFramePerTenthKeepsTheChainAndTheLastQuantity() {
        List<DepthDiff> joined = new ArrayList<>();
        DepthCoalescer coalescer = new DepthCoalescer(joined::add);
        coalescer.add(diff(10, 15, 9, 1_001, Levels.of(100, 5, 99, 1)));
        coalescer.add(diff(16, 20, 15, 1_100, Levels.of(100, 0)));
        assertEquals(1_100, coalescer.nextMs());
        coalescer.fire();
        coalescer.add(diff(22, 30, 20, 1_101, Levels.of(98, 2)));
        assertEquals(1_200, coalescer.nextMs());
        coalescer.fire();
        assertEquals(Source.NEVER, coalescer.nextMs());

        DepthDiff first = joined.getFirst();
        assertEquals(
                List.of(10L, 20L, 9L, 1_100L),
                List.of(first.firstUpdateId(), first.lastUpdateId(), first.previousUpdateId(), first.eventTimeMs()));
        assertEquals(2, first.bids().size());
        assertEquals(99, first.bids().priceE8(0));
        assertEquals(0, first.bids().qtyE8(1));
        assertEquals(20, joined.getLast().previousUpdateId());
    }

    /** A book kept from the joined frames equals one kept from the raw ones. */
    @Property(tries = 200)
    void joinedFramesBuildTheSameBook(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<DepthDiff> joined = new ArrayList<>();
        DepthCoalescer coalescer = new DepthCoalescer(joined::add);
        DepthBook raw = new DepthBook();
        raw.load(1, 0, Levels.of(), Levels.of());
        long timeMs = 1_000;
        long updateId = 1;
        for (int i = 0; i < 60; i++) {
            timeMs += random.nextInt(70);
            if (coalescer.nextMs() < timeMs) {
                coalescer.fire();
            }
            Levels bids =
                    Levels.of(100 + random.nextInt(9), random.nextInt(4), 100 + random.nextInt(9), random.nextInt(4));
            long next = updateId + 1 + random.nextInt(5);
            DepthDiff diff = diff(updateId, next, updateId, timeMs, bids);
            updateId = next;
            raw.apply(diff);
            coalescer.add(diff);
        }
        coalescer.fire();
        DepthBook book = new DepthBook();
        book.load(1, 0, Levels.of(), Levels.of());
        assertTrue(joined.stream().allMatch(d -> book.apply(d) == DepthBook.Applied.APPLIED));
        assertEquals(raw.levels(Side.BUY), book.levels(Side.BUY));
        assertEquals(raw.lastUpdateId(), book.lastUpdateId());
    }

    private static DepthDiff diff(long first, long last, long previous, long timeMs, Levels bids) {
        return new DepthDiff(first, last, previous, timeMs, timeMs, bids, Levels.of());
    }
}
