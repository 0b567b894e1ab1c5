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

/**
 * Decides what an open trade needs now: a stop as large as the position, two targets, the stop at break-even after the
 * first target, a close when time is up or protection fails. A pure function of the trade and the time.
 *
 * <p>A stop triggers as early as the tick allows (its price is rounded towards the entry), a target as easily as the
 * tick allows (rounded towards the entry too). Venues that enforce reduce-only make overlapping exits harmless.
 */
final class ExitPlanner {

    /** A position without an acknowledged stop for this long is closed. */
    static final long UNPROTECTED_MS = 5_000;

    /** An exit whose sending was not confirmed for this long no longer holds back another one. */
    static final long UNCONFIRMED_MS = 5_000;

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
            actions.add(new ExitAction.CloseNow(trade.open(), causeAfter(Purpose.CLOSE, closeCause.get())));
            return;
        }
        protect();
        aim();
    }

    private Optional<String> closeCause() {
        long heldMs = nowMs - trade.firstFillAtMs();
        boolean stopResting = live(Purpose.STOP).anyMatch(ExitPlanner::resting);
        if (heldMs >= trade.plan().closeAfterMs()) {
            return Optional.of("timeout:" + trade.tradeId());
        }
        if (!stopResting
                && newest(Purpose.STOP)
                        .filter(stop -> stop.state() == OrderState.REJECTED)
                        .isPresent()) {
            return Optional.of("stop_rejected:" + trade.tradeId());
        }
        if (!stopResting && heldMs > UNPROTECTED_MS) {
            return Optional.of("unprotected:" + trade.tradeId());
        }
        return Optional.empty();
    }

    private void protect() {
        Optional<StoredOrder> breakEven =
                live(Purpose.STOP).filter(ExitPlanner::atBreakEven).findFirst();
        if (trade.takeProfit1Hit() && breakEven.isEmpty() && everBreakEven().isEmpty()) {
            place(Purpose.STOP, trade.open(), stopPrice(BigDecimal.ZERO), BREAK_EVEN + trade.tradeId());
            return;
        }
        if (breakEven.filter(ExitPlanner::resting).isPresent()) {
            live(Purpose.STOP)
                    .filter(stop -> !atBreakEven(stop) && resting(stop))
                    .forEach(stop ->
                            actions.add(new ExitAction.CancelOrder(stop, "replaced by the stop at break-even")));
        }
        Quantity covered = live(Purpose.STOP).map(StoredOrder::remaining).reduce(Quantity.ZERO, Quantity::plus);
        if (covered.compareTo(trade.open()) < 0) {
            place(
                    Purpose.STOP,
                    trade.open().minus(covered),
                    stopPrice(trade.plan().stopDistance()),
                    causeAfter(Purpose.STOP, trade.lastEntryFillId()));
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

    /** The cause itself, or the newest order of this purpose when that already answered it: a new id each time. */
    private String causeAfter(Purpose purpose, String cause) {
        boolean answered = trade.orders().stream()
                .anyMatch(order -> order.purpose() == purpose && order.cause().equals(cause));
        String kind = cause.contains(":") ? cause.substring(0, cause.indexOf(':') + 1) : "after:";
        return answered ? newest(purpose).map(order -> kind + order.id().hex()).orElse(cause) : cause;
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

    private java.util.stream.Stream<StoredOrder> live(Purpose purpose) {
        return trade.orders().stream().filter(order -> order.purpose() == purpose && isLive(order));
    }

    private boolean isLive(StoredOrder order) {
        return switch (order.state()) {
            case APPROVED, OPEN, PARTIALLY_FILLED -> order.cancelRequestedAtMs() == null;
            case SENDING, UNKNOWN -> {
                Long claimedAtMs = order.claimedAtMs();
                yield claimedAtMs == null || nowMs - claimedAtMs <= UNCONFIRMED_MS;
            }
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
