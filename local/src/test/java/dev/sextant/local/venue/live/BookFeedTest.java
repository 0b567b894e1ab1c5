package dev.sextant.local.venue.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.E8;
import dev.sextant.local.venue.journal.Journal;
import dev.sextant.local.venue.play.VenueCore;
import dev.sextant.venues.binance.market.MarketEvent.DepthChange;
import dev.sextant.venues.binance.market.PriceLevels;
import dev.sextant.venues.binance.market.book.DepthSnapshot;
import dev.sextant.venues.sim.SimSettings;
import dev.sextant.venues.sim.instrument.Instrument;
import dev.sextant.venues.sim.order.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The numbers are the protocol page's own example of the procedure. */
class BookFeedTest {

    private static final Symbol X = new Symbol("XUSDT");
    private static final PriceLevels NONE = PriceLevels.of();

    private final VenueCore core = new VenueCore(
            SimSettings.standard(List.of(Instrument.usdtPerpetual(X, 1, 3))), 1, (_, _) -> {}, Journal.none());
    private final BookFeed feed = new BookFeed(X, core);

    private void change(long first, long last, long previous, long bidQty) {
        PriceLevels bids = PriceLevels.of(99 * E8.ONE, bidQty * E8.ONE);
        core.step(1, () -> feed.onChange(new DepthChange(X, 1, first, last, previous, bids, NONE)));
    }

    private void snapshot(long lastUpdateId) {
        PriceLevels bids = PriceLevels.of(99 * E8.ONE, E8.ONE);
        core.step(1, () -> feed.onSnapshot(new DepthSnapshot(lastUpdateId, bids, NONE), 1));
    }

    private long bidQty() {
        return core.query(state -> state.liquidity(X).book().levels(Side.BUY).getOrDefault(99 * E8.ONE, 0L) / E8.ONE);
    }

    @Test
    void beginsWithTheChangeThatSpansTheSnapshot() {
        feed.onReconnect();
        assertTrue(feed.wantsSnapshot());
        change(140, 150, 139, 5);
        change(157, 160, 149, 6);
        snapshot(160);
        assertFalse(feed.waiting());
        assertEquals(6, bidQty());
        change(161, 170, 160, 7);
        assertEquals(7, bidQty());
    }

    @Test
    void aSnapshotOlderThanTheStreamIsNotEnough() {
        feed.onReconnect();
        change(157, 160, 149, 6);
        snapshot(156);
        assertTrue(feed.wantsSnapshot());
        snapshot(158);
        assertFalse(feed.waiting());
    }

    @Test
    void aBreakInTheChainAsksForANewSnapshot() {
        feed.onReconnect();
        snapshot(160);
        change(155, 165, 154, 6);
        change(175, 180, 172, 7);
        assertTrue(feed.wantsSnapshot());
        assertEquals(1, feed.resyncs());
        snapshot(178);
        assertEquals(7, bidQty());
    }

    @Test
    void toldTwiceDuringARotationCountsOnce() {
        feed.onReconnect();
        snapshot(160);
        change(155, 165, 154, 6);
        change(155, 165, 154, 6);
        assertFalse(feed.waiting());
    }

    @Test
    void withoutAConnectionNoSnapshotIsOfUse() {
        feed.onReconnect();
        snapshot(160);
        feed.onLost();
        assertTrue(feed.waiting());
        assertFalse(feed.wantsSnapshot());
    }
}
