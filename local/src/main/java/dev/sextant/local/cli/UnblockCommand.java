package dev.sextant.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sextant unblock}: a symbol takes entries again, by a person with a name. */
@Command(
        name = "unblock",
        mixinStandardHelpOptions = true,
        description = "Lets entries into a blocked symbol again, once the last reconciliation finds no difference.")
final class UnblockCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SYMBOL", description = "for example BTCUSDT")
    private String symbol = "";

    @Option(names = "--by", required = true, description = "the name of who unblocks, for the audit log")
    private String by = "";

    @Option(names = "--reason", required = true, description = "why, for the audit log")
    private String reason = "";

    @Override
    public Integer call() {
        JsonNode done = new RunningDesk(DeskHome.state())
                .order(
                        "/api/v1/risk/unblock",
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("symbol", symbol)
                                .put("by", by)
                                .put("reason", reason));
        System.out.println(done.path("text").asText());
        return Sextant.OK;
    }
}
