package dev.sextant.simulation.run;

import dev.sextant.simulation.mutant.Mutant;
import java.util.Optional;

/** Looks for the first seed that finds a mutant. */
public final class Hunt {

    private Hunt() {}

    /** The first of {@code seeds} seeds in which something is violated, or empty when the mutant lives. */
    public static Optional<Outcome> kill(Mutant mutant, long firstSeed, long seeds) {
        Outcome[] found = new Outcome[1];
        Campaign.run(firstSeed, seeds, seed -> Plan.of(seed).with(mutant), outcome -> {
            if (!outcome.held()) {
                found[0] = outcome;
            }
            return outcome.held();
        });
        return Optional.ofNullable(found[0]);
    }
}
