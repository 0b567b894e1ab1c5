package dev.sextant.ingest.trade;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Symbol;
import dev.sextant.venues.http.VenueReadException;
import java.util.List;

/** One symbol's {@link TradeHistory}, distrusted: a page with a time far ahead of now would open years of buckets. */
final class HistoryPages {

    private static final long AHEAD_MS = 3_600_000;

    private final TradeHistory history;
    private final Symbol symbol;

    HistoryPages(TradeHistory history, Symbol symbol) {
        this.history = history;
        this.symbol = symbol;
    }

    List<AggTrade> from(long aggId, long nowMs) throws VenueReadException, InterruptedException {
        return checked(history.from(symbol, aggId), nowMs);
    }

    List<AggTrade> between(long startMs, long endMs, long nowMs) throws VenueReadException, InterruptedException {
        return checked(history.between(symbol, startMs, endMs), nowMs);
    }

    private List<AggTrade> checked(List<AggTrade> page, long nowMs) throws VenueReadException {
        for (AggTrade trade : page) {
            if (trade.tradeTimeMs() > nowMs + AHEAD_MS) {
                throw new VenueReadException(
                        VenueReadException.Kind.MALFORMED,
                        symbol + " trade " + trade.aggId() + " is of " + trade.tradeTimeMs() + ", but now is " + nowMs);
            }
        }
        return page;
    }
}
