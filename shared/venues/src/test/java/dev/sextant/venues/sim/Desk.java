package dev.sextant.venues.sim;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.E8;
import dev.sextant.venues.sim.algo.AlgoKey;
import dev.sextant.venues.sim.algo.AlgoType;
import dev.sextant.venues.sim.algo.AlgoView;
import dev.sextant.venues.sim.algo.NewAlgoOrder;
import dev.sextant.venues.sim.algo.WorkingType;
import dev.sextant.venues.sim.book.DepthDiff;
import dev.sextant.venues.sim.book.Levels;
import dev.sextant.venues.sim.book.TopOfBook;
import dev.sextant.venues.sim.event.MarketEvent;
import dev.sextant.venues.sim.event.VenueEvent;
import dev.sextant.venues.sim.instrument.Instrument;
import dev.sextant.venues.sim.order.NewOrder;
import dev.sextant.venues.sim.order.OrderKey;
import dev.sextant.venues.sim.order.OrderType;
import dev.sextant.venues.sim.order.Side;
import dev.sextant.venues.sim.order.TimeInForce;
import java.util.ArrayList;
import java.util.List;

/** A small venue spoken to in short words; everything it says is kept as lines of a transcript. */
final class Desk {

    static final Symbol X = new Symbol("XUSDT");

    final SimulatedVenue venue;
    final List<String> said = new ArrayList<>();
    private long nowMs = 1_000;
    private long updateId = 100;

    Desk() {
        this(SimSettings.standard(List.of(Instrument.usdtPerpetual(X, 1, 3))));
    }

    Desk(SimSettings settings) {
        venue = new SimulatedVenue(settings);
    }

    static long e8(String decimal) {
        return E8.parse(decimal);
    }

    /** Levels as {@code "100.0 2, 100.1 3"}. */
    static Levels levels(String text) {
        if (text.isBlank()) {
            return Levels.of();
        }
        String[] numbers = text.replace(",", "").trim().split(" +", -1);
        long[] values = new long[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            values[i] = e8(numbers[i]);
        }
        return Levels.of(values);
    }

    Desk at(long timeMs) {
        nowMs = timeMs;
        return this;
    }

    Desk book(String bids, String asks) {
        return hear(new MarketEvent.Snapshot(X, updateId, levels(bids), levels(asks), nowMs, nowMs));
    }

    Desk depth(String bids, String asks) {
        long first = updateId;
        updateId += 10;
        DepthDiff diff = new DepthDiff(first, updateId, first, nowMs, nowMs, levels(bids), levels(asks));
        return hear(new MarketEvent.Depth(X, diff));
    }

    Desk top(String bid, String bidQty, String ask, String askQty) {
        TopOfBook top = new TopOfBook(updateId + 1, e8(bid), e8(bidQty), e8(ask), e8(askQty), nowMs, nowMs);
        return hear(new MarketEvent.Top(X, top));
    }

    Desk sold(String price, String qty) {
        return hear(new MarketEvent.Trade(X, e8(price), e8(qty), true, nowMs));
    }

    Desk bought(String price, String qty) {
        return hear(new MarketEvent.Trade(X, e8(price), e8(qty), false, nowMs));
    }

    Desk mark(String price) {
        return hear(new MarketEvent.Mark(X, e8(price), nowMs));
    }

    /** Funding, at a rate as a fraction of the notional. */
    Desk settle(String rate) {
        return hear(new MarketEvent.Funding(X, e8(rate), nowMs));
    }

    /** Money is moved in, or out when negative. */
    Desk move(String amount) {
        return report(venue.transfer(e8(amount), nowMs));
    }

    private Desk hear(MarketEvent event) {
        venue.on(event).forEach(this::say);
        return this;
    }

    Desk market(Side side, String qty, String id) {
        return place(NewOrder.market(X, side, e8(qty), id));
    }

    Desk reduce(Side side, String qty, String id) {
        return place(NewOrder.market(X, side, e8(qty), id).asReduceOnly());
    }

    Desk limit(Side side, TimeInForce tif, String qty, String price, String id) {
        return place(NewOrder.limit(X, side, tif, e8(qty), e8(price), id));
    }

    Desk place(NewOrder order) {
        return report(venue.place(order, nowMs));
    }

    Desk cancel(String id) {
        return report(venue.cancel(X, new OrderKey.ByClientId(id), nowMs));
    }

    Desk closingStop(Side side, String trigger, String id) {
        return algo(NewAlgoOrder.closingStop(X, side, e8(trigger), id));
    }

    Desk conditional(AlgoType type, WorkingType by, Side side, String qty, String trigger, String id) {
        return algo(new NewAlgoOrder(X, side, type, by, e8(trigger), e8(qty), false, true, false, id, Long.MAX_VALUE));
    }

    Desk algo(NewAlgoOrder order) {
        return report(venue.placeAlgo(order, nowMs));
    }

    Desk cancelAlgo(String id) {
        return report(venue.cancelAlgo(new AlgoKey.ByClientId(id), nowMs));
    }

    private Desk report(Outcome<?> outcome) {
        switch (outcome) {
            case Outcome.Done<?> done -> done.events().forEach(this::say);
            case Outcome.Refused<?> refused ->
                said.add("refused " + refused.refusal().code() + " " + refused.refusal());
        }
        return this;
    }

    private void say(VenueEvent event) {
        said.add(line(event));
    }

    /** Everything said since the last call. */
    List<String> transcript() {
        List<String> lines = List.copyOf(said);
        said.clear();
        return lines;
    }

    static String line(VenueEvent event) {
        return switch (event) {
            case VenueEvent.OrderReport r -> {
                String tail = r.fill() == null
                        ? ""
                        : " " + E8.print(r.fill().qtyE8()) + "@"
                                + E8.print(r.fill().priceE8())
                                + (r.fill().maker() ? " maker" : " taker") + " fee "
                                + E8.print(r.fill().feeE8())
                                + " pnl " + E8.print(r.fill().realizedE8());
                String price = r.order().type() == OrderType.LIMIT
                        ? "@" + E8.print(r.order().priceE8())
                        : "";
                yield r.order().clientOrderId() + " " + r.order().side() + " "
                        + E8.print(r.order().qtyE8()) + price
                        + " " + r.execution() + tail + " -> " + r.order().status()
                        + (r.order().expiry().code() == 0
                                ? ""
                                : " (" + r.order().expiry() + ")");
            }
            case VenueEvent.AccountReport a ->
                "account " + E8.print(a.walletE8()) + " position "
                        + E8.print(a.position().qtyE8()) + " at "
                        + E8.print(a.position().entryPriceE8());
            case VenueEvent.FundingReport f ->
                "funding " + E8.print(f.paidE8()) + ", account " + E8.print(f.walletE8());
            case VenueEvent.TransferReport t ->
                "moved " + E8.print(t.movedE8()) + ", account " + E8.print(t.walletE8());
            case VenueEvent.AlgoReport g -> algoLine(g.algo());
        };
    }

    private static String algoLine(AlgoView algo) {
        return algo.request().clientAlgoId() + " " + algo.request().type() + " "
                + algo.request().side() + " at " + E8.print(algo.request().triggerPriceE8()) + " -> " + algo.status();
    }
}
