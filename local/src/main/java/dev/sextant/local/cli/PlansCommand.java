package dev.sextant.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sextant plans}: triangles that were traded, and what one left unsold cleared by a person. */
@Command(
        name = "plans",
        description = "Shows the newest plans of several orders, newest first.",
        subcommands = PlansCommand.Clear.class)
final class PlansCommand extends ListCommand {

    private static final int MOST = 500;

    @Option(names = "--limit", defaultValue = "20", description = "how many, 1 to 500 (default: ${DEFAULT-VALUE})")
    private int limit;

    @Option(names = "--live", description = "only those under way")
    private boolean live;

    @Override
    String path() {
        if (limit < 1 || limit > MOST) {
            throw UserError.usage("--limit is " + limit + ", expected 1 to " + MOST);
        }
        return "/api/v1/plans?limit=" + limit + (live ? "&live=true" : "");
    }

    @Override
    List<String> table(JsonNode items) {
        Columns table = new Columns("DECIDED", "CYCLE", "STATE", "SPEND", "EXPECTED", "PNL", "TOOK MS", "WHY", "PLAN");
        for (JsonNode plan : items) {
            String outcome = text(plan, "outcome");
            table.row(
                    text(plan, "decided_at"),
                    text(plan, "cycle"),
                    outcome.equals("-") ? text(plan, "state") : outcome,
                    text(plan, "spend") + " " + text(plan, "start_asset"),
                    text(plan, "expected_profit"),
                    text(plan, "profit"),
                    text(plan, "took_ms"),
                    text(plan, "reason"),
                    text(plan, "plan_id"));
        }
        return table.lines();
    }

    /** {@code sextant plans clear}: new plans may begin although one left something unsold. */
    @Command(
            name = "clear",
            mixinStandardHelpOptions = true,
            description =
                    "Lets plans begin again after one has left something unsold, once a person has looked after it.")
    static final class Clear implements Callable<Integer> {

        @Parameters(paramLabel = "PLAN", description = "the plan's id, 64 hex digits")
        private String plan = "";

        @Option(names = "--by", required = true, description = "the name of who has looked, for the audit log")
        private String by = "";

        @Option(names = "--reason", required = true, description = "what was done about it, for the audit log")
        private String reason = "";

        @Override
        public Integer call() {
            if (!plan.matches("[0-9a-f]{64}")) {
                throw UserError.usage("PLAN is '" + plan + "', expected 64 lower-case hex digits");
            }
            JsonNode done = new RunningDesk(DeskHome.state())
                    .order(
                            "/api/v1/plans/" + plan + "/clear",
                            JsonNodeFactory.instance.objectNode().put("by", by).put("reason", reason));
            System.out.println(done.path("text").asText());
            return Sextant.OK;
        }
    }
}
