package dev.sextant.local.venue.play;

import dev.sextant.venues.sim.instrument.Instrument;

/** A symbol that can be traded here, whatever its market comes from. */
public interface Listed {

    Instrument instrument();

    /** The mark price at an event time, units of 10⁻⁸. */
    long markE8(long timeMs);
}
