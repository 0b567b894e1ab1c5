package dev.sextant.ingest.opportunity;

import dev.sextant.arbitrage.follow.Opportunity;
import dev.sextant.arbitrage.follow.ProvenBook;
import java.util.List;

/**
 * What is kept of an opportunity, as far as it is known.
 *
 * @param venue as {@code kraken}
 * @param synthetic whether the market is made up
 * @param books what its legs would have traded with at first sight, one for each leg
 * @param notTaken why nothing takes it, until something says otherwise
 */
public record OpportunityRecord(
        String venue, boolean synthetic, Opportunity opportunity, List<ProvenBook> books, String notTaken) {

    public OpportunityRecord {
        books = List.copyOf(books);
    }
}
