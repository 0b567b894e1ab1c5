package dev.sextant.ingest;

import dev.sextant.domain.market.Symbol;
import dev.sextant.ingest.store.Leases;
import dev.sextant.ingest.store.ResumePoint;
import dev.sextant.ingest.venue.SyntheticInputs;
import dev.sextant.venues.binance.market.rest.BinanceMarketRest;
import dev.sextant.venues.http.VenueReadException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/**
 * What must be known before the first stream is opened.
 *
 * @param venueTimeMs the venue's clock: the wall's on a real exchange, the replay's on a venue server
 * @param syntheticInputs names of the inputs the venue makes up
 * @param owner under which this run asks for the lease
 * @param epoch this run's number
 * @param resumePoints last durable aggregate ids
 */
record StartFacts(
        long venueTimeMs,
        Set<String> syntheticInputs,
        String owner,
        long epoch,
        Map<Symbol, OptionalLong> resumePoints) {

    /** Asks venue and database, as long as it takes. */
    static StartFacts gather(
            List<Symbol> symbols,
            BinanceMarketRest venue,
            SyntheticInputs synthetic,
            Leases leases,
            String owner,
            ResumePoint resumePoint,
            Retrying retrying)
            throws VenueReadException, InterruptedException {
        long venueTimeMs = retrying.until(venue::serverTimeMs);
        Set<String> names = retrying.until(synthetic::names);
        long epoch = retrying.until(() -> leases.nextEpoch(owner));
        Map<Symbol, OptionalLong> resumePoints = new TreeMap<>();
        for (Symbol symbol : symbols) {
            resumePoints.put(symbol, retrying.until(() -> resumePoint.lastDurableAggId(symbol)));
        }
        return new StartFacts(venueTimeMs, names, owner, epoch, resumePoints);
    }
}
