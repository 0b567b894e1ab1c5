package dev.sextant.ingest.opportunity;

import dev.sextant.arbitrage.detect.CycleDetector;
import dev.sextant.arbitrage.detect.OpportunitySink;
import dev.sextant.arbitrage.follow.FollowedCycles;
import dev.sextant.arbitrage.graph.CurrencyGraph;
import dev.sextant.arbitrage.graph.Cycles;

/**
 * Somebody who is told what the detector finds beside the recorder, and after it: whoever trades. All calls come from
 * the thread of the books.
 */
public interface SinkBeside {

    /**
     * The venue has told its pairs, or other rules for them.
     *
     * @param followed knows the live opportunity of a cycle, and so its id, when the sink is told of it
     * @return is told of everything from now on
     */
    OpportunitySink begin(CurrencyGraph graph, Cycles cycles, FollowedCycles followed);

    /** The detector of what has just begun, whose books may be read. */
    void follow(CycleDetector detector);
}
