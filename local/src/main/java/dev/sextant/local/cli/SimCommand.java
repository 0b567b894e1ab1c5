package dev.sextant.local.cli;

import dev.sextant.simulation.check.World;
import dev.sextant.simulation.fault.FaultClass;
import dev.sextant.simulation.mutant.Mutant;
import dev.sextant.simulation.mutant.Mutants;
import dev.sextant.simulation.run.Campaign;
import dev.sextant.simulation.run.Hunt;
import dev.sextant.simulation.run.Outcome;
import dev.sextant.simulation.run.Plan;
import dev.sextant.simulation.run.Simulation;
import dev.sextant.simulation.run.Tally;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sextant sim}: the order path in virtual time, with everything that can go wrong. */
@Command(
        name = "sim",
        mixinStandardHelpOptions = true,
        description = {
            "Runs risk, placer, reconciler and their protocol in virtual time between a store, a stream and an exchange",
            "that fail, and checks after every step what must hold. A seed always makes the same history. With --plans it is",
            "the direct lane's plans of several orders on a spot exchange."
        },
        footer = {
            "",
            "Exit codes: 0 everything held (or every mutant died), 1 something was violated (or a mutant lives)."
        })
final class SimCommand implements Callable<Integer> {

    private static final int TRACE_LINES = 100_000;

    @Option(names = "--seeds", paramLabel = "N", description = "how many runs (default: ${DEFAULT-VALUE})")
    private long seeds = 1_000;

    @Option(names = "--from", paramLabel = "S", description = "the first seed (default: ${DEFAULT-VALUE})")
    private long from = 1;

    @Option(names = "--plans", description = "the direct lane instead: plans of several orders on a spot exchange")
    private boolean plans;

    @Option(
            names = "--mutant",
            paramLabel = "NAME",
            description =
                    "breaks the protocol in one way, or in every way one after the other with 'all'; must be found")
    private @Nullable String mutant;

    @Option(names = "--trace", paramLabel = "SEED", description = "tells one run step by step")
    private @Nullable Long trace;

    @Option(
            names = "--only",
            paramLabel = "KIND",
            split = ",",
            description = "leaves out every kind of trouble but these: ${COMPLETION-CANDIDATES}")
    private @Nullable Set<FaultClass> only;

    @Option(names = "--json", description = "one JSON object")
    private boolean json;

    @Override
    public Integer call() {
        if (seeds < 1) {
            throw UserError.usage("--seeds is " + seeds + ", expected 1 or more");
        }
        if (trace != null) {
            return tell(plan(trace).with(mutants().getFirst()).traced(TRACE_LINES));
        }
        return mutant == null ? campaign() : hunt();
    }

    private Plan plan(long seed) {
        Plan plan = Plan.of(plans ? World.PLANS : World.DESK, seed);
        if (only == null) {
            return plan;
        }
        Set<FaultClass> others = EnumSet.allOf(FaultClass.class);
        others.removeAll(only);
        return plan.with(plan.swarm().without(others));
    }

    private List<Mutant> mutants() {
        if (mutant == null) {
            return List.of(Mutant.NONE);
        }
        if (mutant.equals("all")) {
            return Mutants.list().stream()
                    .filter(each -> !plans || each.world() == World.PLANS)
                    .toList();
        }
        return List.of(Mutants.named(mutant)
                .orElseThrow(() -> UserError.usage("--mutant is '" + mutant + "', expected all or one of "
                        + Mutants.list().stream().map(Mutant::name).collect(Collectors.joining(", ")))));
    }

    private int tell(Plan plan) {
        Outcome outcome = Simulation.run(plan);
        outcome.lines().forEach(System.out::println);
        System.out.println(SimReport.of(outcome));
        return outcome.held() ? Sextant.OK : Sextant.FAILED;
    }

    private int campaign() {
        long startedNs = System.nanoTime();
        Tally tally = new Tally();
        Campaign.run(from, seeds, this::plan, outcome -> {
            tally.add(outcome);
            return true;
        });
        SimReport report = new SimReport(from, tally, System.nanoTime() - startedNs);
        System.out.println(json ? report.json() : report.text());
        return tally.failed() == 0 ? Sextant.OK : Sextant.FAILED;
    }

    private int hunt() {
        int exit = Sextant.OK;
        for (Mutant broken : mutants()) {
            Optional<Outcome> killed = Hunt.kill(broken, from, seeds);
            System.out.println(SimReport.hunted(broken, killed, seeds, json));
            exit = killed.isPresent() ? exit : Sextant.FAILED;
        }
        return exit;
    }
}
