package dev.sextant.venues.sim;

import dev.sextant.venues.sim.event.VenueEvent;

/** Whoever listens to the private stream of the venue. */
@FunctionalInterface
public interface VenueListener {

    /**
     * Takes a change of our state.
     *
     * @param deliveredAtMs event time at which it arrives: the change's own time plus the response latency
     */
    void onEvent(VenueEvent event, long deliveredAtMs);
}
