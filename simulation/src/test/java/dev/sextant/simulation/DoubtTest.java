package dev.sextant.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.simulation.fault.FaultClass;
import dev.sextant.simulation.run.Doubt;
import dev.sextant.simulation.run.Plan;
import dev.sextant.simulation.run.Seconds;
import dev.sextant.simulation.run.Simulation;
import dev.sextant.simulation.run.Tally;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DoubtTest {

    private static Tally runs(Set<FaultClass> troubles, int seeds) {
        Set<FaultClass> others = EnumSet.allOf(FaultClass.class);
        others.removeAll(troubles);
        Tally tally = new Tally();
        for (long seed = 1; seed <= seeds; seed++) {
            Plan plan = Plan.of(seed);
            tally.add(Simulation.run(plan.with(plan.swarm().without(others))));
        }
        return tally;
    }

    /** With the desk up and the exchange answering what it is asked, every bound holds for every order. */
    @Test
    void anExchangeThatHidesItsAnswersIsFoundOutInTime() {
        Tally tally = runs(EnumSet.of(FaultClass.VENUE_HABITS, FaultClass.DEATHS, FaultClass.MATCHING), 100);
        for (Doubt what : Doubt.values()) {
            Seconds took = tally.doubt(what);
            assertTrue(took.count() > 20, what + " came " + took.count() + " times");
            assertTrue(took.within(1) <= what.boundS(), what + " took up to " + took.within(1) + " s");
        }
    }

    @Test
    void whatNeverCameIsNeverLate() {
        Seconds none = new Tally().doubt(Doubt.FOUND);
        assertEquals(0, none.count());
        assertEquals(1, none.share(60));
    }
}
