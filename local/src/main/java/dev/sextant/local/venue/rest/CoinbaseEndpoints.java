package dev.sextant.local.venue.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.domain.money.E8;
import dev.sextant.domain.time.EpochClock;
import dev.sextant.local.venue.play.MarketFacts;
import dev.sextant.local.venue.wire.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.LongUnaryOperator;

/** Coinbase Exchange's tickers, made up, in its own dialect: what the premium over the capture's symbols is made of. */
final class CoinbaseEndpoints {

    private static final String QUOTE = "USDT";
    private static final long SECOND_MS = 1_000;
    private static final long CENT_E8 = E8.ONE / 100;
    private static final long STABLECOIN_TICK_E8 = E8.ONE / 100_000;

    private final Collection<MarketFacts> markets;
    private final EpochClock marketClock;

    CoinbaseEndpoints(Collection<MarketFacts> markets, EpochClock marketClock) {
        this.markets = List.copyOf(markets);
        this.marketClock = marketClock;
    }

    List<Endpoint> endpoints() {
        List<Endpoint> endpoints = new ArrayList<>();
        for (MarketFacts market : markets) {
            String symbol = market.instrument().symbol().name();
            if (symbol.endsWith(QUOTE)) {
                String base = symbol.substring(0, symbol.length() - QUOTE.length());
                endpoints.add(ticker(base + "-USD", CENT_E8, market::coinbaseMidE8));
            }
        }
        markets.stream()
                .findFirst()
                .ifPresent(any -> endpoints.add(ticker("USDT-USD", STABLECOIN_TICK_E8, any::usdtUsdE8)));
        return endpoints;
    }

    private Endpoint ticker(String product, long tickE8, LongUnaryOperator midE8) {
        return Endpoint.open("/products/" + product + "/ticker", 0, _ -> body(tickE8, midE8));
    }

    /** Bid and ask are the two ticks around the mid price, traded at the full second. */
    private JsonNode body(long tickE8, LongUnaryOperator midE8) {
        long secondMs = marketClock.nowMs() / SECOND_MS * SECOND_MS;
        long bidE8 = Math.floorDiv(midE8.applyAsLong(secondMs), tickE8) * tickE8;
        return Json.object()
                .put("trade_id", secondMs)
                .put("price", E8.print(bidE8))
                .put("size", "0.01")
                .put("bid", E8.print(bidE8))
                .put("ask", E8.print(bidE8 + tickE8))
                .put("volume", "0")
                .put("time", Instant.ofEpochMilli(secondMs).toString());
    }
}
