package dev.sextant.simulation.exchange;

import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.OrderRequest;
import dev.sextant.domain.order.Side;
import dev.sextant.domain.venue.VenueOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One order at the exchange, with its past, because reads may show it as it was. */
public final class SimOrder {

    private record Shown(long atMs, VenueOrder order) {}

    private final OrderRequest request;
    private final String venueOrderId;
    private final long acceptedAtMs;
    private final List<Shown> past = new ArrayList<>();
    private VenueOrder.Status status = VenueOrder.Status.OPEN;
    private BigDecimal filled = BigDecimal.ZERO;
    private @Nullable String executingOrderId;
    private @Nullable String reason;
    private long hiddenUntilMs;
    private boolean cancelling;
    private boolean silent;
    private boolean executesUnderOtherName;

    SimOrder(OrderRequest request, String venueOrderId, long acceptedAtMs) {
        this.request = request;
        this.venueOrderId = venueOrderId;
        this.acceptedAtMs = acceptedAtMs;
        remember(acceptedAtMs);
    }

    public OrderRequest request() {
        return request;
    }

    public String clientOrderId() {
        return request.clientOrderId();
    }

    public String venueOrderId() {
        return venueOrderId;
    }

    public long acceptedAtMs() {
        return acceptedAtMs;
    }

    public VenueOrder.Status status() {
        return status;
    }

    public BigDecimal filled() {
        return filled;
    }

    public boolean isOpen() {
        return status == VenueOrder.Status.OPEN || status == VenueOrder.Status.PARTIALLY_FILLED;
    }

    /** True for a conditional order that waits for its trigger. */
    public boolean waits() {
        return request.type().conditional() && executingOrderId == null && isOpen();
    }

    BigDecimal remaining() {
        return request.quantity().value().subtract(filled);
    }

    String fillsOrderId() {
        return executingOrderId == null ? venueOrderId : executingOrderId;
    }

    int sign() {
        return request.side() == Side.BUY ? 1 : -1;
    }

    /** @param silent whether the user data stream does not know of it either */
    void hide(long untilMs, boolean silent) {
        hiddenUntilMs = untilMs;
        this.silent = silent;
    }

    boolean isSilent() {
        return silent;
    }

    /** True once a conditional order has become a regular one. */
    boolean isExecuting() {
        return executingOrderId != null;
    }

    /** The client id of the regular order: its own, or one the exchange has given to the executing order. */
    String executorsClientId() {
        return executingOrderId == null || !executesUnderOtherName ? request.clientOrderId() : "x-" + executingOrderId;
    }

    boolean isCancelling() {
        return cancelling;
    }

    void cancelling() {
        cancelling = true;
    }

    void triggered(String executedAs, boolean underOtherName, long atMs) {
        executingOrderId = executedAs;
        executesUnderOtherName = underOtherName;
        remember(atMs);
    }

    void fill(BigDecimal quantity, long atMs) {
        filled = filled.add(quantity);
        boolean whole = filled.compareTo(request.quantity().value()) >= 0;
        end(whole ? VenueOrder.Status.FILLED : VenueOrder.Status.PARTIALLY_FILLED, null, atMs);
    }

    void end(VenueOrder.Status as, @Nullable String why, long atMs) {
        status = as;
        reason = why;
        remember(atMs);
    }

    private void remember(long atMs) {
        past.add(new Shown(atMs, now(atMs)));
    }

    /** As it is. */
    VenueOrder now(long atMs) {
        return new VenueOrder(
                request.symbol(),
                request.clientOrderId(),
                venueOrderId,
                executingOrderId,
                status,
                new Quantity(filled),
                reason,
                atMs);
    }

    /** As it was at a moment, or null when it was not there yet or can't be found. */
    @Nullable
    VenueOrder asOf(long momentMs, long nowMs) {
        if (nowMs < hiddenUntilMs) {
            return null;
        }
        for (int i = past.size() - 1; i >= 0; i--) {
            if (past.get(i).atMs() <= momentMs) {
                return past.get(i).order();
            }
        }
        return null;
    }
}
