package dev.sextant.local.venue.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.venues.sim.algo.AlgoView;
import dev.sextant.venues.sim.instrument.Instrument;
import dev.sextant.venues.sim.order.Fill;
import dev.sextant.venues.sim.order.OrderStatus;
import dev.sextant.venues.sim.order.OrderView;
import dev.sextant.venues.sim.order.Side;

/** REST bodies of orders, conditional orders and fills. */
public final class OrderBodies {

    private OrderBodies() {}

    /** An order as it stands. */
    public static ObjectNode order(OrderView order, Instrument instrument) {
        ObjectNode json = Json.object();
        json.put("clientOrderId", order.clientOrderId());
        json.put("cumQty", Decimals.qty(instrument, order.filledE8()));
        json.put("cumQuote", Decimals.plain(order.quoteE8()));
        json.put("executedQty", Decimals.qty(instrument, order.filledE8()));
        json.put("orderId", order.orderId());
        json.put("avgPrice", Decimals.price(instrument, order.averagePriceE8()));
        json.put("origQty", Decimals.qty(instrument, order.qtyE8()));
        json.put("price", Decimals.plain(order.priceE8()));
        json.put("reduceOnly", order.reduceOnly());
        json.put("side", order.side().name());
        json.put("positionSide", "BOTH");
        json.put("status", order.status().name());
        json.put("stopPrice", "0");
        json.put("closePosition", order.closePosition());
        json.put("symbol", order.symbol().name());
        json.put("timeInForce", order.timeInForce().name());
        json.put("type", order.type().name());
        json.put("origType", order.originalType());
        json.put("updateTime", order.updatedAtMs());
        json.put("workingType", "CONTRACT_PRICE");
        json.put("priceProtect", false);
        json.put("priceMatch", "NONE");
        json.put("selfTradePreventionMode", "EXPIRE_MAKER");
        json.put("goodTillDate", 0);
        return json;
    }

    /** The bare acknowledgement: accepted, whatever has become of it since. */
    public static ObjectNode acknowledgement(OrderView order, Instrument instrument) {
        return order(order, instrument)
                .put("cumQty", Decimals.qty(instrument, 0))
                .put("cumQuote", "0")
                .put("executedQty", Decimals.qty(instrument, 0))
                .put("avgPrice", Decimals.price(instrument, 0))
                .put("status", OrderStatus.NEW.name())
                .put("updateTime", order.placedAtMs());
    }

    /** The answer to a query, which also has the time of placing. */
    public static ObjectNode queried(OrderView order, Instrument instrument) {
        return order(order, instrument).put("time", order.placedAtMs());
    }

    /** A fill, as in the list of own trades. */
    public static ObjectNode userTrade(Fill fill, Instrument instrument) {
        ObjectNode json = Json.object();
        json.put("buyer", fill.side() == Side.BUY);
        json.put("commission", Decimals.eight(fill.feeE8()));
        json.put("commissionAsset", instrument.quoteAsset());
        json.put("id", fill.tradeId());
        json.put("maker", fill.maker());
        json.put("orderId", fill.orderId());
        json.put("price", Decimals.price(instrument, fill.priceE8()));
        json.put("qty", Decimals.qty(instrument, fill.qtyE8()));
        json.put("quoteQty", Decimals.plain(fill.quoteE8()));
        json.put("realizedPnl", Decimals.eight(fill.realizedE8()));
        json.put("side", fill.side().name());
        json.put("positionSide", "BOTH");
        json.put("symbol", fill.symbol().name());
        json.put("time", fill.timeMs());
        return json;
    }

    /** The acknowledgement of a new conditional order. */
    public static ObjectNode newAlgo(AlgoView algo, Instrument instrument) {
        ObjectNode json = algoHead(algo, instrument);
        putAlgoTerms(json, algo);
        return json.put("activatePrice", "")
                .put("callbackRate", "")
                .put("createTime", algo.createdAtMs())
                .put("updateTime", algo.updatedAtMs())
                .put("triggerTime", algo.triggeredAtMs())
                .put("goodTillDate", 0);
    }

    /** A conditional order as it stands. */
    public static ObjectNode algo(AlgoView algo, Instrument instrument) {
        ObjectNode json = algoHead(algo, instrument);
        json.put("actualOrderId", algo.actualOrderId() == 0 ? "" : Long.toString(algo.actualOrderId()));
        json.put("actualPrice", Decimals.price(instrument, algo.averagePriceE8()));
        putAlgoTerms(json, algo);
        return json.put("createTime", algo.createdAtMs())
                .put("updateTime", algo.updatedAtMs())
                .put("triggerTime", algo.triggeredAtMs())
                .put("goodTillDate", 0);
    }

    private static ObjectNode algoHead(AlgoView algo, Instrument instrument) {
        return Json.object()
                .put("algoId", algo.algoId())
                .put("clientAlgoId", algo.request().clientAlgoId())
                .put("algoType", "CONDITIONAL")
                .put("orderType", algo.request().type().name())
                .put("symbol", algo.request().symbol().name())
                .put("side", algo.request().side().name())
                .put("positionSide", "BOTH")
                .put("timeInForce", "GTC")
                .put("quantity", Decimals.qty(instrument, algo.request().qtyE8()))
                .put("algoStatus", algo.status().name());
    }

    private static void putAlgoTerms(ObjectNode json, AlgoView algo) {
        json.put("triggerPrice", Decimals.plain(algo.request().triggerPriceE8()));
        json.put("price", "0");
        json.putNull("icebergQuantity");
        json.put("selfTradePreventionMode", "EXPIRE_MAKER");
        json.put("workingType", algo.request().workingType().name());
        json.put("priceMatch", "NONE");
        json.put("closePosition", algo.request().closePosition());
        json.put("priceProtect", algo.request().priceProtect());
        json.put("reduceOnly", algo.request().onlyReduces());
    }
}
