package dev.sextant.local.venue.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.E8;
import dev.sextant.local.venue.journal.Journal;
import dev.sextant.local.venue.play.VenueCore;
import dev.sextant.local.venue.play.Wall;
import dev.sextant.venues.sim.Outcome;
import dev.sextant.venues.sim.SimSettings;
import dev.sextant.venues.sim.VenueCommand;
import dev.sextant.venues.sim.instrument.Instrument;
import dev.sextant.venues.sim.order.NewOrder;
import dev.sextant.venues.sim.order.OrderView;
import dev.sextant.venues.sim.order.Side;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MarketClockHandTest {

    private static final Symbol X = new Symbol("XUSDT");

    private final AtomicLong nowMs = new AtomicLong(1_000);
    private final VenueCore core = new VenueCore(
            SimSettings.standard(List.of(Instrument.usdtPerpetual(X, 1, 3))), 0, (_, _) -> {}, Journal.none());
    private final MarketClockHand hand = new MarketClockHand(core, nowMs::get, Wall.system());

    @Test
    void looksAgainWhenTheNextThingIsDueAndNoLaterThanUsual() {
        core.go();
        assertEquals(20, hand.step());
        nowMs.set(1_007);
        CompletableFuture<Outcome<OrderView>> answer =
                core.send(new VenueCommand.Place(NewOrder.market(X, Side.BUY, E8.ONE, "a")));
        assertEquals(1_007, core.nowMs(), "stamped with the clock's time, not the last look's");
        nowMs.set(1_020);
        assertEquals(8, hand.step(), "it reaches the book at 1,027");
        nowMs.set(1_028);
        assertEquals(20, hand.step(), "and its answer comes at 1,047");
        assertFalse(answer.isDone());
        nowMs.set(1_048);
        assertEquals(20, hand.step());
        assertTrue(answer.isDone());
    }
}
