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
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Decides what an open trade needs now: a stop as large as the position, two targets, the stop at break-even after the
 * first target, a close when it is demanded, time is up or protection fails. A pure function of the trade and the time.
 *
 * <p>A stop triggers as early as the tick allows (its price is rounded towards the entry), a target as easily as the
 * tick allows (rounded towards the entry too). Venues that enforce reduce-only make overlapping exits harmless.
 *
 * <p>An exit that was definitely not placed, though it might have been, is wished again under a new id. One whose level
 * the price has passed is not: a target's part is taken at market, and what a stop was to hold is closed at market, at
 * break-even as well. There the stop, placed in time, would have sold at the same moment; to go on under the first stop
 * would stake the whole distance once more on a trade that has had its gain.
 */
final class ExitPlanner {

    /** A position, or a part of one, without an acknowledged stop for this long is closed. */
    static final long UNPROTECTED_MS = 5_000;

    /** An exit whose sending was not confirmed for this long no longer holds back another one. */
    static final long UNCONFIRMED_MS = 5_000;

    /** How long after a failed exit the next one follows; doubled each time, so many times. */
    static final long AGAIN_MS = 1_000;

    static final int AGAIN_DOUBLINGS = 4;

    private static final String BREAK_EVEN = "tp1:";

    private static final String AFTER = "after:";

    private final OpenTrade trade;
    private final Instrument instrument;
    private final long nowMs;
    private final StopGap gap;
    private final List<ExitAction> actions = new ArrayList<>();

    private ExitPlanner(OpenTrade trade, Instrument instrument, long nowMs) {
        this.trade = trade;
        this.instrument = instrument;
        this.nowMs = nowMs;
        this.gap = new StopGap(trade, nowMs);
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
        if (nowMs - trade.firstFillAtMs() >= trade.plan().closeAfterMs()) {
            return Optional.of("timeout:" + trade.tradeId());
        }
        Quantity acknowledged = remaining(live(Purpose.STOP).filter(ExitPlanner::rests));
        if (acknowledged.compareTo(trade.open()) >= 0) {
            boolean passed = newestBreakEven()
                    .map(Refusal::of)
                    .filter(Refusal.LEVEL_PASSED::equals)
                    .isPresent();
            return passed ? Optional.of("break_even:" + trade.tradeId()) : Optional.empty();
        }
        if (gap.newestAttempt().filter(ExitPlanner::refusedForGood).isPresent()) {
            return Optional.of("stop_rejected:" + trade.tradeId());
        }
        // One that is no longer found may rest all the same: reason for another stop, and for a close only without
        // that.
        boolean held =
                remaining(live(Purpose.STOP).filter(ExitPlanner::resting)).compareTo(trade.open()) >= 0;
        long waitedMs = acknowledged.isZero() && !held ? gap.nakedMs() : gap.askedForMs();
        return waitedMs > UNPROTECTED_MS ? Optional.of("unprotected:" + trade.tradeId()) : Optional.empty();
    }

    private static boolean refusedForGood(StoredOrder stop) {
        return switch (Refusal.of(stop)) {
            case FOR_GOOD, LEVEL_PASSED -> true;
            case AGAIN, NONE -> false;
        };
    }

    private void close(String cause) {
        List<StoredOrder> before = all(order -> order.purpose() == Purpose.CLOSE);
        if (before.isEmpty()) {
            actions.add(new ExitAction.CloseNow(trade.open(), cause));
        } else if (waitedAfter(before)) {
            String again = kind(cause) + before.getLast().id().hex();
            actions.add(new ExitAction.CloseNow(trade.open(), again));
        }
    }

    /** Each exit after one that failed waits twice as long, so that a venue that is down or flat is not hammered. */
    private boolean waitedAfter(List<StoredOrder> before) {
        long waitMs = AGAIN_MS << Math.min(before.size() - 1, AGAIN_DOUBLINGS);
        return sinceMs(before.getLast().createdAtMs()) >= waitMs;
    }

    private static String kind(String cause) {
        return cause.substring(0, cause.indexOf(':') + 1);
    }

