package dev.sextant.placer;

import dev.sextant.domain.event.Direction;
import dev.sextant.domain.money.Price;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.IntentId;
import dev.sextant.domain.order.OpenTrade;
import dev.sextant.domain.order.OrderRequest;
import dev.sextant.domain.order.OrderState;
import dev.sextant.domain.order.OrderType;
import dev.sextant.domain.order.Purpose;
import dev.sextant.domain.order.Side;
import dev.sextant.domain.order.StoredOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A trade written down order by order, for asking the planner what it needs. Entered at 61,800 at {@link Rig#T0}. */
final class PlannedTrade {

    private final List<StoredOrder> orders = new ArrayList<>();
    private final Direction direction;
    private Quantity opened = Quantity.ZERO;
    private Quantity closed = Quantity.ZERO;
    private boolean takeProfit1Hit;
    private @Nullable String closeDemand;
    private BigDecimal entryPrice = new BigDecimal("61800");
    private String lastFill = "f1";
    private long orderedAtMs = Rig.T0;
    private @Nullable Long endedAtMs;
    private int notFoundChecks;
    private @Nullable String code;

    PlannedTrade(Direction direction) {
        this.direction = direction;
    }

    static PlannedTrade longTrade() {
        return new PlannedTrade(Direction.LONG);
    }

    PlannedTrade entry(String quantity, OrderState state, String filled) {
        opened = Quantity.of(filled);
        return order(Purpose.ENTRY, quantity, state, filled, "signal");
    }

    /** The entry's fills at another average. */
    PlannedTrade at(String price) {
        entryPrice = new BigDecimal(price);
        return this;
    }

    /** The entry as it stands after more of it has filled. */
    PlannedTrade filled(String quantity, OrderState state, String filled, String newestFill) {
        orders.removeFirst();
        entry(quantity, state, filled);
        orders.addFirst(orders.removeLast());
        return lastFill(newestFill);
    }

    /** Does what is planned: the venue accepts every order. Answers how much was placed. */
    int carryOut(long afterMs) {
        List<ExitAction> actions = ExitPlanner.plan(trade(), Rig.instrument(), Rig.T0 + afterMs);
        for (ExitAction action : actions) {
            if (action instanceof ExitAction.PlaceConditional place) {
                exit(place.purpose(), place.quantity().toString(), OrderState.OPEN, "0", place.cause());
            }
        }
        return actions.size();
    }

    /** Sum of what rests for a purpose. */
    Quantity resting(Purpose... purposes) {
        return orders.stream()
                .filter(order -> List.of(purposes).contains(order.purpose()))
                .map(StoredOrder::remaining)
                .reduce(Quantity.ZERO, Quantity::plus);
    }

    PlannedTrade lastFill(String id) {
        lastFill = id;
        return this;
    }

    /** Orders that follow were made at this distance from the entry's fill. */
    PlannedTrade after(long ms) {
        orderedAtMs = Rig.T0 + ms;
        return this;
    }

    /** The next order ends at this distance from the entry's fill. */
    PlannedTrade ended(long ms) {
        endedAtMs = Rig.T0 + ms;
        return this;
    }

    /** The venue did not find the next order so often in a row. */
    PlannedTrade notFound(int checks) {
        notFoundChecks = checks;
        return this;
    }

    /** The next order is refused with this code. */
    PlannedTrade code(String refusal) {
        code = refusal;
        return this;
    }

    PlannedTrade exit(Purpose purpose, String quantity, OrderState state, String filled, String cause) {
        closed = closed.plus(Quantity.of(filled));
        takeProfit1Hit |=
                purpose == Purpose.TAKE_PROFIT_1 && !Quantity.of(filled).isZero();
        return order(purpose, quantity, state, filled, cause);
    }

    PlannedTrade demand(String why) {
        closeDemand = why;
        return this;
    }

    PlannedTrade stop(String quantity, OrderState state, String cause) {
        return exit(Purpose.STOP, quantity, state, "0", cause);
    }

    private PlannedTrade order(Purpose purpose, String quantity, OrderState state, String filled, String cause) {
        boolean entry = purpose == Purpose.ENTRY;
        IntentId id = IntentId.derive(Rig.ACCOUNT, "v", "signal", 0, purpose, cause);
        boolean market = entry || purpose == Purpose.CLOSE;
        Side side = entry ? Side.opening(direction) : Side.opening(direction).opposite();
        OrderRequest request = new OrderRequest(
                Rig.BTC,
                id.clientOrderId(),
                side,
                market
                        ? OrderType.MARKET
                        : purpose == Purpose.STOP ? OrderType.STOP_MARKET : OrderType.TAKE_PROFIT_MARKET,
                Quantity.of(quantity),
                market ? null : Price.of("61760"),
                !entry);
        @Nullable Long claimedAtMs = state == OrderState.APPROVED ? null : Long.valueOf(orderedAtMs);
        orders.add(new StoredOrder(
                id,
                Rig.ACCOUNT,
                "demo",
                "v",
                "signal",
                null,
                "trade",
                purpose,
                cause,
                request,
                new BigDecimal("61800"),
                Rig.plan(direction),
                state,
                1,
                Quantity.of(filled),
                orderedAtMs,
                claimedAtMs,
                null,
                null,
                notFoundChecks,
                null,
                endedAtMs == null ? orderedAtMs : endedAtMs,
                code));
        endedAtMs = null;
        notFoundChecks = 0;
        code = null;
        return this;
    }

    /** What the trade needs so long after its first fill, one line per action. */
    List<String> needs(long afterMs) {
        return ExitPlanner.plan(trade(), Rig.instrument(), Rig.T0 + afterMs).stream()
                .map(PlannedTrade::line)
                .toList();
    }

    OpenTrade trade() {
        return new OpenTrade(
                "trade",
                Rig.ACCOUNT,
                Rig.BTC,
                Rig.plan(direction),
                opened,
                opened.value().multiply(entryPrice),
                closed,
                takeProfit1Hit,
                lastFill,
                Rig.T0,
                null,
                closeDemand,
                orders);
    }

    private static String line(ExitAction action) {
        return switch (action) {
            case ExitAction.PlaceConditional place ->
                place.purpose() + " " + place.quantity() + " at " + place.trigger() + " for "
                        + shortened(place.cause());
            case ExitAction.TakeNow take ->
                "take " + take.purpose() + " " + take.quantity() + " for " + shortened(take.cause());
            case ExitAction.CloseNow close -> "close " + close.quantity() + " for " + shortened(close.cause());
            case ExitAction.CancelOrder cancel ->
                "cancel " + cancel.order().purpose() + " for "
                        + shortened(cancel.order().cause());
        };
    }

    private static String shortened(String cause) {
        return cause.replaceAll("[0-9a-f]{64}", "…");
    }
}
