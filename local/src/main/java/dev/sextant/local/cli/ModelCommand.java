package dev.sextant.local.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.simulation.model.Defect;
import dev.sextant.simulation.model.Finding;
import dev.sextant.simulation.model.Invariant;
import dev.sextant.simulation.model.ModelCheck;
import dev.sextant.simulation.model.StoryLine;
import dev.sextant.simulation.model.Verdict;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sextant model}: explores every interleaving of placing one order. */
@Command(
        name = "model",
        mixinStandardHelpOptions = true,
        description = "Explores every way in which placing one order can go, and checks what must hold.",
        footer = {"", "Exit code 0: the protocol holds, or the defect was found; 1: otherwise."})
final class ModelCommand implements Callable<Integer> {

    @Option(
            names = "--defect",
            paramLabel = "NAME",
            description = {
                "plant a defect, which must be found: no-claim, retry-lost-answer, kill-before-claim,",
                "not-found-is-final, no-table, no-quarantine, no-receive-window, no-sweep"
            })
    private @Nullable String title;

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    @Override
    public Integer call() {
        Defect defect = title == null ? null : named(title);
        long startedNs = System.nanoTime();
        Verdict verdict = defect == null ? ModelCheck.ofTheProtocol() : ModelCheck.of(defect);
        long tookMs = (System.nanoTime() - startedNs) / 1_000_000;
        if (json) {
            System.out.println(asJson(verdict, tookMs));
        } else {
            print(verdict, tookMs);
        }
        return verdict.asExpected() ? Sextant.OK : Sextant.FAILED;
    }

    private static Defect named(String title) {
        return Defect.titled(title).orElseThrow(() -> {
            String titles = Arrays.stream(Defect.values()).map(Defect::title).collect(Collectors.joining(", "));
            return UserError.usage("--defect is " + title + ", expected one of " + titles);
        });
    }

    private static void print(Verdict verdict, long tookMs) {
        Defect defect = verdict.defect();
        if (defect != null) {
            System.out.println("Planted: " + defect.words() + ".");
        }
        System.out.println(String.format(
                Locale.ROOT,
                "%,d states, %,d transitions, %d steps deep, %d of the order's moves, %,d ms",
                verdict.states(),
                verdict.transitions(),
                verdict.depth(),
                verdict.moves().size(),
                tookMs));
        verdict.findings().stream()
                .filter(finding -> defect == null || finding.broken() == defect.breaks())
                .forEach(ModelCommand::print);
        System.out.println(conclusion(verdict));
    }

    private static String conclusion(Verdict verdict) {
        if (verdict.defect() == null) {
            String all = Arrays.stream(Invariant.values())
                    .map(invariant -> "  " + invariant.words())
                    .collect(Collectors.joining(System.lineSeparator()));
            return verdict.asExpected()
                    ? "The protocol holds:" + System.lineSeparator() + all
                    : "The protocol is broken.";
        }
        return verdict.asExpected() ? "The defect was found." : "The defect was not found.";
    }

    private static void print(Finding finding) {
        System.out.println("Broken: " + finding.broken().words() + ".");
        int number = 1;
        for (StoryLine line : finding.story()) {
            System.out.println(String.format(
                    Locale.ROOT,
                    "%3d. %-72s %s, venue %s, %s",
                    number++,
                    line.step(),
                    line.order(),
                    line.venue(),
                    line.time()));
        }
    }

    private static ObjectNode asJson(Verdict verdict, long tookMs) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        Defect defect = verdict.defect();
        node.put("defect", defect == null ? null : defect.title());
        node.put("as_expected", verdict.asExpected());
        node.put("states", verdict.states()).put("transitions", verdict.transitions());
        node.put("depth", verdict.depth()).put("moves", verdict.moves().size()).put("took_ms", tookMs);
        ArrayNode findings = node.putArray("findings");
        for (Finding finding : verdict.findings()) {
            ObjectNode broken =
                    findings.addObject().put("broken", finding.broken().title());
            ArrayNode story = broken.putArray("story");
            finding.story()
                    .forEach(line -> story.addObject()
                            .put("step", line.step())
                            .put("order", line.order())
                            .put("venue", line.venue())
                            .put("time", line.time()));
        }
        return node;
    }
}
