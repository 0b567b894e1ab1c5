package dev.sextant.venues.binance.market;

import dev.sextant.domain.market.Symbol;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One subscription: what is told about which symbol. */
public record MarketStream(Kind kind, Symbol symbol) {

    /** The path below which a stream is served; on another one it is acknowledged and stays silent. */
    public enum Route {
        PUBLIC,
        MARKET
    }

    /** What a stream tells. */
    public enum Kind {
        /** Aggregate trades, at most 100 ms late. */
        AGG_TRADE("aggTrade", Route.MARKET),
        /** Mark price and funding, each second. */
        MARK_PRICE("markPrice@1s", Route.MARKET),
        /** Forced orders: the largest of a second, so a sample. May be silent for hours. */
        FORCE_ORDER("forceOrder", Route.MARKET),
        /** Best bid and ask, at each change. */
        BOOK_TICKER("bookTicker", Route.PUBLIC),
        /** Changes of the order book. */
        DEPTH("depth@100ms", Route.PUBLIC);

        private final String wireName;
        private final Route route;

        Kind(String wireName, Route route) {
            this.wireName = wireName;
            this.route = route;
        }

        public Route route() {
            return route;
        }
    }

    /** The name to subscribe to: lower case, because an upper-case one is acknowledged and stays silent. */
    public String wireName() {
        return symbol.name().toLowerCase(Locale.ROOT) + "@" + kind.wireName;
    }

    /** The name as it may stand in a URL. */
    String urlName() {
        return URLEncoder.encode(wireName(), StandardCharsets.UTF_8).replace("%40", "@");
    }
}
