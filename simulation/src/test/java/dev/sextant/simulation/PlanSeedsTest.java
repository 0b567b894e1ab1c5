package dev.sextant.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.simulation.check.Sometimes;
import dev.sextant.simulation.check.World;
import dev.sextant.simulation.fault.Swarm;
import dev.sextant.simulation.kernel.CrashPlan;
import dev.sextant.simulation.run.Campaign;
import dev.sextant.simulation.run.Outcome;
import dev.sextant.simulation.run.Plan;
import dev.sextant.simulation.run.Simulation;
import dev.sextant.simulation.run.Tally;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Plans of several orders through a few hundred bad days. */
class PlanSeedsTest {

    private static final long SEEDS = 500;
    private static final long CALLS = 200;

    /** Too rare for so few seeds. */
    private static final Set<Sometimes> RARE = EnumSet.of(Sometimes.LEG_TAKEN_BACK_FROM_QUARANTINE);

    @Test
    void fiveHundredSeedsHoldAndReachEveryState() {
        Tally tally = new Tally();
        Campaign.run(1, SEEDS, seed -> Plan.of(World.PLANS, seed), outcome -> {
            tally.add(outcome);
            return true;
        });
        assertEquals(
                List.of(), tally.failures().stream().map(PlanSeedsTest::inWords).toList());
        assertEquals(SEEDS, tally.runs());
        assertTrue(tally.faults() / SEEDS >= 50, tally.faults() / SEEDS + " faults a seed");
        Set<Sometimes> missing = EnumSet.noneOf(Sometimes.class);
        missing.addAll(tally.neverSeen());
        missing.removeAll(RARE);
        assertEquals(Set.of(), missing, "states that no seed reached");
    }

    private static String inWords(Outcome failure) {
        return "seed " + failure.seed() + ": " + failure.violation() + "; again: ./sextant sim --plans --trace "
                + failure.seed();
    }

    @Test
    void aSeedAlwaysMakesTheSameHistory() {
        for (long seed = 1; seed <= 5; seed++) {
            Plan plan = Plan.of(World.PLANS, seed);
            Outcome again = Simulation.run(plan.traced(100));
            assertEquals(Simulation.run(plan).hash(), again.hash(), "seed " + seed);
            assertEquals(100, again.lines().size());
        }
    }

    @Test
    void whoeverDiesAtAnyCallNothingIsLostAndNothingIsDoubled() {
        Plan calm = Plan.of(World.PLANS, 3).with(Swarm.calm()).lasting(90_000);
        Outcome held = Simulation.run(calm);
        assertTrue(held.held(), () -> String.valueOf(held.violation()));
        assertTrue(held.orders() > 3, held.orders() + " orders");
        List<String> wrong = LongStream.range(0, Math.min(held.calls(), CALLS))
                .parallel()
                .boxed()
                .flatMap(call -> List.of(false, true).stream()
                        .map(sent -> Simulation.run(calm.with(at(call, sent))))
                        .filter(outcome -> !outcome.held())
                        .map(outcome -> "call " + call + ": " + outcome.violation()))
                .toList();
        assertEquals(List.of(), wrong);
    }

    private static CrashPlan at(long call, boolean sent) {
        return (name, now, after) -> now == call && after == sent;
    }
}
