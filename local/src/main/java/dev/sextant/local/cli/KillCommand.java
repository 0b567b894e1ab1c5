package dev.sextant.local.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Option(
            names = "--aws",
            paramLabel = "DESK",
            description =
                    "instead a desk on AWS, for example sextant-live: its placer and direct lane stop, whatever else "
                            + "works; needs the AWS command line. What rests at the exchange stays")
    private @Nullable String desk;

    @Mixin
    private WhoseAccount whose = new WhoseAccount();

    @Override
    public Integer call() throws InterruptedException {
        if (desk != null) {
            return stop(desk);
        }
        return ControlReport.print(new RunningDesk(DeskHome.state())
                .order("/api/v1/risk/kill", whose.body(reason).put("level", level)));
    }

    private int stop(String onAws) throws InterruptedException {
        if (!onAws.matches("sextant-(paper|testnet|live)")) {
            System.err.println(
                    "sextant: --aws is '" + onAws + "', expected sextant-paper, sextant-testnet or sextant-live");
            return 2;
        }
        List<AwsKill.Outcome> outcomes = new AwsKill(AwsKill.Shell.real()).kill(onAws);
        outcomes.forEach(outcome -> System.out.println(outcome.told()));
        return outcomes.stream().allMatch(AwsKill.Outcome::stopped) ? 0 : 1;
    }
}
