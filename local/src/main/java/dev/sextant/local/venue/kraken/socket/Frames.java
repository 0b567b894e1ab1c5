package dev.sextant.local.venue.kraken.socket;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.sextant.domain.order.Side;
import dev.sextant.local.venue.kraken.KrakenTexts;
import dev.sextant.local.venue.kraken.account.AccountEvents.Change;
import dev.sextant.local.venue.kraken.account.AccountEvents.Entry;
import dev.sextant.local.venue.kraken.account.Order;
import dev.sextant.local.venue.kraken.account.OrderWish;
import dev.sextant.local.venue.kraken.account.Trade;
import dev.sextant.local.venue.wire.Json;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the private channels say, entry by entry. Amounts are numbers with all their digits. */
final class Frames {

    private Frames() {}

    static String message(String channel, String type, List<JsonNode> data, long sequence) {
        ObjectNode message = Json.object().put("channel", channel).put("type", type);
        message.putArray("data").addAll(data);
        return Json.write(message.put("sequence", sequence));
    }

    /** What just happened to an order; only its first message tells what it is. */
    static ObjectNode change(Change change, Order order, @Nullable Trade trade, long nowMs) {
        return switch (change) {
            case PENDING_NEW -> whole(order, "pending_new", "pending_new", nowMs);
            case NEW -> entry(order, "new", "new", nowMs);
            // The trade that completes an order still calls it partially filled.
            case TRADE -> trade(requireNonNull(trade), "partially_filled");
            case FILLED -> sums(entry(order, "filled", "filled", nowMs), order.filled(), order.cost());
            case CANCELED ->
                sums(entry(order, "canceled", "canceled", nowMs), order.filled(), order.cost())
                        .put("reason", order.reason());
        };
    }

    /** An open order in a snapshot. */
    static ObjectNode open(Order order) {
        return sums(whole(order, "new", status(order), order.openedMs()), order.filled(), order.cost());
    }

    /** A past execution in a snapshot, with what its order was and is now. */
    static ObjectNode past(Trade trade) {
        OrderWish wish = trade.order().wish();
        ObjectNode entry = trade(trade, status(trade.order()));
        if (!wish.clientOrderId().isEmpty()) {
            entry.put("cl_ord_id", wish.clientOrderId());
        }
        return number(entry, "order_qty", wish.quantity());
    }

    private static String status(Order order) {
        return switch (order.status()) {
            case OPEN -> order.filled().signum() == 0 ? "new" : "partially_filled";
            case CLOSED -> "filled";
            case CANCELED -> "canceled";
        };
    }

    private static ObjectNode entry(Order order, String type, String status, long nowMs) {
        return Json.object()
                .put("order_id", order.id())
                .put("exec_type", type)
                .put("order_status", status)
                .put("timestamp", KrakenTexts.time(nowMs));
    }

    private static ObjectNode whole(Order order, String type, String status, long nowMs) {
        OrderWish wish = order.wish();
        ObjectNode entry = entry(order, type, status, nowMs);
        if (!wish.clientOrderId().isEmpty()) {
            entry.put("cl_ord_id", wish.clientOrderId());
        }
        entry.put("symbol", wish.pair().symbol())
                .put("side", side(wish))
                .put("order_type", "limit")
                .put("time_in_force", wish.immediate() ? "IOC" : "GTC")
                .put("fee_ccy_pref", wish.feeInBase() ? "fcib" : "fciq");
        number(entry, "order_qty", wish.quantity());
        number(entry, "limit_price", wish.limit());
        return number(entry, "cum_cost", order.cost());
    }

    private static ObjectNode trade(Trade trade, String status) {
        Order order = trade.order();
        ObjectNode entry = entry(order, "trade", status, trade.atMs())
                .put("exec_id", trade.id())
                .put("trade_id", trade.number())
                .put("symbol", order.wish().pair().symbol())
                .put("side", side(order.wish()))
                .put("order_type", "limit")
                .put("liquidity_ind", trade.maker() ? "m" : "t");
        number(entry, "last_qty", trade.quantity());
        number(entry, "last_price", trade.price());
        number(entry, "cost", trade.cost());
        ObjectNode fee =
                entry.putArray("fees").addObject().put("asset", trade.feeAsset().name());
        number(fee, "qty", trade.fee());
        BigDecimal quantity = BigDecimal.ZERO;
        BigDecimal cost = BigDecimal.ZERO;
        for (Trade each : order.trades()) {
            quantity = quantity.add(each.quantity());
            cost = cost.add(each.cost());
            if (each.equals(trade)) {
                break;
            }
        }
        return sums(entry, quantity, cost);
    }

    private static ObjectNode sums(ObjectNode entry, BigDecimal quantity, BigDecimal cost) {
        number(entry, "cum_qty", quantity);
        return number(entry, "cum_cost", cost);
    }

    static ObjectNode balance(String asset, BigDecimal balance) {
        ObjectNode entry = Json.object().put("asset", asset).put("asset_class", "currency");
        number(entry, "balance", balance);
        ObjectNode wallet =
                entry.putArray("wallets").addObject().put("type", "spot").put("id", "main");
        number(wallet, "balance", balance);
        return entry;
    }

    static ObjectNode balance(Entry told) {
        ObjectNode entry = Json.object()
                .put("ledger_id", told.id())
                .put("ref_id", told.cause())
                .put("timestamp", KrakenTexts.time(told.atMs()))
                .put("type", told.type())
                .put("asset", told.asset().name())
                .put("asset_class", "currency")
                .put("category", told.type())
                .put("wallet_type", "spot")
                .put("wallet_id", "main");
        number(entry, "amount", told.amount());
        number(entry, "fee", told.fee());
        return number(entry, "balance", told.balance());
    }

    private static String side(OrderWish wish) {
        return wish.side() == Side.BUY ? "buy" : "sell";
    }

    private static ObjectNode number(ObjectNode node, String name, BigDecimal value) {
        node.putRawValue(name, new RawValue(value.toPlainString()));
        return node;
    }
}
