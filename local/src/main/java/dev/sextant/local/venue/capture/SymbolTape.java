package dev.sextant.local.venue.capture;

import dev.sextant.domain.market.Symbol;
import dev.sextant.venues.sim.book.DepthDiff;
import dev.sextant.venues.sim.book.TopOfBook;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a capture has of one symbol; each list in the order of event time.
 *
 * @param trades single trades; empty when the recorder took aggregate trades only
 * @param aggTrades built from the trades, or as recorded
 * @param snapshot the first depth snapshot, or null
 * @param priceDecimals most decimals seen in a price
 * @param quantityDecimals most decimals seen in a quantity
 */
public record SymbolTape(
        Symbol symbol,
        List<RawTrade> trades,
        List<TimedAggTrade> aggTrades,
        List<TopOfBook> tops,
        List<DepthDiff> diffs,
        @Nullable BookSnapshot snapshot,
        int priceDecimals,
        int quantityDecimals) {}
