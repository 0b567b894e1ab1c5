package dev.sextant.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.simulation.check.Sometimes;
import dev.sextant.simulation.run.Campaign;
import dev.sextant.simulation.run.Outcome;
import dev.sextant.simulation.run.Plan;
import dev.sextant.simulation.run.Simulation;
import dev.sextant.simulation.run.Tally;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The real protocol through a few thousand bad days. */
class SeedsTest {

    private static final long SEEDS = 3_000;

    /** Too rare for so few seeds; a long campaign has to reach them. */
    private static final Set<Sometimes> RARE = EnumSet.of(
            Sometimes.CANCEL_RACED_A_FILL, Sometimes.HALTED_BY_THE_DAY, Sometimes.TAKEN_BACK_FROM_QUARANTINE);

    @Test
    void threeThousandSeedsHoldAndReachEveryState() {
        Tally tally = new Tally();
        Campaign.run(1, SEEDS, Plan::of, outcome -> {
            tally.add(outcome);
            return true;
        });
        assertEquals(
                List.of(), tally.failures().stream().map(SeedsTest::inWords).toList());
        assertEquals(SEEDS, tally.runs());
        assertTrue(tally.faults() / SEEDS >= 100, tally.faults() / SEEDS + " faults a seed");
        Set<Sometimes> missing = EnumSet.noneOf(Sometimes.class);
        missing.addAll(tally.neverSeen());
        missing.removeAll(RARE);
        assertEquals(Set.of(), missing, "states that no seed reached");
    }

    private static String inWords(Outcome failure) {
        return "seed " + failure.seed() + ": " + failure.violation() + "; again: ./sextant sim --trace "
                + failure.seed();
    }

    @Test
    void aSeedAlwaysMakesTheSameHistory() {
        for (long seed = 1; seed <= 10; seed++) {
            Outcome once = Simulation.run(Plan.of(seed));
            Outcome again = Simulation.run(Plan.of(seed).traced(100));
            assertEquals(once.hash(), again.hash(), "seed " + seed);
            assertEquals(100, again.lines().size());
        }
    }
}
