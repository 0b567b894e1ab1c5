package dev.sextant.venues.binance.trade;

/** Answers of the venue with the fields its documentation lists, written for the orders of {@link Desk}. */
final class Bodies {

    static final String MARGIN = error(-2019, "Margin is insufficient.");

    private Bodies() {}

    static String error(int code, String message) {
        return "{\"code\":" + code + ",\"msg\":\"" + message + "\"}";
    }

    static String order(String clientOrderId, long orderId, String status, String executedQty) {
        return """
                {"orderId":%d,"symbol":"BTCUSDT","status":"%s","clientOrderId":"%s","price":"0","avgPrice":"0.00",
                 "origQty":"0.010","executedQty":"%s","cumQty":"%s","cumQuote":"0","timeInForce":"GTC","type":"MARKET",
                 "reduceOnly":false,"closePosition":false,"side":"BUY","positionSide":"BOTH","stopPrice":"0",
                 "workingType":"CONTRACT_PRICE","priceProtect":false,"origType":"MARKET","priceMatch":"NONE",
                 "selfTradePreventionMode":"EXPIRE_MAKER","goodTillDate":0,"updateTime":1723075199200}""".formatted(orderId, status, clientOrderId, executedQty, executedQty);
    }

    static String algo(String clientAlgoId, String status, String actualOrderId) {
        return """
                {"algoId":2146760,"clientAlgoId":"%s","algoType":"CONDITIONAL","orderType":"STOP_MARKET",
                 "symbol":"BTCUSDT","side":"SELL","positionSide":"BOTH","timeInForce":"GTC","quantity":"0.010",
                 "algoStatus":"%s","actualOrderId":"%s","actualPrice":"0.00000","triggerPrice":"61000.50",
                 "price":"0.00","icebergQuantity":null,"workingType":"CONTRACT_PRICE","priceMatch":"NONE",
                 "closePosition":false,"priceProtect":false,"reduceOnly":true,"createTime":1723075199100,
                 "updateTime":1723075199100,"triggerTime":0,"goodTillDate":0}""".formatted(clientAlgoId, status, actualOrderId);
    }

    static String trade(long id, long orderId, long timeMs) {
        return """
                {"buyer":false,"commission":"-0.00100000","commissionAsset":"USDT","id":%d,"maker":true,"orderId":%d,
                 "price":"61800.30","qty":"0.002","quoteQty":"123.6006","realizedPnl":"-0.91539999","side":"SELL",
                 "positionSide":"BOTH","symbol":"BTCUSDT","time":%d}""".formatted(id, orderId, timeMs);
    }
}
