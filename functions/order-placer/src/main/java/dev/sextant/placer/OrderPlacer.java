package dev.sextant.placer;

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
import dev.sextant.domain.instrument.InstrumentCatalog;
import dev.sextant.domain.order.IntentId;
import dev.sextant.domain.order.OrderStore;
import dev.sextant.domain.time.EpochClock;
import dev.sextant.domain.venue.TradingVenue;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Places what risk approved and keeps positions protected. Any number of copies may run at once: the claim decides who
 * sends.
 */
public final class OrderPlacer {

    private final OrderSender sender;
    private final PositionKeeper keeper;
    private final Consumer<Account> watch;

    /**
     * @param monotonicMs milliseconds that never go back, for the time between signing and sending
     * @param tokens fresh claim tokens, drawn after any snapshot restore
     */
    public OrderPlacer(
            OrderStore orders,
            TradingVenue venue,
            InstrumentCatalog instruments,
            EpochClock marketClock,
            LongSupplier monotonicMs,
            Supplier<String> tokens) {
        this(orders, venue, instruments, marketClock, monotonicMs, tokens, account -> {});
    }

    /** @param watch what else is done for an account on each tick and sweep, after its positions were looked after */
    OrderPlacer(
            OrderStore orders,
            TradingVenue venue,
            InstrumentCatalog instruments,
            EpochClock marketClock,
            LongSupplier monotonicMs,
            Supplier<String> tokens,
            Consumer<Account> watch) {
        this.watch = watch;
        this.sender = new OrderSender(orders, venue, marketClock, monotonicMs, tokens);
        this.keeper = new PositionKeeper(orders, venue, instruments, sender, marketClock);
    }

    /** Handles one record of the decisions stream. */
    public void onRecord(DecisionRecord record) {
        switch (record) {
            case IntentApproved approved -> {
                sender.send(new IntentId(approved.intentId()));
                keeper.protect(approved.account(), approved.intentId());
            }
            case Tick tick -> keep(tick.account());
            case Sweep sweep -> keep(sweep.account());
            case SignalRaised signal -> {}
            case CyclePlanned planned -> {}
            case OrderChanged changed -> {}
            // The reconciler's.
            case PrivateEvent event -> {}
            case PrivateStreamAlive alive -> {}
        }
    }

    private void keep(Account account) {
        try {
            keeper.keep(account);
        } finally {
            // It may wait for the venue's answer; unsaid, the venue counts as silent.
            watch.accept(account);
        }
    }
}
