package dev.sextant.venues.sim;

import dev.sextant.domain.money.E8;
import dev.sextant.venues.sim.algo.AlgoType;
import dev.sextant.venues.sim.algo.NewAlgoOrder;
import dev.sextant.venues.sim.algo.WorkingType;
import dev.sextant.venues.sim.book.Levels;
import dev.sextant.venues.sim.event.MarketEvent;
import dev.sextant.venues.sim.event.VenueEvent;
import dev.sextant.venues.sim.instrument.Instrument;
import dev.sextant.venues.sim.order.NewOrder;
import dev.sextant.venues.sim.order.OrderKey;
import dev.sextant.venues.sim.order.Side;
import dev.sextant.venues.sim.order.TimeInForce;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A seeded market of few price levels, so that everything meets, and a trader who does everything at random. */
final class RandomTrader {

    private static final long TENTH = E8.ONE / 10;

    private final SplittableRandom random;
    private final SimSettings settings = SimSettings.standard(List.of(Instrument.usdtPerpetual(Desk.X, 1, 3)));
    private SimulatedVenue venue = new SimulatedVenue(settings);
    private long nowMs = 1_000;
    private long updateId;

    RandomTrader(long seed) {
        random = new SplittableRandom(seed);
        venue.on(new MarketEvent.Mark(Desk.X, 100 * E8.ONE, nowMs));
    }

    SimulatedVenue venue() {
        return venue;
    }

    /** The same venue goes on, or another one with its account; either is told the prices anew. */
    List<VenueEvent> resume(boolean elsewhere) {
        if (elsewhere) {
            venue = new SimulatedVenue(settings, venue.account(1_000));
        }
        List<VenueEvent> events = new ArrayList<>(venue.on(snapshot()));
        events.addAll(venue.on(new MarketEvent.Mark(Desk.X, price(), nowMs)));
        events.addAll(venue.on(new MarketEvent.Trade(Desk.X, price(), qty(), random.nextBoolean(), nowMs)));
        return events;
    }

    List<VenueEvent> act(int steps) {
        List<VenueEvent> events = new ArrayList<>(venue.on(snapshot()));
        for (int i = 0; i < steps; i++) {
            nowMs += random.nextInt(5);
            events.addAll(step());
        }
        return events;
    }

    private List<VenueEvent> step() {
        return switch (random.nextInt(11)) {
            case 0 -> venue.on(snapshot());
            case 1, 2 -> venue.on(new MarketEvent.Trade(Desk.X, price(), qty(), random.nextBoolean(), nowMs));
            case 3 -> venue.on(new MarketEvent.Mark(Desk.X, price(), nowMs));
            case 4, 5 -> events(venue.place(limit(), nowMs));
            case 6 -> events(venue.place(maybeReduce(NewOrder.market(Desk.X, side(), qty(), id())), nowMs));
            case 7 -> venue.on(new MarketEvent.Funding(Desk.X, (random.nextInt(5) - 2) * 10_000L, nowMs));
            case 8 -> events(venue.placeAlgo(conditional(), nowMs));
            case 9 -> events(venue.transfer(moved(), nowMs));
            default -> events(venue.cancel(Desk.X, new OrderKey.ByClientId(id()), nowMs));
        };
    }

    private static List<VenueEvent> events(Outcome<?> outcome) {
        return outcome instanceof Outcome.Done<?> done ? done.events() : List.of();
    }

    /** Often more than may leave. */
    private long moved() {
        long amountE8 = random.nextLong(1, 4) * 20_000 * E8.ONE;
        return random.nextBoolean() ? amountE8 : -amountE8;
    }

    private MarketEvent.Snapshot snapshot() {
        long middle = price();
        return new MarketEvent.Snapshot(
                Desk.X,
                ++updateId,
                Levels.of(middle - TENTH, qty(), middle - 2 * TENTH, qty(), middle - 3 * TENTH, qty()),
                Levels.of(middle, qty(), middle + TENTH, qty(), middle + 2 * TENTH, qty()),
                nowMs,
                nowMs);
    }

    private NewOrder limit() {
        TimeInForce tif = List.of(TimeInForce.GTC, TimeInForce.IOC, TimeInForce.FOK, TimeInForce.GTX)
                .get(random.nextInt(4));
        return maybeReduce(NewOrder.limit(Desk.X, side(), tif, qty(), price(), id()));
    }

    private NewOrder maybeReduce(NewOrder order) {
        return random.nextInt(3) == 0 ? order.asReduceOnly() : order;
    }

    private NewAlgoOrder conditional() {
        boolean close = random.nextBoolean();
        return new NewAlgoOrder(
                Desk.X,
                side(),
                random.nextBoolean() ? AlgoType.STOP_MARKET : AlgoType.TAKE_PROFIT_MARKET,
                random.nextBoolean() ? WorkingType.CONTRACT_PRICE : WorkingType.MARK_PRICE,
                price(),
                close ? 0 : qty(),
                close,
                !close && random.nextBoolean(),
                false,
                "",
                Long.MAX_VALUE);
    }

    private Side side() {
        return random.nextBoolean() ? Side.BUY : Side.SELL;
    }

    private long price() {
        return 99 * E8.ONE + random.nextInt(21) * TENTH;
    }

    private long qty() {
        return (1 + random.nextInt(5_000)) * (E8.ONE / 1_000);
    }

    private String id() {
        return "o" + random.nextInt(30);
    }
}
