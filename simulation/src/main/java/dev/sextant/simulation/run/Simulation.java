package dev.sextant.simulation.run;

import dev.sextant.simulation.check.Sometimes;
import dev.sextant.simulation.check.Violation;
import dev.sextant.simulation.fault.Faults;
import dev.sextant.simulation.kernel.Kernel;
import dev.sextant.simulation.kernel.Sandboxes;
import dev.sextant.simulation.kernel.Trace;
import dev.sextant.simulation.store.Limits;
import dev.sextant.simulation.store.ModelStore;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** One run: a quarter of an hour of trouble, five minutes in which everything works, and the checks of both. */
public abstract sealed class Simulation permits DeskSimulation, PlanSimulation {

    /** How long everything works before something must hold. */
    static final long LIVENESS_MS = 300_000;

    /** What an order in doubt may take to its end. */
    static final long QUARANTINE_MS = 4_200_000;

    /** How often that is waited for. */
    static final int MOST_HOURS = 3;

    private static final long START_MS = Instant.parse("2026-03-03T06:00:00Z").toEpochMilli();

    final Kernel kernel;
    final Sandboxes sandboxes;
    final Faults faults;
    final ModelStore store;
    final Sometimes.Seen seen = new Sometimes.Seen();
    private final Plan plan;

    /** @param limits of the account when it is opened */
    Simulation(Plan plan, Limits limits) {
        this.plan = plan;
        this.kernel = new Kernel(plan.seed(), START_MS, new Trace(plan.traceLines()));
        this.sandboxes = new Sandboxes(kernel, plan.crashes());
        this.faults = new Faults(kernel, plan.swarm());
        this.store =
                new ModelStore(limits, plan.mutant().defects(), plan.mutant().ofPlans());
    }

    /** Makes a run. On a virtual thread: the functions are threads of that kind, and changing between them is cheap. */
    public static Outcome run(Plan plan) {
        FutureTask<Outcome> task = new FutureTask<>(() -> of(plan).run());
        Thread.ofVirtual().name("seed " + plan.seed()).start(task);
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in seed " + plan.seed(), e);
        } catch (ExecutionException e) {
            // A defect of the simulation itself.
            throw new IllegalStateException("seed " + plan.seed() + " could not be run", e.getCause());
        }
    }

    private static Simulation of(Plan plan) {
        return switch (plan.world()) {
            case DESK -> new DeskSimulation(plan);
            case PLANS -> new PlanSimulation(plan);
        };
    }

    private Outcome run() {
        Violation violation = null;
        try {
            live();
        } catch (Violation e) {
            violation = e;
        } finally {
            sandboxes.killAll();
        }
        lookBack();
        return outcome(violation);
    }

    /** The run from its begin to its end. */
    abstract void live();

    /** A last look when it is over, well or not. */
    void lookBack() {}

    /** How many orders the exchange has accepted. */
    abstract int orders();

    /** Lets the troubles of the plan have their time; then there are none any more. */
    final void sufferTrouble(String after) {
        kernel.runUntil(START_MS + plan.troubleMs());
        faults.heal();
        kernel.note(after);
    }

    /** Lets so much time go by. */
    final void pass(long forMs) {
        kernel.runUntil(kernel.nowMs() + forMs);
    }

    private Outcome outcome(@Nullable Violation violation) {
        return new Outcome(
                plan.world(),
                plan.seed(),
                violation,
                kernel.trace().hash(),
                kernel.nowMs() - START_MS,
                kernel.trace().steps(),
                sandboxes.calls(),
                orders(),
                faults.injected(),
                seen.counts(),
                Doubt.of(store.moves()),
                kernel.trace().lines());
    }
}
