package dev.sextant.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sextant strategy}: lists, starts and stops strategies of the running desk. */
@Command(
        name = "strategy",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(list | start NAME | stop NAME)",
        description = "Lists, starts and stops strategies of the running desk.")
final class StrategyCommand {

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Shows every strategy and its state.")
    int list(@Option(names = "--json", description = "as JSON") boolean json) {
        JsonNode answer = desk().read("/api/v1/strategies");
        if (json) {
            System.out.println(answer);
            return Sextant.OK;
        }
        for (JsonNode strategy : answer.path("items")) {
            System.out.println(line(strategy));
        }
        return Sextant.OK;
    }

    @Command(name = "start", mixinStandardHelpOptions = true, description = "Lets a strategy raise signals again.")
    int start(
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--by", description = "the name of who starts it, for the audit log; needed in mode live")
                    @Nullable
                    String by,
            @Option(
                            names = "--reason",
                            description = "why, for the audit log",
                            defaultValue = "started by the operator")
                    String reason) {
        return change(name, "start", reason, by);
    }

    @Command(name = "stop", mixinStandardHelpOptions = true, description = "Stops new signals; positions stay managed.")
    int stop(
            @Parameters(paramLabel = "NAME") String name,
            @Option(
                            names = "--reason",
                            description = "why, for the audit log",
                            defaultValue = "stopped by the operator")
                    String reason) {
        return change(name, "stop", reason, null);
    }

    private static int change(String name, String verb, String reason, @Nullable String by) {
        if (!name.matches("[a-z0-9_]{1,32}")) {
            throw UserError.usage("strategy '" + name + "' is not a name, expected 1 to 32 of a-z, 0-9 and _");
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("reason", reason);
        if (by != null) {
            body.put("by", by);
        }
        System.out.println(line(desk().order("/api/v1/strategies/" + name + "/" + verb, body)));
        return Sextant.OK;
    }

    private static String line(JsonNode strategy) {
        String reason = strategy.path("reason").asText("");
        return strategy.path("name").asText() + "  " + strategy.path("version").asText() + "  "
                + strategy.path("state").asText() + (reason.isEmpty() || reason.equals("null") ? "" : "  " + reason);
    }

    private static RunningDesk desk() {
        return new RunningDesk(DeskHome.state());
    }
}
