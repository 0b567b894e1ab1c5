package dev.sextant.ingest.drift;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Symbol;
import dev.sextant.ingest.archive.ObjectStoreException;
import java.util.Optional;
import java.util.function.Consumer;

/** Recorded trades, wherever a day's are by now. Nothing holds more of them in memory than a page or an hour's object. */
interface TradeSource {

    /** Gives the trades with ids in a closed range that were made around a day, in the order of ids. */
    void read(Symbol symbol, Day day, long fromAggId, long toAggId, Consumer<AggTrade> out) throws ObjectStoreException;

    /** The lowest and the highest id of the trades made on a day, or empty. */
    Optional<IdRange> ids(Symbol symbol, Day day);

    /** The price of the last trade before an instant, at most a minute older. */
    Optional<Long> priceE8Before(Symbol symbol, long timeMs) throws ObjectStoreException;
}
