package dev.sextant.placer;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.event.Direction;
import dev.sextant.domain.event.IntentApproved;
import dev.sextant.domain.event.Sweep;
import dev.sextant.domain.event.Tick;
import dev.sextant.domain.event.Tier;
import dev.sextant.domain.instrument.Instrument;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.E8;
import dev.sextant.domain.money.Price;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.EntryPlan;
import dev.sextant.domain.order.Fill;
import dev.sextant.domain.order.IntentId;
import dev.sextant.domain.order.OrderIntent;
import dev.sextant.domain.order.OrderReport;
import dev.sextant.domain.order.OrderRequest;
import dev.sextant.domain.order.OrderState;
import dev.sextant.domain.order.OrderType;
import dev.sextant.domain.order.Purpose;
import dev.sextant.domain.order.Side;
import dev.sextant.domain.order.StoredOrder;
import dev.sextant.domain.venue.Lookup;
import dev.sextant.domain.venue.OrderInquiry;
import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.venues.sim.SimSettings;
import dev.sextant.venues.sim.SimulatedVenue;
import dev.sextant.venues.sim.book.Levels;
import dev.sextant.venues.sim.event.MarketEvent;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The real placer between a store in memory and a simulated venue, on clocks that the test steps. */
final class Rig {

    static final Account ACCOUNT = new Account("paper-main");
    static final Symbol BTC = new Symbol("BTCUSDT");
    static final long T0 = 1_723_161_300_000L;
    static final long HOLD_MS = 4_200_000;

    final MemoryOrders orders = new MemoryOrders();
    final SimulatedVenue core =
            new SimulatedVenue(SimSettings.standard(List.of(dev.sextant.venues.sim.instrument.Instrument.btcUsdt())));
    final SimVenue venue = new SimVenue(core, () -> nowMs());
    final OrderPlacer placer = new OrderPlacer(
            orders, venue, symbol -> Optional.of(instrument()), () -> nowMs(), this::monotonicMs, this::token);
    private long nowMs = T0;
    private long monotonicMs;
    private long freezeMs;
    private int tokens;
    private int trades;
    private long updateId = 100;

    Rig() {
        price("61800");
    }

    static Instrument instrument() {
        return new Instrument(
                BTC,
                "BTC",
                "USDT",
                true,
                new BigDecimal("0.1"),
                new BigDecimal("0.001"),
                new BigDecimal("0.001"),
                new BigDecimal("120"),
                new BigDecimal("50"));
    }

    long nowMs() {
        return nowMs;
    }

    private long monotonicMs() {
        monotonicMs += freezeMs;
        return monotonicMs;
    }

    private String token() {
        return "token-" + tokens++;
    }

    /** From now on this much monotonic time passes between two readings. */
    Rig freeze(long ms) {
        freezeMs = ms;
        return this;
    }

    /** A deep book around a price, and a trade at it: asks at the price, bids a tick below. */
    Rig price(String price) {
        return book(price, "50");
    }

    /** The same with this much for sale at the price and nothing behind it. */
    Rig book(String price, String askQty) {
        long priceE8 = E8.parse(price);
        long tickE8 = E8.parse("0.1");
        Levels bids = Levels.of(priceE8 - tickE8, E8.parse("50"));
        core.on(new MarketEvent.Snapshot(BTC, updateId++, bids, Levels.of(priceE8, E8.parse(askQty)), nowMs, nowMs));
        core.on(new MarketEvent.Trade(BTC, priceE8, E8.parse("0.001"), true, nowMs));
        return this;
    }

    /** An approved entry nobody was told of yet. */
    OrderIntent approved(Direction direction, String quantity) {
        String signal = "signal-" + trades++;
        IntentId id = IntentId.derive(ACCOUNT, "demo@1#00000000", signal, 0, Purpose.ENTRY, signal);
        OrderRequest request = new OrderRequest(
                BTC, id.clientOrderId(), Side.opening(direction), OrderType.MARKET, Quantity.of(quantity), null, false);
        OrderIntent intent = new OrderIntent(
                id,
                ACCOUNT,
                "BINANCE",
                "demo",
                "demo@1#00000000",
                signal,
                null,
                id.hex(),
                Purpose.ENTRY,
                signal,
                request,
                new BigDecimal("61800"),
                new BigDecimal("20"),
                T0 - 15_000,
                T0 + 15_000,
                plan(direction));
        orders.reserve(intent, "risk-check", nowMs);
        return intent;
    }

    static EntryPlan plan(Direction direction) {
        return new EntryPlan(
                direction,
                Tier.STANDARD,
                88,
                new BigDecimal("61800"),
                new BigDecimal("30"),
                new BigDecimal("40"),
                new BigDecimal("30"),
                new BigDecimal("60"),
                new BigDecimal("0.5"),
                T0 - 500,
                HOLD_MS);
    }

    /** The stream's record of an approval. */
    Rig told(OrderIntent intent) {
        placer.onRecord(new IntentApproved(ACCOUNT, intent.id().hex(), nowMs));
        return this;
    }

    /** A long entry from approval to whatever the venue made of it. */
    OrderIntent enter(String quantity) {
        OrderIntent intent = approved(Direction.LONG, quantity);
        told(intent);
        return intent;
    }

    /** A long entry that the venue took while nothing could be read from it, wholly or in part unfilled. */
    OrderIntent restingEntry(boolean partly) {
        venue.readable = false;
        OrderIntent entry = enter("0.5");
        if (partly) {
            Fill some = new Fill(
                    BTC,
                    "900",
                    "77",
                    Side.BUY,
                    Price.of("61800"),
                    Quantity.of("0.2"),
                    BigDecimal.ONE,
                    "USDT",
                    false,
                    nowMs);
            orders.report(new OrderReport(
                    entry.id(), "test", null, null, null, Quantity.ZERO, List.of(some), null, null, nowMs));
        }
        return entry;
    }

    /** So many seconds pass, each with its tick. */
    Rig ticks(int seconds) {
        for (int i = 0; i < seconds; i++) {
            nowMs += Tick.EVERY_MS;
            placer.onRecord(new Tick(ACCOUNT, nowMs, Map.of(), Map.of()));
        }
        return this;
    }

    /** A minute passes without a tick, and the schedule's sweep comes. */
    Rig sweep() {
        nowMs += 60_000;
        placer.onRecord(new Sweep(ACCOUNT));
        return this;
    }

    /** Time passes without a tick. */
    Rig wait(int ms) {
        nowMs += ms;
        return this;
    }

    /** What the reconciler would learn now of orders whose fate is not known. */
    Rig reconcile() {
        OrderInquiry inquiry = new OrderInquiry(venue);
        for (StoredOrder order : orders.unfinished(ACCOUNT)) {
            boolean doubtful = order.state() == OrderState.UNKNOWN || order.state() == OrderState.SENDING;
            Lookup answer = venue.find(
                    BTC, order.request().clientOrderId(), order.request().type());
            if (doubtful && answer instanceof Lookup.Found found) {
                try {
                    orders.report(inquiry.report(order, found.order(), "reconciler", nowMs));
                } catch (VenueUnavailableException e) {
                    throw new AssertionError("readable a moment ago", e);
                }
            }
        }
        return this;
    }

    List<String> lines() {
        return orders.lines();
    }

    /** Signed position at the venue. */
    String position() {
        return E8.print(core.queries().position(BTC).qtyE8());
    }

    /** Orders waiting at the venue. */
    int resting() {
        return core.queries().openAlgos(BTC).size();
    }
}
