package dev.sextant.ingest.recorder;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Symbol;
import java.util.List;

/** The venue's own record of past trades: REST by aggregate id. */
@FunctionalInterface
public interface TradeHistory {

    /**
     * Fetches trades with ids from {@code fromAggId} to {@code toAggId}, both included.
     *
     * @return those the venue still has, in id order
     * @throws HistoryUnavailableException when it can't be asked now: budget, ban, network
     */
    List<AggTrade> fetch(Symbol symbol, long fromAggId, long toAggId) throws HistoryUnavailableException;
}
