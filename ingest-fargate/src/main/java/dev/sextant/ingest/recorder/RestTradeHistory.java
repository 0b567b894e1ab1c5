package dev.sextant.ingest.recorder;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Symbol;
import dev.sextant.venues.binance.market.rest.BinanceMarketRest;
import dev.sextant.venues.http.VenueReadException;
import java.util.ArrayList;
import java.util.List;

/** {@link TradeHistory} over the venue's REST side, page by page. */
public final class RestTradeHistory implements TradeHistory {

    private final BinanceMarketRest rest;

    public RestTradeHistory(BinanceMarketRest rest) {
        this.rest = rest;
    }

    @Override
    public List<AggTrade> fetch(Symbol symbol, long fromAggId, long toAggId) throws HistoryUnavailableException {
        List<AggTrade> found = new ArrayList<>();
        long next = fromAggId;
        try {
            while (next <= toAggId) {
                List<AggTrade> page = rest.aggTradesFrom(
                        symbol, next, (int) Math.min(BinanceMarketRest.MAX_TRADES, toAggId - next + 1));
                page.stream().filter(trade -> trade.aggId() <= toAggId).forEach(found::add);
                if (page.isEmpty()) {
                    return found;
                }
                next = page.getLast().aggId() + 1;
            }
            return found;
        } catch (VenueReadException e) {
            throw new HistoryUnavailableException(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HistoryUnavailableException("interrupted");
        }
    }
}
