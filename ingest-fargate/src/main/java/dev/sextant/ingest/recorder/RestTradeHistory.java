package dev.sextant.ingest.recorder;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.order.RequestLedger;
import dev.sextant.venues.binance.market.BinanceEndpoints;
import dev.sextant.venues.binance.market.rest.BinanceMarketRest;
import dev.sextant.venues.binance.market.rest.RateBudget;
import dev.sextant.venues.binance.market.rest.ReadPatience;
import dev.sextant.venues.http.JdkHttpGet;
import dev.sextant.venues.http.Sleeper;
import dev.sextant.venues.http.VenueReadException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** {@link TradeHistory} over the venue's REST side, page by page. */
public final class RestTradeHistory implements TradeHistory {

    private static final long MAX_BODY_BYTES = 4L * 1024 * 1024;

    private final BinanceMarketRest rest;

    public RestTradeHistory(BinanceMarketRest rest) {
        this.rest = rest;
    }

    /** The venue's, for who sends from an address of its own. */
    public static RestTradeHistory of(BinanceEndpoints data) {
        return of(data, RequestLedger.NONE);
    }

    /**
     * The venue's.
     *
     * @param requests of all who send from here
     */
    public static RestTradeHistory of(BinanceEndpoints data, RequestLedger requests) {
        return new RestTradeHistory(new BinanceMarketRest(
                data,
                new JdkHttpGet(JdkHttpGet.newClient(Duration.ofSeconds(2)), MAX_BODY_BYTES),
                new RateBudget(System::currentTimeMillis, requests),
                ReadPatience.brisk(),
                Sleeper.real(),
                () -> ThreadLocalRandom.current().nextDouble()));
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
