package dev.sextant.simulation.desk;

import dev.sextant.simulation.fault.FaultClass;
import dev.sextant.simulation.fault.Faults;
import dev.sextant.simulation.kernel.Kernel;

/** How far the clock of a new sandbox is off. */
final class Clocks {

    private static final long USUAL_MS = 20;
    private static final long BAD_MS = 8_000;

    private final Kernel kernel;
    private final Faults faults;

    Clocks(Kernel kernel, Faults faults) {
        this.kernel = kernel;
        this.faults = faults;
    }

    long ahead(String function) {
        return faults.strikes(FaultClass.CLOCKS, 0.05)
                ? kernel.between(-BAD_MS, BAD_MS)
                : kernel.between(-USUAL_MS, USUAL_MS);
    }
}
