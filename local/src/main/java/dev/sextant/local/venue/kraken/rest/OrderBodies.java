package dev.sextant.local.venue.kraken.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.domain.order.Side;
import dev.sextant.local.venue.kraken.account.Order;
import dev.sextant.local.venue.kraken.account.OrderWish;
import dev.sextant.local.venue.kraken.account.Trade;
import dev.sextant.local.venue.wire.Json;
import java.math.BigDecimal;

/** Orders and trades as REST tells them: amounts as text, times in seconds with decimals. */
final class OrderBodies {

    private OrderBodies() {}

    static ObjectNode order(Order order, boolean withTrades) {
        OrderWish wish = order.wish();
        ObjectNode body = Json.object();
        body.putNull("refid");
        body.put("userref", 0);
        if (!wish.clientOrderId().isEmpty()) {
            body.put("cl_ord_id", wish.clientOrderId());
        }
        body.put("status", order.status().word());
        if (order.reason().isEmpty()) {
            body.putNull("reason");
        } else {
            body.put("reason", order.reason());
        }
        body.put("opentm", seconds(order.openedMs()));
        if (!order.isOpen()) {
            body.put("closetm", seconds(order.closedMs()));
        }
        body.put("starttm", 0).put("expiretm", 0);
        body.set("descr", description(wish));
        body.put("vol", plain(wish.quantity(), wish.pair().quantityDigits()));
        body.put("vol_exec", plain(order.filled(), wish.pair().quantityDigits()));
        body.put("cost", order.cost().toPlainString());
        body.put("fee", order.fee().toPlainString());
        body.put("price", order.averagePrice().toPlainString());
        body.put("stopprice", "0.00000").put("limitprice", "0.00000").put("misc", "");
        body.put("oflags", wish.feeInBase() ? "fcib" : "fciq");
        if (withTrades && !order.trades().isEmpty()) {
            ArrayNode ids = body.putArray("trades");
            order.trades().forEach(trade -> ids.add(trade.id()));
        }
        return body;
    }

    static ObjectNode description(OrderWish wish) {
        return Json.object()
                .put("pair", wish.pair().altname())
                .put("type", side(wish.side()))
                .put("ordertype", "limit")
                .put("price", plain(wish.limit(), wish.pair().priceDigits()))
                .put("price2", "0")
                .put("leverage", "none")
                .put("order", wish.words())
                .put("close", "");
    }

    static ObjectNode trade(Trade trade) {
        OrderWish wish = trade.order().wish();
        return Json.object()
                .put("ordertxid", trade.order().id())
                .put("pair", wish.pair().id())
                .put("time", seconds(trade.atMs()))
                .put("type", side(wish.side()))
                .put("ordertype", "limit")
                .put("price", plain(trade.price(), wish.pair().priceDigits()))
                .put("cost", trade.cost().toPlainString())
                .put("fee", trade.fee().toPlainString())
                .put("vol", plain(trade.quantity(), wish.pair().quantityDigits()))
                .put("margin", "0.00000")
                .put("leverage", "0")
                .put("misc", "")
                .put("trade_id", trade.number())
                .put("maker", trade.maker());
    }

    static String side(Side side) {
        return side == Side.BUY ? "buy" : "sell";
    }

    private static String plain(BigDecimal value, int digits) {
        return value.setScale(digits).toPlainString();
    }

    private static BigDecimal seconds(long ms) {
        return BigDecimal.valueOf(ms, 3);
    }
}
