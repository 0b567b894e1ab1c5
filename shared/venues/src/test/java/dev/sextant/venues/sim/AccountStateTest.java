package dev.sextant.venues.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.venues.sim.order.OrderKey;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** An account taken over by another venue goes on as if nothing had happened. */
class AccountStateTest {

    @Property(tries = 200)
    void aVenueThatTookTheAccountOverDoesWhatTheOldOneWouldHaveDone(@ForAll long seed) {
        RandomTrader stays = new RandomTrader(seed);
        RandomTrader moves = new RandomTrader(seed);
        assertEquals(stays.act(120), moves.act(120));

        assertEquals(stays.resume(false), moves.resume(true));
        assertEquals(stays.act(120), moves.act(120));
        assertEquals(stays.venue().account(1_000), moves.venue().account(1_000));
    }

    @Test
    void whatIsOpenIsKeptHoweverFewAreWanted() {
        RandomTrader trader = new RandomTrader(7);
        trader.act(300);
        VenueQueries before = trader.venue().queries();
        AccountState kept = trader.venue().account(5);

        assertEquals(5, kept.fills().size());
        assertEquals(before.fills().getLast(), kept.fills().getLast());
        before.openOrders(Desk.X)
                .forEach(open -> assertTrue(
                        kept.orders().stream().anyMatch(order -> order.order().equals(open))));
        before.openAlgos(Desk.X).forEach(open -> assertTrue(kept.algos().contains(open)));
        kept.algos().stream()
                .filter(algo -> algo.actualOrderId() != 0)
                .forEach(algo -> assertTrue(
                        kept.orders().stream().anyMatch(order -> order.order().orderId() == algo.actualOrderId())));
        assertTrue(
                before.order(Desk.X, new OrderKey.ById(kept.nextOrderId() - 1)).isPresent());
    }
}
