package dev.sextant.local.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sextant kill}: nobody enters any more, until a resume. */
@Command(
        name = "kill",
        mixinStandardHelpOptions = true,
        description = "Stops entries at once; --level cancel and flatten go further.")
final class KillCommand implements Callable<Integer> {

    @Option(
            names = "--level",
            defaultValue = "entries",
            description = "entries: no new ones (default); cancel: those that rest at the venue are cancelled, too; "
                    + "flatten: open positions are closed, too")
    private String level = "";

    @Option(names = "--reason", required = true, description = "why, for the audit log")
    private String reason = "";

    @Override
    public Integer call() {
        return ControlReport.print(new RunningDesk(DeskHome.state())
                .order(
                        "/api/v1/risk/kill",
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("level", level)
                                .put("reason", reason)));
    }
}
