package dev.sextant.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sextant pnl}: what the running desk earned, and whether its fills say the same. */
@Command(
        name = "pnl",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "[recompute]",
        description = "Shows what the running desk earned.")
final class PnlCommand implements Callable<Integer> {

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    @Override
    public Integer call() {
        JsonNode pnl = new RunningDesk(DeskHome.state()).read("/api/v1/pnl");
        System.out.println(json ? pnl.toString() : StatusReport.pnl(pnl));
        return Sextant.OK;
    }

    @Command(
            name = "recompute",
            mixinStandardHelpOptions = true,
            description =
                    "Computes positions, balance and every trade again from the fills, and compares with what is stored.")
    int recompute(@Option(names = "--json", description = "as JSON") boolean asJson) {
        JsonNode result = new RunningDesk(DeskHome.state()).read("/api/v1/pnl/recompute");
        if (asJson) {
            System.out.println(result);
        } else {
            print(result);
        }
        return result.path("equal").asBoolean() ? Sextant.OK : Sextant.FAILED;
    }

    private static void print(JsonNode result) {
        System.out.println(result.path("fills").asText() + " fills make "
                + result.path("positions").asText()
                + " positions, " + result.path("trades").asText() + " closed trades and a balance of "
                + result.path("balance_recomputed").asText() + " "
                + result.path("currency").asText() + ": "
                + (result.path("equal").asBoolean() ? "equal to what is stored" : "NOT what is stored"));
        for (JsonNode difference : result.path("differences")) {
            System.out.println("  " + difference.path("what").asText() + ": stored "
                    + difference.path("stored").asText() + "; the fills make "
                    + difference.path("recomputed").asText());
        }
    }
}
