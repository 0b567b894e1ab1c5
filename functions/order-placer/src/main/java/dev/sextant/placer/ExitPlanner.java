package dev.sextant.placer;

import dev.sextant.domain.event.Direction;
import dev.sextant.domain.instrument.Instrument;
import dev.sextant.domain.money.Price;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.OpenTrade;
import dev.sextant.domain.order.OrderState;
import dev.sextant.domain.order.Purpose;
import dev.sextant.domain.order.StoredOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides what an open trade needs now: a stop as large as the position, two targets, the stop at break-even after the
 * first target, a close when it is demanded, time is up or protection fails. A pure function of the trade and the time.
 *
 * <p>A stop triggers as early as the tick allows (its price is rounded towards the entry), a target as easily as the
 * tick allows (rounded towards the entry too). Venues that enforce reduce-only make overlapping exits harmless.
 */
final class ExitPlanner {

    /** A position, or a part of one, without an acknowledged stop for this long is closed. */
    static final long UNPROTECTED_MS = 5_000;

    /** An exit whose sending was not confirmed for this long no longer holds back another one. */
    static final long UNCONFIRMED_MS = 5_000;

    /** How long after a failed close the next one follows; doubled each time, so many times. */
    static final long CLOSE_AGAIN_MS = 1_000;

    static final int CLOSE_AGAIN_DOUBLINGS = 4;

    private static final String BREAK_EVEN = "tp1:";

    private final OpenTrade trade;
    private final Instrument instrument;
    private final long nowMs;
    private final List<ExitAction> actions = new ArrayList<>();

    private ExitPlanner(OpenTrade trade, Instrument instrument, long nowMs) {
        this.trade = trade;
        this.instrument = instrument;
        this.nowMs = nowMs;
    }

    static List<ExitAction> plan(OpenTrade trade, Instrument instrument, long nowMs) {
        ExitPlanner planner = new ExitPlanner(trade, instrument, nowMs);
        planner.decide();
        return List.copyOf(planner.actions);
    }

    private void decide() {
        if (trade.open().isZero() || live(Purpose.CLOSE).findAny().isPresent()) {
            return;
        }
        Optional<String> closeCause = closeCause();
        if (closeCause.isPresent()) {
            close(closeCause.get());
            return;
        }
        protect();
        aim();
    }

    private Optional<String> closeCause() {
        if (trade.closeDemand() != null) {
            return Optional.of(trade.closeDemand() + ":" + trade.tradeId());
        }
        long heldMs = nowMs - trade.firstFillAtMs();
        if (heldMs >= trade.plan().closeAfterMs()) {
            return Optional.of("timeout:" + trade.tradeId());
        }
        Quantity acknowledged = remaining(live(Purpose.STOP).filter(ExitPlanner::resting));
        if (acknowledged.compareTo(trade.open()) >= 0) {
            return Optional.empty();
        }
        Optional<StoredOrder> newest = newest(Purpose.STOP);
        if (newest.filter(stop -> stop.state() == OrderState.REJECTED).isPresent()) {
            return Optional.of("stop_rejected:" + trade.tradeId());
        }
        boolean nothingRests = acknowledged.isZero() && heldMs > UNPROTECTED_MS;
        boolean partWaits = newest.filter(this::unacknowledgedTooLong).isPresent();
        return nothingRests || partWaits ? Optional.of("unprotected:" + trade.tradeId()) : Optional.empty();
    }

    /** Each close after one that failed waits twice as long, so that a venue that is down or flat is not hammered. */
    private void close(String cause) {
        List<StoredOrder> before = trade.orders().stream()
                .filter(order -> order.purpose() == Purpose.CLOSE)
                .toList();
        if (before.isEmpty()) {
            actions.add(new ExitAction.CloseNow(trade.open(), cause));
            return;
        }
        StoredOrder last = before.getLast();
        long waitMs = CLOSE_AGAIN_MS << Math.min(before.size() - 1, CLOSE_AGAIN_DOUBLINGS);
        if (sinceMs(last.createdAtMs()) >= waitMs) {
            String again = kind(cause) + last.id().hex();
            actions.add(new ExitAction.CloseNow(trade.open(), again));
        }
    }

    private static String kind(String cause) {
        return cause.substring(0, cause.indexOf(':') + 1);
    }

    private boolean unacknowledgedTooLong(StoredOrder stop) {
        return !stop.state().isFinal() && !resting(stop) && sinceMs(stop.createdAtMs()) > UNPROTECTED_MS;
    }

