package dev.sextant.placer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.event.Direction;
import dev.sextant.domain.money.E8;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.OrderIntent;
import dev.sextant.domain.order.OrderState;
import dev.sextant.domain.order.Purpose;
import dev.sextant.domain.order.StoredOrder;
import dev.sextant.venues.sim.algo.AlgoType;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random markets with lost answers, refusals and outages. The seed in the message repeats a run. */
class RandomMarketTest {

    private static final int SEEDS = 150;
    private static final int STEPS = 60;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void exitsNeverExceedThePositionAndNothingIsSentTwice(int block) {
        for (int seed = block * SEEDS; seed < (block + 1) * SEEDS; seed++) {
            live(seed);
        }
    }

    private static void live(int seed) {
        Random random = new Random(seed);
        Rig rig = new Rig();
        Direction direction = random.nextBoolean() ? Direction.LONG : Direction.SHORT;
        faults(rig, random);
        OrderIntent entry = rig.approved(direction, "0." + (1 + random.nextInt(999)));
        rig.told(entry);
        for (int step = 0; step < STEPS; step++) {
            happen(rig, random, entry);
            check(rig, direction, "seed " + seed + ", step " + step + ": " + rig.lines());
        }
        rig.venue.faults.clear();
        rig.venue.readable = true;
        rig.venue.cancelable = true;
        rig.reconcile().ticks(20).reconcile();
        checkProtected(rig, "seed " + seed + " protected: " + rig.lines());
        rig.wait((int) Rig.HOLD_MS).ticks(20);
        assertEquals("0", rig.position(), "seed " + seed + ": " + rig.lines());
        assertEquals(0, rig.resting(), "seed " + seed + ": " + rig.lines());
        assertEquals(List.of(), rig.orders.openTrades(Rig.ACCOUNT), "seed " + seed + ": " + rig.lines());
    }

    private static void happen(Rig rig, Random random, OrderIntent entry) {
        switch (random.nextInt(8)) {
            case 0 -> rig.told(entry);
            case 1 -> faults(rig, random);
            case 2 -> rig.venue.readable = random.nextInt(3) > 0;
            case 3 -> rig.venue.cancelable = random.nextInt(3) > 0;
            case 4 -> rig.reconcile();
            case 5 -> rig.price(61_700 + random.nextInt(200) + ".5");
            default -> rig.ticks(1 + random.nextInt(3));
        }
    }

    private static void faults(Rig rig, Random random) {
        SimVenue.Fault[] faults = SimVenue.Fault.values();
        for (int i = random.nextInt(4); i > 0; i--) {
            rig.venue.faults.add(faults[random.nextInt(faults.length)]);
        }
    }

    private static void check(Rig rig, Direction direction, String where) {
        long positionE8 =
                direction.sign() * rig.core.queries().position(Rig.BTC).qtyE8();
        assertTrue(positionE8 >= 0, where + " turned the position round");
        StoredOrder entry = rig.orders.newest(Purpose.ENTRY).stored();
        assertTrue(positionE8 <= E8.of(entry.request().quantity().value()), where + " grew the position");
        assertEquals(rig.venue.placed.size(), new HashSet<>(rig.venue.placed).size(), where + " sent an id twice");
        Quantity targets = rig.orders.openTrades(Rig.ACCOUNT).stream()
                .flatMap(trade -> trade.orders().stream())
                .filter(order -> order.purpose() == Purpose.TAKE_PROFIT_1 || order.purpose() == Purpose.TAKE_PROFIT_2)
                .filter(order -> order.state() != OrderState.REJECTED)
                .map(order -> order.request().quantity())
                .reduce(Quantity.ZERO, Quantity::plus);
        assertTrue(targets.compareTo(entry.filled()) <= 0, where + " aims at more than there is");
        rig.orders.openTrades(Rig.ACCOUNT).stream()
                .flatMap(trade -> trade.orders().stream())
                .filter(order -> !order.purpose().addsExposure())
                .forEach(exit -> {
                    assertTrue(exit.request().reduceOnly(), where);
                    assertTrue(exit.request().quantity().compareTo(entry.filled()) <= 0, where + " exits too much");
                });
    }

    private static void checkProtected(Rig rig, String where) {
        long positionE8 = Math.abs(rig.core.queries().position(Rig.BTC).qtyE8());
        long coveredE8 = rig.core.queries().openAlgos(Rig.BTC).stream()
                .filter(algo -> algo.request().type() == AlgoType.STOP_MARKET)
                .mapToLong(algo -> algo.request().qtyE8())
                .sum();
        assertTrue(coveredE8 >= positionE8, where);
    }
}
