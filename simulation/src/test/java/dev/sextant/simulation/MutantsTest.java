package dev.sextant.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.simulation.check.Violation;
import dev.sextant.simulation.mutant.Mutant;
import dev.sextant.simulation.mutant.Mutants;
import dev.sextant.simulation.run.Hunt;
import dev.sextant.simulation.run.Outcome;
import dev.sextant.simulation.run.Plan;
import dev.sextant.simulation.run.Shrink;
import dev.sextant.simulation.run.Simulation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A protocol with something wrong is found. */
class MutantsTest {

    /** As many as each may live through at most; nearly all die within some hundred. */
    private static final long SEEDS = 5_000;

    @Test
    void thereAreAtLeastThirtyAndEachHasAName() {
        assertTrue(Mutants.list().size() >= 30, Mutants.list().size() + " mutants");
        assertEquals(
                Mutants.list().size(),
                Mutants.list().stream().map(Mutant::name).distinct().count());
    }

    @Test
    void everyMutantDies() {
        List<String> alive = Mutants.list().stream()
                .filter(mutant -> Hunt.kill(mutant, 1, SEEDS).isEmpty())
                .map(Mutant::name)
                .toList();
        assertEquals(List.of(), alive);
    }

    @Test
    void aFailingRunIsMadeSmallerAndStaysWrong() {
        Mutant broken = Mutants.named("no-sweep").orElseThrow();
        Outcome failing = Hunt.kill(broken, 1, SEEDS).orElseThrow();
        Plan plan = Plan.of(failing.seed()).with(broken);
        Plan smaller = Shrink.of(plan);
        Violation violation = Simulation.run(smaller).violation();
        assertNotNull(violation);
        assertEquals(rule(failing), violation.rule());
        assertNotEquals(plan.swarm(), smaller.swarm());
        assertFalse(smaller.troubleMs() > plan.troubleMs());
    }

    private static String rule(Outcome outcome) {
        Violation violation = outcome.violation();
        assertNotNull(violation);
        return violation.rule();
    }
}
