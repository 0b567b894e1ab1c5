package dev.sextant.ingest.trade;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Symbol;
import dev.sextant.venues.http.VenueReadException;
import java.util.List;

/** The venue's own record of trades. Calls block, within limits that the implementation was given. */
public interface TradeHistory {

    /** Most trades in an answer; a shorter one ends at the newest trade. */
    int PAGE = 1_000;

    /** Up to {@link #PAGE} trades with consecutive ids, the first at or after {@code aggId}, oldest first. */
    List<AggTrade> from(Symbol symbol, long aggId) throws VenueReadException, InterruptedException;

    /** Up to {@link #PAGE} trades of an interval below an hour, both ends included, oldest first. */
    List<AggTrade> between(Symbol symbol, long startMs, long endMs) throws VenueReadException, InterruptedException;
}
