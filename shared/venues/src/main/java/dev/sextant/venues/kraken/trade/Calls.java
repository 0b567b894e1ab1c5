package dev.sextant.venues.kraken.trade;

import dev.sextant.domain.market.Symbol;
import java.util.List;
import java.util.stream.Collectors;

/** What each private method is asked, field by field. */
final class Calls {

    /** The method whose answer is a secret. */
    static final String TOKEN = "GetWebSocketsToken";

    private static final long MS = 1_000;
    private static final int MOST_QUERIED = 50;

    private Calls() {}

    /**
     * A limit order whose fees are taken in quote, which is so asked for and not left to the account's settings.
     *
     * @param deadlineMs venue time after which the engine refuses it
     * @param validate true for a check that places nothing
     */
    static KrakenCall addOrder(KrakenOrder order, AssetPair pair, long deadlineMs, boolean validate) {
        FormFields fields = new FormFields()
                .with("ordertype", "limit")
                .with("type", OrderWords.side(order.side()))
                .with("volume", order.quantity().toString())
                .with("pair", pair.altname())
                .with("price", order.limit().toString())
                .with("timeinforce", order.timeInForce().name())
                .with("oflags", "fciq")
                .with("cl_ord_id", order.clientOrderId())
                .with("deadline", OrderWords.deadline(deadlineMs));
        return new KrakenCall("AddOrder", validate ? fields.with("validate", "true") : fields, 0);
    }

    static KrakenCall cancelByClientId(String clientOrderId) {
        return new KrakenCall(
                "CancelOrder", new FormFields().with("cl_ord_id", ClientOrderId.required(clientOrderId)), 0);
    }

    static KrakenCall cancelByVenueId(String txid) {
        return new KrakenCall("CancelOrder", new FormFields().with("txid", VenueId.given(txid)), 0);
    }

    static KrakenCall cancelAll() {
        return new KrakenCall("CancelAll", new FormFields(), 1);
    }

    static KrakenCall cancelAllAfter(int timeoutSeconds) {
        return new KrakenCall(
                "CancelAllOrdersAfter", new FormFields().with("timeout", DeadMansSwitch.required(timeoutSeconds)), 1);
    }

    static KrakenCall openOrders() {
        return new KrakenCall("OpenOrders", new FormFields().with("trades", "true"), 1);
    }

    static KrakenCall openOrders(String clientOrderId) {
        return new KrakenCall("OpenOrders", new FormFields().with("cl_ord_id", clientOrderId), 1);
    }

    static KrakenCall closedOrders(String clientOrderId, long startMs, int offset) {
        return new KrakenCall("ClosedOrders", closedFields(startMs, offset).with("cl_ord_id", clientOrderId), 1);
    }

    private static FormFields closedFields(long startMs, int offset) {
        return new FormFields()
                .with("trades", "true")
                .with("start", startMs / MS)
                .with("ofs", offset);
    }

    static KrakenCall queryOrders(List<String> txids) {
        if (txids.isEmpty() || txids.size() > MOST_QUERIED) {
            throw new IllegalArgumentException("txids has " + txids.size() + " ids, expected 1 to " + MOST_QUERIED);
        }
        String joined = txids.stream().map(VenueId::given).collect(Collectors.joining(","));
        return new KrakenCall(
                "QueryOrders", new FormFields().with("txid", joined).with("trades", "true"), 1);
    }

    static KrakenCall tradesHistory(long startMs, int offset) {
        return new KrakenCall(
                "TradesHistory", new FormFields().with("start", startMs / MS).with("ofs", offset), 2);
    }

    static KrakenCall balances() {
        return new KrakenCall("BalanceEx", new FormFields(), 1);
    }

    static KrakenCall tradeVolume(List<Symbol> pairs, KrakenNames names) {
        String joined =
                pairs.stream().map(pair -> names.required(pair).altname()).collect(Collectors.joining(","));
        return new KrakenCall("TradeVolume", new FormFields().with("pair", joined), 1);
    }

    static KrakenCall keyInfo() {
        return new KrakenCall("GetApiKeyInfo", new FormFields(), 1);
    }

    static KrakenCall token() {
        return new KrakenCall(TOKEN, new FormFields(), 1);
    }
}
