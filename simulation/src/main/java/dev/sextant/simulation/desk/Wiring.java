package dev.sextant.simulation.desk;

import dev.sextant.domain.order.OrderStore;
import dev.sextant.domain.venue.TradingVenue;
import dev.sextant.reconciler.PrivateStreams;
import dev.sextant.simulation.kernel.Sandbox;
import java.util.function.LongSupplier;

/** What stands between the production classes and the outside: nothing, or what a mutant puts there. */
public interface Wiring {

    /** The real desk. */
    Wiring PLAIN = new Wiring() {};

    /** The store of a function. */
    default OrderStore store(String function, OrderStore store) {
        return store;
    }

    /** The clock that says how long a sender has taken. */
    default LongSupplier monotonic(Sandbox self) {
        return self::monotonicMs;
    }

    /** What the reconciler keeps of the private stream. */
    default PrivateStreams streams(PrivateStreams streams) {
        return streams;
    }

    /** The venue of a function. */
    default TradingVenue venue(String function, TradingVenue venue, Sandbox self) {
        return venue;
    }
}