    private void protect() {
        if (trade.takeProfit1Hit() && breakEvenIsDue()) {
            place(Purpose.STOP, trade.open(), stopPrice(BigDecimal.ZERO), causeOfBreakEven());
            return;
        }
        // Too small for a fill that turned up late, it leaves the others where they are.
        Quantity atBreakEven = remaining(live(Purpose.STOP).filter(stop -> atBreakEven(stop) && rests(stop)));
        if (atBreakEven.compareTo(trade.open()) >= 0) {
            live(Purpose.STOP)
                    .filter(stop -> !atBreakEven(stop) && resting(stop))
                    .forEach(stop ->
                            actions.add(new ExitAction.CancelOrder(stop, "replaced by the stop at break-even")));
        }
        Quantity covered = remaining(live(Purpose.STOP).filter(stop -> !stop.vanished()));
        if (covered.compareTo(trade.open()) < 0 && stopIsDue()) {
            boolean breakEven = trade.takeProfit1Hit();
            place(
                    Purpose.STOP,
                    trade.open().minus(covered),
                    stopPrice(breakEven ? BigDecimal.ZERO : trade.plan().stopDistance()),
                    breakEven ? causeOfBreakEven() : causeOfStop());
        }
    }

    /** None is there or may be, and the last one is not refused for good. */
    private boolean breakEvenIsDue() {
        List<StoredOrder> before = all(ExitPlanner::atBreakEven);
        if (before.isEmpty()) {
            return true;
        }
        StoredOrder last = before.getLast();
        boolean over = last.state().isFinal() && before.stream().noneMatch(this::isLive);
        return over && !refusedForGood(last) && waitedAfter(before);
    }

    /** The seconds until the position is closed are few: no doubling here. */
    private boolean stopIsDue() {
        return gap.newestAttempt()
                .filter(stop -> Refusal.of(stop) == Refusal.AGAIN)
                .map(stop -> sinceMs(stop.createdAtMs()) >= AGAIN_MS)
                .orElse(true);
    }

    /** Targets are placed when the entry is over and its size is known; again only if they were not placed. */
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
        if (quantity.isZero()) {
            return;
        }
        List<StoredOrder> before = all(order -> order.purpose() == purpose);
        if (before.isEmpty()) {
            place(purpose, quantity, targetPrice(distance), trade.lastEntryFillId());
            return;
        }
        StoredOrder last = before.getLast();
        Quantity left = quantity.min(trade.open());
        String again = AFTER + last.id().hex();
        switch (Refusal.of(last)) {
            case LEVEL_PASSED -> actions.add(new ExitAction.TakeNow(purpose, left, again));
            case AGAIN -> {
                if (waitedAfter(before)) {
                    place(purpose, left, targetPrice(distance), again);
                }
            }
            case FOR_GOOD, NONE -> {}
        }
    }

    private Price targetPrice(BigDecimal distance) {
        Price exact = trade.entryPrice().plus(signed(distance));
        return isLong() ? exact.floorTo(instrument.tickSize()) : exact.ceilTo(instrument.tickSize());
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
                ? newest(Purpose.STOP).map(order -> AFTER + order.id().hex()).orElse(fill)
                : fill;
    }

    /** The first target, or the newest stop at break-even when one already followed it. */
    private String causeOfBreakEven() {
        return BREAK_EVEN + newestBreakEven().map(order -> order.id().hex()).orElse(trade.tradeId());
    }

    private Optional<StoredOrder> newestBreakEven() {
        return all(ExitPlanner::atBreakEven).stream().reduce((older, newer) -> newer);
    }

    private Optional<StoredOrder> newest(Purpose purpose) {
        return all(order -> order.purpose() == purpose).stream().reduce((older, newer) -> newer);
    }

    private List<StoredOrder> all(Predicate<StoredOrder> which) {
        return trade.orders().stream().filter(which).toList();
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

    private static Quantity remaining(Stream<StoredOrder> orders) {
        return orders.map(StoredOrder::remaining).reduce(Quantity.ZERO, Quantity::plus);
    }

    /** Acknowledged, and not over. */
    static boolean resting(StoredOrder order) {
        return order.state() == OrderState.OPEN || order.state() == OrderState.PARTIALLY_FILLED;
    }

    /** The same, and the venue still knows it. */
    private static boolean rests(StoredOrder order) {
        return resting(order) && !order.vanished();
    }

    private static boolean atBreakEven(StoredOrder order) {
        return order.purpose() == Purpose.STOP && order.cause().startsWith(BREAK_EVEN);
    }

    private boolean isLong() {
        return trade.plan().direction() == Direction.LONG;
    }

    private BigDecimal signed(BigDecimal distance) {
        return isLong() ? distance : distance.negate();
    }
}
