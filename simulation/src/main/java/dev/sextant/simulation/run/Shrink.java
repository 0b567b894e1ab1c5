package dev.sextant.simulation.run;

import dev.sextant.simulation.check.Violation;
import dev.sextant.simulation.fault.FaultClass;
import java.util.List;
import java.util.Objects;

/** Makes a failing run smaller: fewer kinds of trouble, less time, as long as the same rule is broken. */
public final class Shrink {

    private static final long SHORTEST_MS = 30_000;

    private Shrink() {}

    /** The smallest plan found that breaks the same rule as {@code failing} does. */
    public static Plan of(Plan failing) {
        Violation violation = Objects.requireNonNull(Simulation.run(failing).violation(), "the run holds");
        Plan plan = failing;
        for (FaultClass kind : FaultClass.values()) {
            Plan fewer = plan.with(plan.swarm().without(List.of(kind)));
            if (plan.swarm().of(kind) > 0 && breaks(fewer, violation)) {
                plan = fewer;
            }
        }
        for (long ms = plan.troubleMs() / 2; ms >= SHORTEST_MS; ms /= 2) {
            Plan shorter = plan.lasting(ms);
            if (breaks(shorter, violation)) {
                plan = shorter;
            }
        }
        return plan;
    }

    private static boolean breaks(Plan plan, Violation violation) {
        Violation now = Simulation.run(plan).violation();
        return now != null && now.rule().equals(violation.rule());
    }
}
