package dev.sextant.arbitrage.follow;

import dev.sextant.arbitrage.detect.Ending;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is known of a cycle that earned something for a while.
 *
 * @param id see {@link OpportunityId}
 * @param seenMs when it was first seen
 * @param lastMs when it was last seen to be there
 * @param goneMs when it was over, or the watch was; empty while it is there
 * @param why how it ended; empty while it is there, or when the watch ended first
 * @param life how far it has come
 * @param plan what was planned at first sight
 * @param bestEdgeBps the best it was worth while it lasted, in basis points after fees and buffer
 * @param looks how many updates it was priced at, 1 or more
 * @param decay what share of the first edge was left, by milliseconds after the first sight; as far as it was followed
 */
public record Opportunity(
        String id,
        long seenMs,
        long lastMs,
        OptionalLong goneMs,
        Optional<Ending> why,
        Life life,
        SizedCycle plan,
        double bestEdgeBps,
        long looks,
        Map<Integer, Double> decay) {

    /** How far an opportunity has come. */
    public enum Life {
        /** Once. */
        SEEN,
        /** Again, after another change of a book on its way. */
        CONFIRMED,
        /** It is over. */
        GONE
    }

    public Opportunity {
        decay = Collections.unmodifiableMap(new LinkedHashMap<>(decay));
    }
}
