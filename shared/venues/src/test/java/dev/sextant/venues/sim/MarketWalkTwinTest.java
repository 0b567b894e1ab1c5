package dev.sextant.venues.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sextant.domain.money.E8;
import dev.sextant.venues.sim.book.Level;
import dev.sextant.venues.sim.book.Levels;
import dev.sextant.venues.sim.event.MarketEvent;
import dev.sextant.venues.sim.instrument.Instrument;
import dev.sextant.venues.sim.order.Fill;
import dev.sextant.venues.sim.order.NewOrder;
import dev.sextant.venues.sim.order.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Market orders against a slow, obvious twin: a list of levels, sorted, eaten from the front. */
class MarketWalkTwinTest {

    @Property(tries = 300)
    void marketOrdersEatTheLevelsInOrder(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Level> bids = levels(random, 99_00);
        List<Level> asks = levels(random, 100_00);
        SimulatedVenue venue =
                new SimulatedVenue(SimSettings.standard(List.of(Instrument.usdtPerpetual(Desk.X, 2, 3))));
        venue.on(new MarketEvent.Snapshot(Desk.X, 1, toLevels(bids), toLevels(asks), 1, 1));
        venue.on(new MarketEvent.Mark(Desk.X, 100 * E8.ONE, 1));
        bids.sort(Comparator.comparingLong(Level::priceE8).reversed());
        asks.sort(Comparator.comparingLong(Level::priceE8));

        List<Level> expected = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
            long qtyE8 = (1_000 + random.nextInt(4_000)) * (E8.ONE / 1_000);
            Outcome<?> outcome = venue.place(NewOrder.market(Desk.X, side, qtyE8, ""), 2);
            if (outcome instanceof Outcome.Done<?>) {
                eat(side == Side.BUY ? asks : bids, qtyE8, expected);
            }
        }

        assertEquals(
                expected,
                venue.queries().fills().stream().map(MarketWalkTwinTest::level).toList());
    }

    private static void eat(List<Level> levels, long qtyE8, List<Level> eaten) {
        long leftE8 = qtyE8;
        while (leftE8 > 0 && !levels.isEmpty()) {
            Level best = levels.removeFirst();
            long takenE8 = Math.min(leftE8, best.qtyE8());
            eaten.add(new Level(best.priceE8(), takenE8));
            leftE8 -= takenE8;
            if (takenE8 < best.qtyE8()) {
                levels.addFirst(new Level(best.priceE8(), best.qtyE8() - takenE8));
            }
        }
    }

    private static Level level(Fill fill) {
        return new Level(fill.priceE8(), fill.qtyE8());
    }

    private static List<Level> levels(SplittableRandom random, int firstCents) {
        List<Level> levels = new ArrayList<>();
        for (int cents = firstCents; cents < firstCents + 40; cents++) {
            if (random.nextInt(3) == 0) {
                levels.add(new Level(cents * (E8.ONE / 100), (1 + random.nextInt(3_000)) * (E8.ONE / 1_000)));
            }
        }
        return levels;
    }

    private static Levels toLevels(List<Level> levels) {
        long[] numbers = new long[2 * levels.size()];
        for (int i = 0; i < levels.size(); i++) {
            numbers[2 * i] = levels.get(i).priceE8();
            numbers[2 * i + 1] = levels.get(i).qtyE8();
        }
        return Levels.of(numbers);
    }
}
