package dev.sextant.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sextant explain}: why a decision was taken or not. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Explains a decision of the running desk: what was seen, what stopped it, what came of it.")
final class ExplainCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DECISION", arity = "0..1", description = "id of the decision; without it the newest one")
    private @Nullable String decision;

    @Option(names = "--json", description = "everything behind it, as JSON")
    private boolean json;

    @Override
    public Integer call() {
        RunningDesk desk = new RunningDesk(DeskHome.state());
        JsonNode answer = desk.read("/api/v1/decisions/" + id(desk) + "/explain");
        if (json) {
            System.out.println(answer);
        } else {
            answer.path("text").forEach(sentence -> System.out.println(sentence.asText()));
        }
        return Sextant.OK;
    }

    private String id(RunningDesk desk) {
        String named = decision;
        if (named != null) {
            if (!named.matches("[0-9a-f]{64}")) {
                throw UserError.usage("decision '" + named + "' is not an id, expected 64 of 0-9 and a-f");
            }
            return named;
        }
        JsonNode newest = desk.read("/api/v1/decisions?limit=1").path("items").path(0);
        if (newest.isMissingNode()) {
            throw UserError.failed("there is no decision yet; one is made when a bucket of 15 s closes");
        }
        return newest.path("decision_id").asText();
    }
}
