package dev.sextant.reconciler;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.event.CyclePlanned;
import dev.sextant.domain.event.DecisionRecord;
import dev.sextant.domain.event.IntentApproved;
import dev.sextant.domain.event.OrderChanged;
import dev.sextant.domain.event.PrivateEvent;
import dev.sextant.domain.event.PrivateStreamAlive;
import dev.sextant.domain.event.SignalRaised;
import dev.sextant.domain.event.Sweep;
import dev.sextant.domain.event.Tick;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.time.EpochClock;
import dev.sextant.domain.venue.PrivateMessage;
import dev.sextant.domain.venue.VenueOrder;
import dev.sextant.platform.telemetry.Metrics;
import dev.sextant.venues.binance.trade.PrivateMessages;
import java.math.BigDecimal;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies what the private stream tells. Every message may come twice, late, out of order, or after REST has told the
 * same: each one only adds what is not known yet. What the stream never tells, the minute's reconciliation finds.
 */
public final class PrivateEvents {

    private static final Logger LOG = LoggerFactory.getLogger(PrivateEvents.class);

    private final StreamedOrders orders;
    private final PrivateStreams streams;
    private final Portfolio portfolio;
    private final ListenKeyKeeper keys;
    private final EpochClock marketClock;
    private final Metrics metrics;
    private boolean doubtful;
    private boolean moneyMoved;

    public PrivateEvents(
            StreamedOrders orders,
            PrivateStreams streams,
            Portfolio portfolio,
            ListenKeyKeeper keys,
            EpochClock marketClock,
            Metrics metrics) {
        this.orders = orders;
        this.streams = streams;
        this.portfolio = portfolio;
        this.keys = keys;
        this.marketClock = marketClock;
        this.metrics = metrics;
    }

    /** Handles one record of the decisions stream. */
    public void onRecord(DecisionRecord record) {
        switch (record) {
            case PrivateEvent event -> apply(event);
            case PrivateStreamAlive alive -> streams.alive(alive.account(), alive.aliveAtMs());
            // The mapping's filter lets only the two through; others are the placer's and risk-check's.
            case Tick _, Sweep _, SignalRaised _, CyclePlanned _, IntentApproved _, OrderChanged _ -> {}
        }
    }

    private void apply(PrivateEvent event) {
        Account account = event.account();
        switch (PrivateMessages.read(event.payload())) {
            case PrivateMessage.OrderUpdate update ->
                orders.onOrder(account, update).ifPresent(kind -> stranger(account, update.order(), kind));
            case PrivateMessage.ConditionalUpdate update ->
                orders.onConditional(account, update).ifPresent(kind -> stranger(account, update.order(), kind));
            case PrivateMessage.AccountUpdate update -> compare(account, update);
            case PrivateMessage.KeyExpired(String fingerprint) -> {
                metrics.count("ListenKeysExpired", 1);
                keys.expired(account, fingerprint, marketClock.nowMs());
                // What happened between the end of the old socket and the new one was told to nobody.
                doubtful = true;
            }
            case PrivateMessage.MarginCall _ -> marginCall(account);
            case PrivateMessage.SettingsChanged _ -> {
                metrics.count("AccountSettingsChanged", 1);
                LOG.error("somebody changed the leverage or the asset mode of {} at the venue", account);
            }
            case PrivateMessage.Other(String type) -> LOG.debug("a private message of type {} is of no use", type);
        }
    }

    private void stranger(Account account, VenueOrder order, Stranger kind) {
        boolean isNew = portfolio.noteStranger(account, order, kind);
        if (kind == Stranger.EXTERNAL || !isNew) {
            return;
        }
        String what = kind.inWords(order);
        metrics.count(kind.byVenue() ? "ForcedOrders" : "UnknownOrders", 1);
        LOG.error("{} is blocked: {}", order.symbol(), what);
        portfolio.block(order.symbol(), what);
        doubtful = true;
    }

    /** Its fields say how bad it is; that it came at all is bad enough. */
    private void marginCall(Account account) {
        metrics.count("MarginCalls", 1);
        LOG.error("margin call for {}: no entries in what it holds", account);
        for (Symbol symbol : portfolio.positions(account).keySet()) {
            portfolio.block(symbol, "margin call: the venue may liquidate the position");
        }
    }

    /**
     * A position that differs although every fill we know of is older than the message is worth a look. Only a look: the
     * messages of one fill come in any order, and only the reconciler's second look blocks.
     */
    private void compare(Account account, PrivateMessage.AccountUpdate update) {
        moneyMoved |= update.moneyMoved();
        Map<Symbol, BigDecimal> booked = portfolio.positions(account);
        update.positions().forEach((symbol, quantity) -> {
            boolean differs = booked.getOrDefault(symbol, BigDecimal.ZERO).compareTo(quantity) != 0;
            if (differs && streams.bookedToMs(account, symbol) < update.atMs()) {
                doubtful = true;
            }
        });
    }

    /** Whether something since the last call asks for a reconciliation now rather than within the minute. */
    public boolean takeDoubt() {
        boolean taken = doubtful;
        doubtful = false;
        return taken;
    }

    /** Whether something since the last call asks for the account's cash flows now rather than within the hour. */
    public boolean takeMoneyMoved() {
        boolean taken = moneyMoved;
        moneyMoved = false;
        return taken;
    }
}
