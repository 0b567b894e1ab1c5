package dev.sextant.reconciler;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.order.Fill;
import dev.sextant.domain.order.OrderReport;
import dev.sextant.domain.order.OrderStore;
import dev.sextant.domain.order.StoredOrder;
import dev.sextant.domain.time.EpochClock;
import dev.sextant.domain.venue.Lookup;
import dev.sextant.domain.venue.OrderInquiry;
import dev.sextant.domain.venue.PrivateMessage;
import dev.sextant.domain.venue.TradingVenue;
import dev.sextant.domain.venue.VenueOrder;
import dev.sextant.domain.venue.VenueUnavailableException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Books what the private stream says of single orders; what it says too little about is asked for by REST. */
public final class StreamedOrders {

    static final String SOURCE = "user-stream";

    private static final Logger LOG = LoggerFactory.getLogger(StreamedOrders.class);

    private final OrderStore orders;
    private final TradingVenue venue;
    private final PrivateStreams streams;
    private final EpochClock marketClock;

    public StreamedOrders(OrderStore orders, TradingVenue venue, PrivateStreams streams, EpochClock marketClock) {
        this.orders = orders;
        this.venue = venue;
        this.streams = streams;
        this.marketClock = marketClock;
    }

    /** Books an order's news; answers what it is when it is not ours, or no longer. */
    Optional<Stranger> onOrder(Account account, PrivateMessage.OrderUpdate update) {
        VenueOrder seen = update.order();
        Optional<StoredOrder> ours = streams.orderOf(account, seen.symbol(), seen.clientOrderId(), seen.venueOrderId());
        if (ours.isEmpty()) {
            return Optional.of(Stranger.of(seen.clientOrderId()));
        }
        StoredOrder order = ours.get();
        if (update.lacksDetail()) {
            ask(order);
        } else if (order.request().type().conditional()) {
            book(order, executing(order, seen), update.execution());
        } else {
            book(order, seen, update.execution());
        }
        return late(order);
    }

    /** What it did is booked, for the position is ours; and it is a stranger all the same. */
    private static Optional<Stranger> late(StoredOrder order) {
        return Stranger.ofOurForm(Optional.of(order.state()));
    }

    /** The executing order's news as news of the conditional one, whose own id is another. */
    private static VenueOrder executing(StoredOrder order, VenueOrder seen) {
        return new VenueOrder(
                seen.symbol(),
                order.request().clientOrderId(),
                seen.venueOrderId(),
                seen.venueOrderId(),
                seen.status(),
                seen.filled(),
                seen.reason(),
                seen.updatedAtMs());
    }

    /** Books a conditional order's news; answers what it is when it is not ours, or no longer. */
    Optional<Stranger> onConditional(Account account, PrivateMessage.ConditionalUpdate update) {
        VenueOrder seen = update.order();
        Optional<StoredOrder> ours = streams.orderOf(account, seen.symbol(), seen.clientOrderId(), "");
        if (ours.isEmpty()) {
            return Optional.of(Stranger.of(seen.clientOrderId()));
        }
        if (update.finished()) {
            ask(ours.get());
        } else {
            book(ours.get(), seen, Optional.empty());
        }
        return late(ours.get());
    }

    private void book(StoredOrder order, VenueOrder seen, Optional<Fill> execution) {
        VenueOrder told = OrderInquiry.inTheTablesWords(order.state(), seen);
        OrderReport report =
                OrderReport.of(order.id(), SOURCE, told, execution.stream().toList(), marketClock.nowMs());
        boolean executes =
                seen.executingOrderId() != null && seen.executingOrderId().equals(seen.venueOrderId());
        orders.report(executes ? withoutOwnId(report) : report);
    }

    /** Of the regular order alone the conditional order's own id is not known. */
    private static OrderReport withoutOwnId(OrderReport report) {
        return new OrderReport(
                report.id(),
                report.source(),
                report.trigger(),
                null,
                report.executingOrderId(),
                report.venueFilled(),
                report.fills(),
                report.reasonCode(),
                report.reason(),
                report.atMs());
    }

    private void ask(StoredOrder order) {
        if (order.state().isFinal()) {
            return;
        }
        Lookup answer = venue.find(
                order.symbol(), order.request().clientOrderId(), order.request().type());
        if (answer instanceof Lookup.Found(VenueOrder found)) {
            try {
                orders.report(new OrderInquiry(venue).report(order, found, SOURCE, marketClock.nowMs()));
            } catch (VenueUnavailableException e) {
                LOG.warn("fills of {} not read yet, the minute's pass reads them: {}", order.id(), e.getMessage());
            }
        }
    }
}
