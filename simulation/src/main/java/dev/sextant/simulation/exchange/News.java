package dev.sextant.simulation.exchange;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.Price;
import dev.sextant.domain.order.Fill;
import dev.sextant.domain.order.Side;
import dev.sextant.domain.venue.VenueOrder;
import dev.sextant.simulation.kernel.Kernel;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What the user data stream says of that which happens, in the exchange's own words and order. */
final class News {

    private final Kernel kernel;
    private final UserStream users;

    News(Kernel kernel, UserStream users) {
        this.kernel = kernel;
        this.users = users;
    }

    void accepted(SimOrder order) {
        if (isTold(order)) {
            if (order.request().type().conditional()) {
                conditional(order, "NEW");
            } else {
                order(order, "NEW", null);
            }
        }
    }

    void triggered(SimOrder order) {
        if (isTold(order)) {
            conditional(order, "TRIGGERED");
            order(order, "NEW", null);
        }
    }

    void filled(SimOrder order, Fill fill, BigDecimal held) {
        if (isTold(order)) {
            order(order, "TRADE", fill);
            account(order.request().symbol(), held);
            if (order.request().type().conditional() && !order.isOpen()) {
                conditional(order, "FINISHED");
            }
        }
    }

    /** It ended otherwise than by its last fill. */
    void ended(SimOrder order) {
        if (isTold(order)) {
            boolean asConditional = order.request().type().conditional() && !order.isExecuting();
            if (asConditional) {
                conditional(order, order.status().name());
                return;
            }
            order(order, order.status().name(), null);
            if (order.isExecuting()) {
                conditional(order, "FINISHED");
            }
        }
    }

    /** An order somebody else has sent. */
    void byHand(Symbol symbol, BigDecimal signed, Price price, String id, BigDecimal held) {
        if (users.isHeard()) {
            users.tell(order(
                    symbol,
                    "web_" + id,
                    id,
                    "TRADE",
                    "FILLED",
                    signed.abs(),
                    execution(id, signed.signum() > 0 ? Side.BUY : Side.SELL, price, signed.abs(), BigDecimal.ZERO)));
            account(symbol, held);
        }
    }

    /** Somebody else's order has closed something. */
    void closed(Fill fill, String clientId, BigDecimal filled, boolean whole, BigDecimal held) {
        if (users.isHeard()) {
            users.tell(order(
                    fill.symbol(),
                    clientId,
                    fill.venueOrderId(),
                    "TRADE",
                    whole ? "FILLED" : "PARTIALLY_FILLED",
                    filled,
                    execution(
                            fill.tradeId(),
                            fill.side(),
                            fill.price(),
                            fill.quantity().value(),
                            fill.fee())));
            account(fill.symbol(), held);
        }
    }

    private boolean isTold(SimOrder order) {
        return users.isHeard() && !order.isSilent();
    }

    private void order(SimOrder order, String execution, @Nullable Fill fill) {
        users.tell(order(
                order.request().symbol(),
                order.executorsClientId(),
                order.fillsOrderId(),
                execution,
                order.status() == VenueOrder.Status.OPEN
                        ? "NEW"
                        : order.status().name(),
                order.filled(),
                fill == null
                        ? ",\"l\":\"0\",\"L\":\"0\",\"t\":0,\"m\":false"
                        : execution(
                                fill.tradeId(),
                                fill.side(),
                                fill.price(),
                                fill.quantity().value(),
                                fill.fee())));
    }

    private String order(
            Symbol symbol,
            String clientId,
            String orderId,
            String execution,
            String status,
            BigDecimal filled,
            String fill) {
        return "{\"e\":\"ORDER_TRADE_UPDATE\",\"E\":" + kernel.nowMs() + ",\"T\":" + kernel.nowMs() + ",\"o\":{\"s\":\""
                + symbol + "\",\"c\":\"" + clientId + "\",\"x\":\"" + execution + "\",\"X\":\"" + status + "\",\"i\":"
                + orderId + ",\"z\":\"" + filled.toPlainString() + "\",\"T\":" + kernel.nowMs()
                + (status.equals("EXPIRED") ? ",\"er\":\"9\"" : "") + fill + "}}";
    }

    private static String execution(String tradeId, Side side, Price price, BigDecimal quantity, BigDecimal fee) {
        return ",\"S\":\"" + side + "\",\"l\":\"" + quantity.toPlainString() + "\",\"L\":\"" + price + "\",\"n\":\""
                + fee.toPlainString() + "\",\"N\":\"USDT\",\"t\":" + tradeId + ",\"m\":false";
    }

    private void conditional(SimOrder order, String stage) {
        users.tell("{\"e\":\"ALGO_UPDATE\",\"E\":" + kernel.nowMs() + ",\"o\":{\"caid\":\"" + order.clientOrderId()
                + "\",\"aid\":" + order.venueOrderId() + ",\"s\":\""
                + order.request().symbol() + "\",\"X\":\"" + stage
                + "\",\"ai\":\"" + (order.isExecuting() ? order.fillsOrderId() : "") + "\""
                + (stage.equals("REJECTED") ? ",\"rm\":\"refused after its trigger\"" : "") + "}}");
    }

    private void account(Symbol symbol, BigDecimal held) {
        users.tell("{\"e\":\"ACCOUNT_UPDATE\",\"E\":" + kernel.nowMs() + ",\"T\":" + kernel.nowMs()
                + ",\"a\":{\"m\":\"ORDER\",\"P\":[{\"s\":\"" + symbol + "\",\"pa\":\"" + held.toPlainString()
                + "\",\"ps\":\"BOTH\"}]}}");
    }
}
