package dev.sextant.arbitrage.follow;

import dev.sextant.arbitrage.price.CycleSizer;

/** Is told of each opportunity as it is followed, on the thread of the books. Must not call the detector. */
public interface OpportunityFollower {

    /**
     * The first sight of one.
     *
     * @param plan holds the plan of this very cycle until the method is over
     * @return what is done about it
     */
    Pursuit seen(Sighting sighting, CycleSizer plan);

    /** It is still there, or gone, or more of its decay is known. */
    void changed(Sighting sighting);

    /** Everything about it is known. */
    void over(Sighting sighting);
}
