package dev.sextant.local.venue.live;

import dev.sextant.local.venue.play.Listed;
import dev.sextant.venues.sim.instrument.Instrument;
import java.util.concurrent.atomic.AtomicLong;

/** A symbol with the exchange's filters and its newest mark price; 0 before the first. */
record LiveListing(Instrument instrument, AtomicLong newestMarkE8) implements Listed {

    @Override
    public long markE8(long timeMs) {
        return newestMarkE8.get();
    }
}
