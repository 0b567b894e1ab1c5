package dev.sextant.ingest.trade;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.ingest.trade.TradeSequence.Hole;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TradeSequenceTest {

    private final List<Long> passed = new ArrayList<>();
    private final TradeSequence sequence = new TradeSequence(trade -> passed.add(trade.aggId()));

    static AggTrade trade(long id) {
        return new AggTrade(id, 1, 1, 1_750_000_005_000L + id, false, id, id);
    }

    private void offer(long... ids) {
        for (long id : ids) {
            sequence.offer(trade(id));
        }
    }

    @Test
    void tradesInOrderPass() {
        offer(5, 6, 7);
        assertEquals(List.of(5L, 6L, 7L), passed);
        assertEquals(Optional.empty(), sequence.hole());
    }

    @Test
    void aTradeAheadWaitsForTheMissingOnes() {
        offer(5, 8, 9);
        assertEquals(List.of(5L), passed);
        assertEquals(Optional.of(new Hole(6, 7)), sequence.hole());
        sequence.fill(trade(6));
        sequence.fill(trade(7));
        assertEquals(List.of(5L, 6L, 7L, 8L, 9L), passed);
    }

    @Test
    void whatHasPassedIsDroppedAndCounted() {
        offer(5, 6, 5, 6, 6, 7);
        assertEquals(List.of(5L, 6L, 7L), passed);
        assertEquals(3, sequence.duplicates());
    }

    @Test
    void aHoleThatIsGivenUpLetsTheHeldOnesPassUpToTheNext() {
        offer(5, 8, 9, 12);
        sequence.skipHole();
        assertEquals(List.of(5L, 8L, 9L), passed);
        assertEquals(Optional.of(new Hole(10, 11)), sequence.hole());
    }

    @Test
    void anIdThatTheStreamGoesOnBelowWasNonsense() {
        offer(5, 9_000_000_000_000L);
        for (long id = 6; id <= 15; id++) {
            offer(id);
        }
        assertEquals(Optional.empty(), sequence.hole());
        assertEquals(1, sequence.implausible());
        assertEquals(15L, passed.getLast());
    }

    @Test
    void resumingDropsWhatIsStored() {
        sequence.resumeAt(7);
        offer(5, 6, 7, 8);
        assertEquals(List.of(7L, 8L), passed);
        assertEquals(2, sequence.duplicates());
    }

    @Property(tries = 300)
    void anyOrderWithRepeatsPassesEachOnceInOrder(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Long> ids = new ArrayList<>();
        for (long id = 0; id < 60; id++) {
            ids.add(Math.max(0, ids.size() - random.nextInt(5)), id);
            if (random.nextInt(4) == 0) {
                ids.add(id);
            }
        }
        List<Long> out = new ArrayList<>();
        TradeSequence any = new TradeSequence(trade -> out.add(trade.aggId()));
        any.resumeAt(0);
        ids.forEach(id -> any.fill(trade(id)));

        List<Long> expected = new ArrayList<>();
        for (long id = 0; id < 60; id++) {
            expected.add(id);
        }
        assertEquals(expected, out);
    }
}
