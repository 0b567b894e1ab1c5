package dev.sextant.simulation.run;

import dev.sextant.simulation.desk.Wiring;
import dev.sextant.simulation.store.Defect;
import java.util.Set;

/**
 * The protocol with one thing wrong. Each must be found, or the simulation proves nothing about that thing.
 *
 * @param name as the command line takes it
 * @param defects of the store
 * @param wiring what the functions are given instead of the plain ports
 */
public record Mutant(String name, Set<Defect> defects, Wiring wiring) {

    /** Nothing is wrong. */
    public static final Mutant NONE = new Mutant("none", Set.of(), Wiring.PLAIN);

    static Mutant of(Defect defect) {
        return new Mutant(
                defect.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'), Set.of(defect), Wiring.PLAIN);
    }
}
