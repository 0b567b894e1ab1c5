package dev.sextant.simulation.run;

import dev.sextant.simulation.check.Sometimes;
import dev.sextant.simulation.check.Violation;
import dev.sextant.simulation.check.World;
import dev.sextant.simulation.fault.FaultClass;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of one run.
 *
 * @param world what was simulated
 * @param violation what must never happen and did, or null
 * @param hash of everything that happened
 * @param simulatedMs virtual time from begin to end
 * @param steps events noted
 * @param calls calls of the functions to the outside
 * @param orders accepted by the exchange
 * @param faults injected, by kind
 * @param doubt how long orders were in doubt, milliseconds
 * @param lines the last of the trace, when it was kept
 */
public record Outcome(
        World world,
        long seed,
        @Nullable Violation violation,
        long hash,
        long simulatedMs,
        long steps,
        long calls,
        int orders,
        Map<FaultClass, Long> faults,
        Map<Sometimes, Long> seen,
        Map<Doubt, List<Long>> doubt,
        Collection<String> lines) {

    public boolean held() {
        return violation == null;
    }

    public long faultCount() {
        return faults.values().stream().mapToLong(Long::longValue).sum();
    }
}
