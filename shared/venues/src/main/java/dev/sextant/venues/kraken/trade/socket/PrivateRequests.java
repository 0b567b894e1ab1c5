package dev.sextant.venues.kraken.trade.socket;

import dev.sextant.domain.market.Symbol;
import dev.sextant.venues.kraken.trade.DeadMansSwitch;
import dev.sextant.venues.kraken.trade.KrakenOrder;
import dev.sextant.venues.kraken.trade.OrderWords;
import dev.sextant.venues.kraken.trade.SocketToken;
import dev.sextant.venues.kraken.trade.VenueId;
import java.util.List;

/**
 * The texts that ask Kraken's private socket for something, under one connection's token. Each carries an id of the
 * caller's choice, which the answers repeat. The texts hold the token: they are not for logs.
 */
public final class PrivateRequests {

    private static final long SHORTEST_LIFE_MS = 500;
    private static final long LONGEST_LIFE_MS = 60_000;
    private static final int LEAST_BATCH = 2;
    private static final int MOST_BATCH = 15;
    private static final int MOST_CANCELS = 50;

    private final SocketToken token;

    public PrivateRequests(SocketToken token) {
        this.token = token;
    }

    /** Every change of our orders, the open ones and the latest trades first, with the state of the rate counter. */
    public String subscribeExecutions(long reqId) {
        return request("subscribe", reqId).channel("executions", token, out -> {
            out.flag("snap_orders", true);
            out.flag("snap_trades", true);
            out.flag("order_status", true);
            out.flag("ratecounter", true);
        });
    }

    /** Every change of our balances, all of them first. */
    public String subscribeBalances(long reqId) {
        return request("subscribe", reqId).channel("balances", token, out -> out.flag("snapshot", true));
    }

    /**
     * One limit order, its fees in quote.
     *
     * @param signedAtMs venue time
     * @param lifeMs from then to the deadline, 500 to 60,000
     */
    public String addOrder(KrakenOrder order, long signedAtMs, long lifeMs, long reqId) {
        return request("add_order", reqId).params(token, out -> {
            write(out, order);
            out.text("symbol", order.pair().name());
            out.text("deadline", deadline(signedAtMs, lifeMs));
        });
    }

    /** 2 to 15 orders of one pair: checked together in form, then taken or refused one by one. */
    public String addOrders(List<KrakenOrder> orders, long signedAtMs, long lifeMs, long reqId) {
        requireSize("orders", orders.size(), LEAST_BATCH, MOST_BATCH);
        Symbol pair = orders.getFirst().pair();
        for (KrakenOrder order : orders) {
            if (!order.pair().equals(pair)) {
                throw new IllegalArgumentException(
                        "orders are of " + pair + " and " + order.pair() + ", expected one pair");
            }
        }
        return request("batch_add", reqId).params(token, out -> {
            out.text("symbol", pair.name());
            out.text("deadline", deadline(signedAtMs, lifeMs));
            out.objects("orders", orders, order -> write(out, order));
        });
    }

    /** Cancels by our ids; one answer comes for each. */
    public String cancel(List<String> clientOrderIds, long reqId) {
        requireSize("clientOrderIds", clientOrderIds.size(), 1, MOST_CANCELS);
        List<String> ids =
                clientOrderIds.stream().map(OrderWords::clientOrderId).toList();
        return request("cancel_order", reqId).params(token, out -> out.texts("cl_ord_id", ids));
    }

    /** Cancels by the venue's ids; one answer comes for each. */
    public String cancelByVenueIds(List<String> venueOrderIds, long reqId) {
        requireSize("venueOrderIds", venueOrderIds.size(), 1, MOST_CANCELS);
        List<String> ids = venueOrderIds.stream().map(VenueId::given).toList();
        return request("cancel_order", reqId).params(token, out -> out.texts("order_id", ids));
    }

    /** Cancels every open order of the account. */
    public String cancelAll(long reqId) {
        return request("cancel_all", reqId).params(token, _ -> {});
    }

    /** Arms the account's dead man's switch anew; 0 switches it off. */
    public String cancelAllAfter(int timeoutSeconds, long reqId) {
        int checked = DeadMansSwitch.required(timeoutSeconds);
        return request("cancel_all_orders_after", reqId)
                .params(token, out -> out.number("timeout", Integer.toString(checked)));
    }

    private static void write(RequestWriter out, KrakenOrder order) {
        out.text("order_type", "limit");
        out.text("side", OrderWords.side(order.side()));
        out.number("order_qty", order.quantity().toString());
        out.number("limit_price", order.limit().toString());
        out.text("time_in_force", order.timeInForce().onSocket());
        out.text("cl_ord_id", order.clientOrderId());
        out.text("fee_preference", "quote");
    }

    private static String deadline(long signedAtMs, long lifeMs) {
        if (lifeMs < SHORTEST_LIFE_MS || lifeMs > LONGEST_LIFE_MS) {
            throw new IllegalArgumentException(
                    "lifeMs is " + lifeMs + ", expected " + SHORTEST_LIFE_MS + " to " + LONGEST_LIFE_MS);
        }
        return OrderWords.deadline(signedAtMs + lifeMs);
    }

    private static void requireSize(String name, int size, int least, int most) {
        if (size < least || size > most) {
            throw new IllegalArgumentException(name + " has " + size + " entries, expected " + least + " to " + most);
        }
    }

    private static RequestWriter request(String method, long reqId) {
        return new RequestWriter(method, reqId);
    }

    @Override
    public String toString() {
        return "PrivateRequests[***]";
    }
}
