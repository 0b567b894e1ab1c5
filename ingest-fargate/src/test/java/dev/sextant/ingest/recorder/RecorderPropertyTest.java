package dev.sextant.ingest.recorder;

import static dev.sextant.ingest.recorder.Market.BTC;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.market.Frame;
import dev.sextant.domain.market.Gap;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** However the frames are cut, repeated, lost or interrupted: the stored rows end up the same. */
class RecorderPropertyTest {

    @Property(tries = 500)
    void cutsRepetitionsAndRestartsLeaveTheSameRows(@ForAll long seed) {
        Random random = new Random(seed);
        Market market = Market.draw(random, 200, 4_000);
        List<Frame> frames = market.frames(random, false);
        RecorderLife life = new RecorderLife(random, market, false);

        life.deliver(frames, 0);

        life.assertRows(market.trades(), market.buckets());
        assertEquals(List.of(), life.store.rows.gaps(BTC));
    }

    @Property(tries = 500)
    void lostFramesThatAreHealedLeaveTheSameRows(@ForAll long seed) {
        Random random = new Random(seed);
        Market market = Market.draw(random, 200, 900);

        lose(random, market, market.frames(random, false));
    }

    @Property(tries = 500)
    void lostFramesOfIngestsThatTakeOverFromEachOtherLeaveTheSameRows(@ForAll long seed) {
        Random random = new Random(seed);
        Market market = Market.draw(random, 200, 0);

        lose(random, market, market.frames(random, true));
    }

    private static void lose(Random random, Market market, List<Frame> frames) {
        RecorderLife life = new RecorderLife(random, market, true);

        life.deliver(frames, random.nextInt(60));
        life.settle(frames.getLast());

        life.assertRows(market.trades(), market.buckets());
        assertTrue(life.store.rows.gaps(BTC).stream().allMatch(Gap::filled), () -> "gaps " + life.store.rows.gaps(BTC));
    }
}
