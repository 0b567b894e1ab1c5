package dev.sextant.placer;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.instrument.Instrument;
import dev.sextant.domain.instrument.InstrumentCatalog;
import dev.sextant.domain.order.IntentId;
import dev.sextant.domain.order.OpenTrade;
import dev.sextant.domain.order.OrderIntent;
import dev.sextant.domain.order.OrderState;
import dev.sextant.domain.order.OrderStore;
import dev.sextant.domain.order.Purpose;
import dev.sextant.domain.order.Reservation;
import dev.sextant.domain.order.StoredOrder;
import dev.sextant.domain.time.EpochClock;
import dev.sextant.domain.venue.Cancellation;
import dev.sextant.domain.venue.TradingVenue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after what is in the market: learns what became of resting orders, then does what each open trade needs. Runs
 * on every tick and right after an entry was placed.
 */
final class PositionKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(PositionKeeper.class);

    private final OrderStore orders;
    private final TradingVenue venue;
    private final OrderLook look;
    private final OrderRound round;
    private final InstrumentCatalog instruments;
    private final OrderSender sender;
    private final EpochClock marketClock;

    PositionKeeper(
            OrderStore orders,
            TradingVenue venue,
            InstrumentCatalog instruments,
            OrderSender sender,
            EpochClock marketClock) {
        this.orders = orders;
        this.venue = venue;
        this.look = new OrderLook(orders, venue, marketClock);
        this.round = new OrderRound(venue, look);
        this.instruments = instruments;
        this.sender = sender;
        this.marketClock = marketClock;
    }

    /**
     * Places the stops that are missing by what is known, refreshes resting orders from the venue, then does whatever the
     * open trades need. A venue that does not answer questions may still take orders: no stop waits for a question.
     */
    void keep(Account account) {
        List<StoredOrder> unfinished = orders.unfinished(account);
        if (!unfinished.isEmpty()) {
            lookAfter(orders.openTrades(account), PositionKeeper::placesStop);
            round.ask(unfinished);
        }
        cancelEntries(account, unfinished);
        protect(account);
    }

    private static boolean placesStop(ExitAction action) {
        return action instanceof ExitAction.PlaceConditional place && place.purpose() == Purpose.STOP;
    }

    /** What rests at the venue and would open a position, when a person has ordered that away. */
    private void cancelEntries(Account account, List<StoredOrder> unfinished) {
        List<StoredOrder> resting = unfinished.stream()
                .filter(order -> order.purpose().addsExposure())
                .filter(order -> order.state() == OrderState.OPEN || order.state() == OrderState.PARTIALLY_FILLED)
                .toList();
        if (!resting.isEmpty() && orders.cancelsEntries(account)) {
            resting.forEach(order -> cancel(order, "the kill switch cancels entries"));
        }
    }

    /**
     * Does what one trade needs, if it is open. What others need is seen to each second, and must not wait here nor hold up
     * those who place at the same time.
     */
    void protect(Account account, String tradeId) {
        orders.openTrades(account).stream()
                .filter(trade -> trade.tradeId().equals(tradeId))
                .forEach(trade -> protect(trade, action -> true));
    }

    /** Does what the open trades need, and removes exits whose trade is over. */
    private void protect(Account account) {
        List<OpenTrade> trades = orders.openTrades(account);
        List<RuntimeException> failures = lookAfter(trades, action -> true);
        removeOrphans(account, trades);
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
    }

    /** One trade that can't be looked after must not leave the others alone: what was thrown is told at the end. */
    private List<RuntimeException> lookAfter(List<OpenTrade> trades, Predicate<ExitAction> which) {
        List<RuntimeException> failures = new ArrayList<>();
        for (OpenTrade trade : trades) {
            try {
                protect(trade, which);
            } catch (RuntimeException e) {
                LOG.error("trade {} could not be looked after: {}", trade.tradeId(), e.getMessage());
                failures.add(e);
            }
        }
        return failures;
    }

    private void protect(OpenTrade trade, Predicate<ExitAction> which) {
        Instrument instrument = instruments.find(trade.symbol()).orElse(null);
        if (instrument == null) {
            LOG.error("{} can't be protected: the venue's filters are not known", trade.symbol());
            return;
        }
        ExitPlanner.plan(trade, instrument, marketClock.nowMs()).stream()
                .filter(which)
                .forEach(action -> carryOut(trade, action));
    }

    private void removeOrphans(Account account, List<OpenTrade> trades) {
        Set<String> open = trades.stream().map(OpenTrade::tradeId).collect(Collectors.toSet());
        for (StoredOrder order : orders.unfinished(account)) {
            boolean exit = !order.purpose().addsExposure() && !order.purpose().ofPlan();
            if (exit && order.state() == OrderState.OPEN && !open.contains(order.tradeId())) {
                cancel(order, "its trade is closed");
            }
        }
    }

    private void carryOut(OpenTrade trade, ExitAction action) {
        switch (action) {
            case ExitAction.PlaceConditional place -> place(ExitIntents.conditional(trade, place));
            case ExitAction.TakeNow take -> place(ExitIntents.take(trade, take));
            case ExitAction.CloseNow close -> place(ExitIntents.close(trade, close));
            case ExitAction.CancelOrder cancel -> cancel(cancel.order(), cancel.why());
        }
    }

    private void place(OrderIntent intent) {
        IntentId id = switch (orders.reserve(intent, OrderSender.SOURCE, marketClock.nowMs())) {
            case Reservation.Approved approved -> approved.id();
            case Reservation.Exists exists -> exists.id();
            case Reservation.Refused refused ->
                throw new IllegalStateException("risk refused an order that reduces exposure: " + refused.reason());
        };
        sender.send(id);
    }

    private void cancel(StoredOrder order, String why) {
        if (!orders.requestCancel(order.id(), OrderSender.SOURCE, why, marketClock.nowMs())) {
            return;
        }
        Cancellation answer = venue.cancel(
                order.symbol(), order.request().clientOrderId(), order.request().type());
        if (answer instanceof Cancellation.Unknown unknown) {
            LOG.warn("cancel of {} will be asked for again: {}", order.id(), unknown.reason());
        }
        look.at(order);
    }
}
