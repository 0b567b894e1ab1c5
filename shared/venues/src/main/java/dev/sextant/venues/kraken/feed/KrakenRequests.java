package dev.sextant.venues.kraken.feed;

import dev.sextant.domain.market.Symbol;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The texts that ask Kraken's public socket for something. Each carries an id of the caller's choice, which the answers
 * repeat; one answer comes for each symbol.
 */
public final class KrakenRequests {

    /** The depths a book can be had in, levels of each side. */
    public static final List<Integer> DEPTHS = List.of(10, 25, 100, 500, 1_000);

    private static final long MAX_REQ_ID = 999_999_999_999_999_999L;

    /** What makes a ticker be sent. */
    public enum TickerTrigger {
        /** Each trade. */
        TRADES("trades"),
        /** Each change of the best prices. */
        BBO("bbo");

        private final String wireName;

        TickerTrigger(String wireName) {
            this.wireName = wireName;
        }
    }

    private KrakenRequests() {}

    /** Snapshots and changes of books. */
    public static String subscribeBooks(List<Symbol> symbols, int depth, long reqId) {
        return request(
                "subscribe", "book", listed(symbols) + ",\"depth\":" + checked(depth) + ",\"snapshot\":true", reqId);
    }

    /** The end of a subscription of this very depth. */
    public static String unsubscribeBooks(List<Symbol> symbols, int depth, long reqId) {
        return request("unsubscribe", "book", listed(symbols) + ",\"depth\":" + checked(depth), reqId);
    }

    /** Trades; the snapshot has the last fifty. */
    public static String subscribeTrades(List<Symbol> symbols, boolean snapshot, long reqId) {
        return request("subscribe", "trade", listed(symbols) + ",\"snapshot\":" + snapshot, reqId);
    }

    /** The end of trades. */
    public static String unsubscribeTrades(List<Symbol> symbols, long reqId) {
        return request("unsubscribe", "trade", listed(symbols), reqId);
    }

    /** Tickers. */
    public static String subscribeTickers(List<Symbol> symbols, TickerTrigger trigger, long reqId) {
        String parameters = listed(symbols) + ",\"event_trigger\":\"" + trigger.wireName + "\",\"snapshot\":true";
        return request("subscribe", "ticker", parameters, reqId);
    }

    /** All assets and pairs, then what changes. */
    public static String subscribeInstruments(long reqId) {
        return request("subscribe", "instrument", ",\"snapshot\":true", reqId);
    }

    /** The end of instruments. */
    public static String unsubscribeInstruments(long reqId) {
        return request("unsubscribe", "instrument", "", reqId);
    }

    /** Asks for a sign of life. */
    public static String ping(long reqId) {
        return "{\"method\":\"ping\",\"req_id\":" + checked(reqId) + "}";
    }

    private static String request(String method, String channel, String parameters, long reqId) {
        return "{\"method\":\"" + method + "\",\"params\":{\"channel\":\"" + channel + "\"" + parameters
                + "},\"req_id\":" + checked(reqId) + "}";
    }

    /** A symbol has no character that JSON would want escaped. */
    private static String listed(List<Symbol> symbols) {
        if (symbols.isEmpty()) {
            throw new IllegalArgumentException("symbols is empty, expected at least one");
        }
        return symbols.stream().map(Symbol::name).collect(Collectors.joining("\",\"", ",\"symbol\":[\"", "\"]"));
    }

    private static int checked(int depth) {
        if (!DEPTHS.contains(depth)) {
            throw new IllegalArgumentException("depth is " + depth + ", expected one of " + DEPTHS);
        }
        return depth;
    }

    private static long checked(long reqId) {
        if (reqId < 0 || reqId > MAX_REQ_ID) {
            throw new IllegalArgumentException("reqId is " + reqId + ", expected 0 to " + MAX_REQ_ID);
        }
        return reqId;
    }
}
