package dev.sextant.local.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.simulation.check.Violation;
import dev.sextant.simulation.check.World;
import dev.sextant.simulation.mutant.Mutant;
import dev.sextant.simulation.run.Doubt;
import dev.sextant.simulation.run.Outcome;
import dev.sextant.simulation.run.Plan;
import dev.sextant.simulation.run.Seconds;
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
        for (Doubt what : Doubt.values()) {
            text.append(doubt(what, tally.doubt(what)));
        }
        text.append("never seen: ")
                .append(tally.neverSeen().isEmpty() ? "nothing, every state was reached" : tally.neverSeen());
        tally.failures().forEach(failure -> text.append("\n").append(failed(failure)));
        return text.toString();
    }

    /** The trouble of a run takes parts of the desk down for minutes, so some come later than a desk that is up. */
    private static String doubt(Doubt what, Seconds took) {
        return String.format(
                Locale.ROOT,
                "%-11s %,7d orders, half within %d s, 99 %% within %d s, the last after %d s; %.2f %% within %d s%n",
                what.name().toLowerCase(Locale.ROOT),
                took.count(),
                took.within(0.5),
                took.within(0.99),
                took.within(1),
                took.share(what.boundS()) * 100,
                what.boundS());
    }

    private static String failed(Outcome failure) {
        Plan smaller = Shrink.of(Plan.of(failure.world(), failure.seed()));
        Outcome again = Simulation.run(smaller.traced(LAST_LINES));
        return "seed " + failure.seed() + ": " + failure.violation() + "\n  again: ./sextant sim "
                + (failure.world() == World.PLANS ? "--plans " : "")
                + "--trace "
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
        ObjectNode doubt = json.putObject("doubt_s");
        for (Doubt what : Doubt.values()) {
            Seconds took = tally.doubt(what);
            doubt.putObject(what.name().toLowerCase(Locale.ROOT))
                    .put("orders", took.count())
                    .put("p50", took.within(0.5))
                    .put("p99", took.within(0.99))
                    .put("most", took.within(1))
                    .put("bound", what.boundS())
                    .put("share_within_bound", took.share(what.boundS()));
        }
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
