package dev.sextant.simulation.lane;

import dev.sextant.domain.event.Account;
import dev.sextant.simulation.fault.Faults;
import dev.sextant.simulation.kernel.Kernel;
import dev.sextant.simulation.kernel.Sandboxes;
import dev.sextant.simulation.spot.SpotExchange;
import dev.sextant.simulation.spot.SpotMarket;
import dev.sextant.simulation.store.ModelStore;

/** What everything of the lane's world shares. */
public record LaneSite(
        Kernel kernel,
        Sandboxes sandboxes,
        Faults faults,
        ModelStore store,
        SpotMarket market,
        SpotExchange exchange,
        Account account,
        LaneWiring wiring,
        PlanWitness witness) {

    private static final long BAD_CLOCK_MS = 4_000;

    /** How far the clock of a new process is off. */
    long clockAhead() {
        return faults.clockAheadMs(BAD_CLOCK_MS);
    }
}
