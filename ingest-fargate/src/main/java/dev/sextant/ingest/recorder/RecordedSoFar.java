package dev.sextant.ingest.recorder;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Gap;
import java.util.List;

/**
 * Where the recording of one symbol stands.
 *
 * @param first the stored trade with the lowest id
 * @param last the stored trade with the highest id
 * @param openGaps gaps that are not filled, oldest first
 */
public record RecordedSoFar(AggTrade first, AggTrade last, List<Gap> openGaps) {

    public RecordedSoFar {
        openGaps = List.copyOf(openGaps);
    }
}
