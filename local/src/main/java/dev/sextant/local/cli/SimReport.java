package dev.sextant.local.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.simulation.check.Violation;
import dev.sextant.simulation.mutant.Mutant;
import dev.sextant.simulation.run.Outcome;
import dev.sextant.simulation.run.Plan;
import dev.sextant.simulation.run.Shrink;
import dev.sextant.simulation.run.Simulation;
import dev.sextant.simulation.run.Tally;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a campaign found, for people and for scripts. */
final class SimReport {

    private static final double NS = 1e9;
    private static final double HOUR_MS = 3_600_000.0;
    private static final int LAST_LINES = 25;

    private final long from;
    private final Tally tally;
    private final double seconds;

    SimReport(long from, Tally tally, long tookNs) {
        this.from = from;
        this.tally = tally;
        this.seconds = tookNs / NS;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%,d seeds from %d: %,d violations; %.0f s, %,.0f seeds an hour%n",
                tally.runs(),
                from,
                tally.failed(),
                seconds,
                tally.runs() / seconds * 3_600));
        text.append(String.format(
                Locale.ROOT,
                "%,.0f hours of market, %,d faults (%d a seed), %,d orders, %,d calls%n",
                tally.simulatedMs() / HOUR_MS,
                tally.faults(),
                tally.faults() / Math.max(1, tally.runs()),
                tally.orders(),
                tally.calls()));
        text.append("never seen: ")
                .append(tally.neverSeen().isEmpty() ? "nothing, every state was reached" : tally.neverSeen());
        tally.failures().forEach(failure -> text.append("\n").append(failed(failure)));
        return text.toString();
    }

    private static String failed(Outcome failure) {
        Plan smaller = Shrink.of(Plan.of(failure.seed()));
        Outcome again = Simulation.run(smaller.traced(LAST_LINES));
        return "seed " + failure.seed() + ": " + failure.violation() + "\n  again: ./sextant sim --trace "
                + failure.seed()
                + "\n  enough for it: " + smaller.swarm().kinds() + " within " + smaller.troubleMs() / 1_000
                + " s; the end of that:\n    "
                + again.lines().stream().map(SimReport::line).collect(Collectors.joining("\n    "));
    }

    private static String line(String line) {
        return line.length() <= 200 ? line : line.substring(0, 200) + "…";
    }

    String json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("from", from).put("seeds", tally.runs()).put("violations", tally.failed());
        json.put("seconds", seconds).put("simulated_ms", tally.simulatedMs()).put("faults", tally.faults());
        json.put("orders", tally.orders()).put("calls", tally.calls());
        ObjectNode faults = json.putObject("faults_by_kind");
        tally.faultsByKind().forEach((kind, count) -> faults.put(kind.name(), count));
        ObjectNode seen = json.putObject("seen");
        tally.seen().forEach((state, count) -> seen.put(state.name(), count));
        var failures = json.putArray("failures");
        tally.failures()
                .forEach(failure -> failures.addObject()
                        .put("seed", failure.seed())
                        .put("violation", String.valueOf(failure.violation())));
        return json.toString();
    }

    /** One run in a line. */
    static String of(Outcome outcome) {
        return "seed " + outcome.seed() + ": " + (outcome.held() ? "held" : outcome.violation()) + ", hash "
                + Long.toHexString(outcome.hash()) + ", " + outcome.calls() + " calls, " + outcome.orders()
                + " orders, "
                + outcome.faultCount() + " faults";
    }

    /** What became of a mutant. */
    static String hunted(Mutant mutant, Optional<Outcome> killed, long seeds, boolean json) {
        Violation violation = killed.map(Outcome::violation).orElse(null);
        if (json) {
            ObjectNode line = JsonNodeFactory.instance.objectNode();
            line.put("mutant", mutant.name()).put("killed", violation != null);
            killed.ifPresent(outcome -> line.put("seed", outcome.seed()).put("violation", String.valueOf(violation)));
            return line.toString();
        }
        return mutant.name() + ": "
                + killed.map(outcome -> "dies at seed " + outcome.seed() + " of " + violation)
                        .orElse("LIVES through " + seeds + " seeds");
    }
}
