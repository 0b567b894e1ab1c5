package dev.sextant.simulation.mutant;

import dev.sextant.simulation.desk.Wiring;
import dev.sextant.simulation.store.Defect;
import java.util.Locale;
import java.util.Set;

/**
 * One thing wrong.
 *
 * @param name as the command line takes it
 * @param defects of the store
 * @param wiring what the functions are given instead of the plain ports
 */
public record Mutant(String name, Set<Defect> defects, Wiring wiring) {

    /** Nothing is wrong. */
    public static final Mutant NONE = new Mutant("none", Set.of(), Wiring.PLAIN);

    static Mutant of(Defect defect) {
        return new Mutant(defect.name().toLowerCase(Locale.ROOT).replace('_', '-'), Set.of(defect), Wiring.PLAIN);
    }

    static Mutant of(String name, Wiring wiring) {
        return new Mutant(name, Set.of(), wiring);
    }
}
