package dev.sextant.venues.binance.market.book;

import static dev.sextant.venues.binance.market.book.DepthSync.Step.APPLIED;
import static dev.sextant.venues.binance.market.book.DepthSync.Step.BUFFERED;
import static dev.sextant.venues.binance.market.book.DepthSync.Step.CROSSED;
import static dev.sextant.venues.binance.market.book.DepthSync.Step.DROPPED;
import static dev.sextant.venues.binance.market.book.DepthSync.Step.GAP;
import static dev.sextant.venues.binance.market.book.DepthSync.Step.SNAPSHOT_TOO_OLD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.market.Symbol;
import dev.sextant.venues.binance.market.MarketEvent.DepthChange;
import dev.sextant.venues.binance.market.PriceLevels;
import org.junit.jupiter.api.Test;

class DepthSyncTest {

    private static final PriceLevels NONE = PriceLevels.of();

    private final DepthSync sync = new DepthSync();

    private static DepthChange change(long firstId, long lastId, long previousId, long... bids) {
        return new DepthChange(new Symbol("BTCUSDT"), 1, firstId, lastId, previousId, PriceLevels.of(bids), NONE);
    }

    private static DepthSnapshot snapshot(long lastId) {
        return new DepthSnapshot(lastId, PriceLevels.of(100, 1), PriceLevels.of(110, 1));
    }

    /** The vector of the protocol page: (140,150,139) drop, (157,160,149) first, (161,170,160) next, (175,180,172) gap. */
    @Test
    void theVectorOfTheProtocolPageWithTheSnapshotFirst() {
        assertEquals(BUFFERED, sync.onSnapshot(snapshot(160)));
        assertEquals(DROPPED, sync.onChange(change(140, 150, 139)));
        assertFalse(sync.synced());
        assertEquals(APPLIED, sync.onChange(change(157, 160, 149, 101, 7)));
        assertTrue(sync.synced());
        assertEquals(APPLIED, sync.onChange(change(161, 170, 160)));
        assertEquals(101, sync.book().bidPriceE8(0));
        assertEquals(GAP, sync.onChange(change(175, 180, 172)));
        assertFalse(sync.synced());
        assertTrue(sync.needsSnapshot());
        assertEquals(0, sync.book().bidCount());
    }

    @Test
    void theVectorOfTheProtocolPageWithTheChangesBuffered() {
        assertEquals(BUFFERED, sync.onChange(change(140, 150, 139)));
        assertEquals(BUFFERED, sync.onChange(change(157, 160, 149)));
        assertEquals(BUFFERED, sync.onChange(change(161, 170, 160)));
        assertEquals(APPLIED, sync.onSnapshot(snapshot(160)));
        assertTrue(sync.synced());
        assertEquals(GAP, sync.onChange(change(175, 180, 172)));
    }

    @Test
    void theBookRecoversFromAGapWithTheChangesKeptSince() {
        sync.onSnapshot(snapshot(160));
        sync.onChange(change(157, 160, 149));
        assertEquals(GAP, sync.onChange(change(175, 180, 172)));
        assertEquals(BUFFERED, sync.onChange(change(181, 190, 180, 105, 3)));
        assertEquals(APPLIED, sync.onSnapshot(snapshot(178)));
        assertEquals(105, sync.book().bidPriceE8(0));
        assertEquals(1, sync.resyncs());
    }

    @Test
    void aSnapshotOlderThanTheOldestChangeIsFetchedAgain() {
        sync.onChange(change(161, 170, 160));
        assertEquals(SNAPSHOT_TOO_OLD, sync.onSnapshot(snapshot(160)));
        assertTrue(sync.needsSnapshot());
        assertEquals(APPLIED, sync.onSnapshot(snapshot(165)));
    }

    @Test
    void aChangeThatBeginsAfterTheSnapshotShowsItWasTooOld() {
        sync.onSnapshot(snapshot(160));
        assertEquals(SNAPSHOT_TOO_OLD, sync.onChange(change(161, 170, 160)));
        assertTrue(sync.needsSnapshot());
    }

    @Test
    void aCrossedBookIsThrownAway() {
        sync.onSnapshot(snapshot(160));
        assertEquals(CROSSED, sync.onChange(change(157, 160, 149, 110, 1)));
        assertTrue(sync.needsSnapshot());
        assertEquals(0, sync.book().askCount());
    }

    @Test
    void aReconnectStartsFromNothing() {
        sync.onSnapshot(snapshot(160));
        sync.onChange(change(157, 160, 149));
        sync.onReconnect();
        assertTrue(sync.needsSnapshot());
        assertEquals(BUFFERED, sync.onChange(change(161, 170, 160)));
    }
}