    private void protect() {
        Optional<StoredOrder> breakEven =
                live(Purpose.STOP).filter(ExitPlanner::atBreakEven).findFirst();
        if (trade.takeProfit1Hit() && breakEven.isEmpty() && everBreakEven().isEmpty()) {
            place(Purpose.STOP, trade.open(), stopPrice(BigDecimal.ZERO), BREAK_EVEN + trade.tradeId());
            return;
        }
        // One that is too small for a fill that turned up late leaves the others where they are.
        if (breakEven.filter(this::coversAll).isPresent()) {
            live(Purpose.STOP)
                    .filter(stop -> !atBreakEven(stop) && resting(stop))
                    .forEach(stop ->
                            actions.add(new ExitAction.CancelOrder(stop, "replaced by the stop at break-even")));
        }
        Quantity covered = remaining(live(Purpose.STOP));
        if (covered.compareTo(trade.open()) < 0) {
            place(
                    Purpose.STOP,
                    trade.open().minus(covered),
                    stopPrice(trade.plan().stopDistance()),
                    causeOfStop());
        }
    }

    /** Targets are placed once, when the entry is over and its size is known. */
    private void aim() {
        if (!trade.entry().state().isFinal()) {
            return;
        }
        Quantity first = new Quantity(
                        trade.opened().value().multiply(trade.plan().takeProfit1Share()))
                .floorTo(instrument.stepSize());
        Quantity second = trade.opened().minus(first);
        aimAt(Purpose.TAKE_PROFIT_1, first, trade.plan().takeProfit1Distance());
        aimAt(Purpose.TAKE_PROFIT_2, second, trade.plan().takeProfit2Distance());
    }

    private void aimAt(Purpose purpose, Quantity quantity, BigDecimal distance) {
        if (quantity.isZero() || newest(purpose).isPresent()) {
            return;
        }
        Price exact = trade.entryPrice().plus(signed(distance));
        Price trigger = isLong() ? exact.floorTo(instrument.tickSize()) : exact.ceilTo(instrument.tickSize());
        place(purpose, quantity, trigger, trade.lastEntryFillId());
    }

    private Price stopPrice(BigDecimal distance) {
        Price exact = trade.entryPrice().plus(signed(distance).negate());
        return isLong() ? exact.ceilTo(instrument.tickSize()) : exact.floorTo(instrument.tickSize());
    }

    private void place(Purpose purpose, Quantity quantity, Price trigger, String cause) {
        actions.add(new ExitAction.PlaceConditional(purpose, quantity, trigger, cause));
    }

    /** The fill that demands a stop, or the newest stop when one already answered it: a new id each time. */
    private String causeOfStop() {
        String fill = trade.lastEntryFillId();
        boolean answered = trade.orders().stream()
                .anyMatch(order ->
                        order.purpose() == Purpose.STOP && order.cause().equals(fill));
        return answered
                ? newest(Purpose.STOP).map(order -> "after:" + order.id().hex()).orElse(fill)
                : fill;
    }

    private Optional<StoredOrder> everBreakEven() {
        return trade.orders().stream()
                .filter(order -> order.purpose() == Purpose.STOP && atBreakEven(order))
                .findFirst();
    }

    private Optional<StoredOrder> newest(Purpose purpose) {
        return trade.orders().stream()
                .filter(order -> order.purpose() == purpose)
                .reduce((older, newer) -> newer);
    }

    private Stream<StoredOrder> live(Purpose purpose) {
        return trade.orders().stream().filter(order -> order.purpose() == purpose && isLive(order));
    }

    private boolean isLive(StoredOrder order) {
        return switch (order.state()) {
            case APPROVED ->
                sinceMs(order.createdAtMs()) != StoredOrder.LONG_AGO && order.cancelRequestedAtMs() == null;
            case OPEN, PARTIALLY_FILLED -> order.cancelRequestedAtMs() == null;
            case SENDING, UNKNOWN -> order.sinceClaimMs(nowMs) <= UNCONFIRMED_MS;
            case NEW,
                    RISK_REJECTED,
                    BLOCKED,
                    EXPIRED_UNSENT,
                    FILLED,
                    REJECTED,
                    CANCELED,
                    EXPIRED,
                    QUARANTINED,
                    NOT_PLACED -> false;
        };
    }

    private long sinceMs(long stampMs) {
        return StoredOrder.sinceMs(stampMs, nowMs);
    }

    private boolean coversAll(StoredOrder stop) {
        return resting(stop) && stop.remaining().compareTo(trade.open()) >= 0;
    }

    private static Quantity remaining(Stream<StoredOrder> orders) {
        return orders.map(StoredOrder::remaining).reduce(Quantity.ZERO, Quantity::plus);
    }

    private static boolean resting(StoredOrder order) {
        return order.state() == OrderState.OPEN || order.state() == OrderState.PARTIALLY_FILLED;
    }

    private static boolean atBreakEven(StoredOrder order) {
        return order.cause().startsWith(BREAK_EVEN);
    }

    private boolean isLong() {
        return trade.plan().direction() == Direction.LONG;
    }

    private BigDecimal signed(BigDecimal distance) {
        return isLong() ? distance : distance.negate();
    }
}
