package dev.sextant.simulation.lane;

import dev.sextant.domain.plan.PlanStore;
import dev.sextant.domain.plan.Quotes;
import dev.sextant.domain.venue.TradingVenue;

/** What stands between the lane's production classes and the outside: nothing, or what a mutant puts there. */
public interface LaneWiring {

    /** The real lane. */
    LaneWiring PLAIN = new LaneWiring() {};

    /** The plans as whoever carries them out sees them. */
    default PlanStore plans(PlanStore plans) {
        return plans;
    }

    /** The venue of whoever carries them out. */
    default TradingVenue venue(TradingVenue venue) {
        return venue;
    }

    /** What the markets are thought to ask. */
    default Quotes quotes(Quotes quotes) {
        return quotes;
    }
}
