package dev.sextant.local.venue.scripted;

import dev.sextant.domain.market.Symbol;
import dev.sextant.local.venue.play.Listed;
import dev.sextant.local.venue.play.VenueCore;
import dev.sextant.venues.sim.instrument.Instrument;
import java.util.function.Supplier;

/** A symbol as the matching core has it at the moment: its rules may change while it is traded. */
record ScriptedListing(Symbol symbol, Supplier<VenueCore> core) implements Listed {

    @Override
    public Instrument instrument() {
        return core.get().query(state -> state.instrument(symbol).orElseThrow());
    }

    @Override
    public long markE8(long timeMs) {
        return core.get().query(state -> state.markE8(symbol));
    }
}
