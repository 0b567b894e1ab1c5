package dev.sextant.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.simulation.fault.Swarm;
import dev.sextant.simulation.kernel.CrashPlan;
import dev.sextant.simulation.run.Outcome;
import dev.sextant.simulation.run.Plan;
import dev.sextant.simulation.run.Simulation;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** On a day without other trouble, a function dies at each of its calls to the outside, before and after the effect. */
class CrashTest {

    private static final Plan CALM = Plan.of(7).with(Swarm.calm()).lasting(90_000);

    private static CrashPlan at(long call, boolean sent) {
        return (name, now, after) -> now == call && after == sent;
    }

    @Test
    void whoeverDiesAtAnyCallNothingIsLostAndNothingIsDoubled() {
        Outcome calm = Simulation.run(CALM);
        assertTrue(calm.held(), () -> String.valueOf(calm.violation()));
        assertTrue(calm.orders() > 3, calm.orders() + " orders");
        long busy = Math.min(calm.calls(), 500);
        List<String> wrong = LongStream.range(0, busy)
                .parallel()
                .boxed()
                .flatMap(call -> List.of(false, true).stream()
                        .map(sent -> Simulation.run(CALM.with(at(call, sent))))
                        .filter(outcome -> !outcome.held())
                        .map(outcome -> "call " + call + ": " + outcome.violation()))
                .toList();
        assertEquals(List.of(), wrong);
    }

    @Test
    void twoDeathsAreNoWorseThanOne() {
        SplittableRandom chance = new SplittableRandom(3);
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            CrashPlan first = at(chance.nextLong(500), chance.nextBoolean());
            CrashPlan second = at(chance.nextLong(500), chance.nextBoolean());
            Outcome outcome = Simulation.run(
                    CALM.with((name, call, sent) -> first.dies(name, call, sent) || second.dies(name, call, sent)));
            if (!outcome.held()) {
                wrong.add(String.valueOf(outcome.violation()));
            }
        }
        assertEquals(List.of(), wrong);
    }
}
