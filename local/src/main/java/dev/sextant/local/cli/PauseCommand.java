package dev.sextant.local.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sextant pause}: nobody enters for so many minutes. */
@Command(
        name = "pause",
        mixinStandardHelpOptions = true,
        description = "Lets nobody enter for a while; positions stay managed.")
final class PauseCommand implements Callable<Integer> {

    @Option(names = "--minutes", defaultValue = "60", description = "how long, 1 to 10080 (default: ${DEFAULT-VALUE})")
    private int minutes;

    @Option(names = "--reason", required = true, description = "why, for the audit log")
    private String reason = "";

    @Mixin
    private WhoseAccount whose = new WhoseAccount();

    @Override
    public Integer call() {
        return ControlReport.print(new RunningDesk(DeskHome.state())
                .order("/api/v1/risk/pause", whose.body(reason).put("minutes", minutes)));
    }
}
