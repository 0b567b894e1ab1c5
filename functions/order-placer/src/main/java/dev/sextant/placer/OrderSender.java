package dev.sextant.placer;

import dev.sextant.domain.order.Claim;
import dev.sextant.domain.order.ClaimRequest;
import dev.sextant.domain.order.IntentId;
import dev.sextant.domain.order.OrderReport;
import dev.sextant.domain.order.OrderStore;
import dev.sextant.domain.order.OrderTrigger;
import dev.sextant.domain.order.Reported;
import dev.sextant.domain.order.StoredOrder;
import dev.sextant.domain.time.EpochClock;
import dev.sextant.domain.venue.OrderInquiry;
import dev.sextant.domain.venue.Placement;
import dev.sextant.domain.venue.TradingVenue;
import dev.sextant.domain.venue.VenueOrder;
import dev.sextant.domain.venue.VenueUnavailableException;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Claims an intent and sends it once. The signed time is taken before the claim and the send is abandoned when too much
 * monotonic time has passed since, so a frozen sender can't place late; no answer leads to a second send.
 */
final class OrderSender {

    /** Longest monotonic time between taking the signed time and writing the request. */
    static final long SEND_WITHIN_MS = 2_000;

    static final String SOURCE = "order-placer";

    /** The code of an intent that was claimed and deliberately not sent. */
    static final String ABANDONED = "abandoned";

    private static final Logger LOG = LoggerFactory.getLogger(OrderSender.class);

    private final OrderStore orders;
    private final TradingVenue venue;
    private final OrderInquiry inquiry;
    private final EpochClock marketClock;
    private final LongSupplier monotonicMs;
    private final Supplier<String> tokens;

    OrderSender(
            OrderStore orders,
            TradingVenue venue,
            EpochClock marketClock,
            LongSupplier monotonicMs,
            Supplier<String> tokens) {
        this.orders = orders;
        this.venue = venue;
        this.inquiry = new OrderInquiry(venue);
        this.marketClock = marketClock;
        this.monotonicMs = monotonicMs;
        this.tokens = tokens;
    }

    /**
     * A wish to send, with the time it will be signed with.
     *
     * @param takenMs monotonic time at which that was taken
     */
    record Ticket(ClaimRequest request, long takenMs) {}

    /** Sends the intent if this caller gets the claim; empty when it did not, or the venue's clock could not be read. */
    Optional<Reported> send(IntentId id) {
        return ticket(id).flatMap(ticket -> sendIfGranted(claim(ticket.request()), ticket));
    }

    /** Reads the venue's clock; empty when that could not be done. */
    Optional<Ticket> ticket(IntentId id) {
        long takenMs = monotonicMs.getAsLong();
        long signedAtMs;
        try {
            signedAtMs = venue.venueTimeMs();
        } catch (VenueUnavailableException e) {
            LOG.warn("{} is not sent: the venue's clock could not be read: {}", id, e.getMessage());
            return Optional.empty();
        }
        long nowMs = marketClock.nowMs();
        ClaimRequest request = new ClaimRequest(id, tokens.get(), nowMs, signedAtMs, nowMs - signedAtMs, SOURCE);
        return Optional.of(new Ticket(request, takenMs));
    }

    /** Sends what was claimed, once. */
    Optional<Reported> sendIfGranted(Claim claim, Ticket ticket) {
        return switch (claim) {
            case Claim.Granted granted -> Optional.of(sendOnce(granted.order(), ticket));
            case Claim.Denied denied -> {
                LOG.debug("{} not sent: {}", ticket.request().id(), denied.reason());
                yield Optional.empty();
            }
        };
    }

    /** A lost answer is asked for again with the same token; only its holder can be granted twice. */
    private Claim claim(ClaimRequest request) {
        return LostAnswer.repeat(() -> orders.claim(request));
    }

    private Reported sendOnce(StoredOrder order, Ticket ticket) {
        long waitedMs = monotonicMs.getAsLong() - ticket.takenMs();
        if (waitedMs > SEND_WITHIN_MS) {
            return refused(order, ABANDONED, "not sent: " + waitedMs + " ms passed since the signed time was taken");
        }
        return switch (venue.place(order.request(), ticket.request().signedAtMs())) {
            case Placement.Accepted accepted -> accepted(order, accepted.order());
            case Placement.Rejected rejected -> rejected(order, rejected);
            case Placement.Unknown unknown ->
                report(OrderReport.of(
                        order.id(),
                        SOURCE,
                        OrderTrigger.OUTCOME_UNKNOWN,
                        "unknown",
                        unknown.reason(),
                        marketClock.nowMs()));
        };
    }

    /** Until it is booked, nobody protects what the venue has just taken. */
    private Reported report(OrderReport learnt) {
        return LostAnswer.repeat(() -> orders.report(learnt));
    }

    private Reported rejected(StoredOrder order, Placement.Rejected rejected) {
        if (rejected.halt()) {
            LOG.error("the venue refuses the account ({}): {}", rejected.code(), rejected.reason());
        }
        OrderReport learnt = refusal(order, rejected.code(), rejected.reason());
        // What was not sent is our own objection, which is looked at again each time.
        boolean venuesWord = !rejected.code().equals(Placement.NOT_SENT);
        return report(rejected.halt() && venuesWord ? learnt.halting() : learnt);
    }

    private Reported refused(StoredOrder order, String code, String reason) {
        return report(refusal(order, code, reason));
    }

    private OrderReport refusal(StoredOrder order, String code, String reason) {
        return OrderReport.of(order.id(), SOURCE, OrderTrigger.VENUE_REJECTED, code, reason, marketClock.nowMs());
    }

    private Reported accepted(StoredOrder order, VenueOrder seen) {
        try {
            return report(inquiry.report(order, seen, SOURCE, marketClock.nowMs()));
        } catch (VenueUnavailableException e) {
            // The acceptance is a fact and must not wait for the fills; the next look books them.
            LOG.warn("fills of {} not read yet: {}", order.id(), e.getMessage());
            return report(OrderReport.of(order.id(), SOURCE, seen, List.of(), marketClock.nowMs()));
        }
    }
}
