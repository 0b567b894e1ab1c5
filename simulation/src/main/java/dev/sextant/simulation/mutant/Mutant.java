package dev.sextant.simulation.mutant;

import dev.sextant.simulation.check.World;
import dev.sextant.simulation.desk.Wiring;
import dev.sextant.simulation.lane.LaneWiring;
import dev.sextant.simulation.store.Defect;
import dev.sextant.simulation.store.PlanDefect;
import java.util.Locale;
import java.util.Set;

/**
 * One thing wrong.
 *
 * @param name as the command line takes it
 * @param defects of the store
 * @param wiring what the functions are given instead of the plain ports
 * @param world where it is to be looked for
 * @param ofPlans defects of the steps of plans
 * @param lane what the direct lane is given instead of the plain ports
 */
public record Mutant(
        String name, Set<Defect> defects, Wiring wiring, World world, Set<PlanDefect> ofPlans, LaneWiring lane) {

    /** Nothing is wrong. */
    public static final Mutant NONE = new Mutant("none", Set.of(), Wiring.PLAIN);

    Mutant(String name, Set<Defect> defects, Wiring wiring) {
        this(name, defects, wiring, World.DESK, Set.of(), LaneWiring.PLAIN);
    }

    static Mutant of(PlanDefect defect) {
        String name = defect.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return ofPlans(name, Set.of(defect), LaneWiring.PLAIN);
    }

    static Mutant ofPlans(String name, Set<PlanDefect> defects, LaneWiring lane) {
        return new Mutant(name, Set.of(), Wiring.PLAIN, World.PLANS, defects, lane);
    }

    static Mutant of(Defect defect) {
        return new Mutant(defect.name().toLowerCase(Locale.ROOT).replace('_', '-'), Set.of(defect), Wiring.PLAIN);
    }

    static Mutant of(String name, Wiring wiring) {
        return new Mutant(name, Set.of(), wiring);
    }
}
