package dev.sextant.direct;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.venues.kraken.trade.FeeRates;
import java.util.List;
import java.util.Map;

/** Asks the venue what the account pays. */
@FunctionalInterface
public interface FeeQuestion {

    /** The fees of these pairs, of which it may leave some out. May wait. */
    Map<Symbol, FeeRates> fees(List<Symbol> pairs) throws VenueUnavailableException;
}
