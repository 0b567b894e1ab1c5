package dev.sextant.placer;

import dev.sextant.domain.order.OrderReport;
import dev.sextant.domain.order.OrderState;
import dev.sextant.domain.order.OrderStore;
import dev.sextant.domain.order.OrderTrigger;
import dev.sextant.domain.order.StoredOrder;
import dev.sextant.domain.time.EpochClock;
import dev.sextant.domain.venue.Lookup;
import dev.sextant.domain.venue.OrderInquiry;
import dev.sextant.domain.venue.TradingVenue;
import dev.sextant.domain.venue.VenueUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the venue what became of one order, and books it. */
final class OrderLook {

    /** What came of a look. */
    enum Learnt {
        NEWS,
        NOTHING_NEW,
        /** The venue was not heard, about the order or about its fills. */
        NO_ANSWER
    }

    private static final Logger LOG = LoggerFactory.getLogger(OrderLook.class);

    private final OrderStore orders;
    private final TradingVenue venue;
    private final OrderInquiry inquiry;
    private final EpochClock marketClock;

    OrderLook(OrderStore orders, TradingVenue venue, EpochClock marketClock) {
        this.orders = orders;
        this.venue = venue;
        this.inquiry = new OrderInquiry(venue);
        this.marketClock = marketClock;
    }

    /** Claimed long ago, and whoever sent it never said what became of it. */
    boolean isLeftBehind(StoredOrder order) {
        return order.sinceClaimMs(marketClock.nowMs()) > ExitPlanner.UNCONFIRMED_MS;
    }

    /** Asks and books; whether anything new was learnt. */
    boolean at(StoredOrder order) {
        return look(order) == Learnt.NEWS;
    }

    /** The same, and whether the venue answered at all. */
    Learnt look(StoredOrder order) {
        Lookup answer = venue.find(
                order.symbol(), order.request().clientOrderId(), order.request().type());
        if (answer instanceof Lookup.Found found) {
            try {
                return report(inquiry.report(order, found.order(), OrderSender.SOURCE, marketClock.nowMs()));
            } catch (VenueUnavailableException e) {
                LOG.warn("fills of {} not read yet: {}", order.id(), e.getMessage());
                return Learnt.NO_ANSWER;
            }
        } else if (answer instanceof Lookup.Unknown) {
            return Learnt.NO_ANSWER;
        } else if (answer instanceof Lookup.NotFound && order.state() == OrderState.SENDING && isLeftBehind(order)) {
            return report(OrderReport.of(
                    order.id(),
                    OrderSender.SOURCE,
                    OrderTrigger.OUTCOME_UNKNOWN,
                    null,
                    "no answer was booked and it is not found",
                    marketClock.nowMs()));
        }
        return Learnt.NOTHING_NEW;
    }

    private Learnt report(OrderReport learnt) {
        return LostAnswer.repeat(() -> orders.report(learnt)).changed() ? Learnt.NEWS : Learnt.NOTHING_NEW;
    }
}
