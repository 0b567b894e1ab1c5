package dev.sextant.ingest.venue;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Symbol;
import dev.sextant.ingest.trade.TradeHistory;
import dev.sextant.venues.binance.market.rest.BinanceMarketRest;
import dev.sextant.venues.http.VenueReadException;
import java.util.List;

/** {@link TradeHistory} over {@code /fapi/v1/aggTrades}. */
public record BinanceTradeHistory(BinanceMarketRest rest) implements TradeHistory {

    @Override
    public List<AggTrade> from(Symbol symbol, long aggId) throws VenueReadException, InterruptedException {
        return rest.aggTradesFrom(symbol, aggId, PAGE);
    }

    @Override
    public List<AggTrade> between(Symbol symbol, long startMs, long endMs)
            throws VenueReadException, InterruptedException {
        return rest.aggTradesBetween(symbol, startMs, endMs);
    }
}
