package dev.sextant.local.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command line's root. */
@Command(
        name = "sextant",
        mixinStandardHelpOptions = true,
        version = "sextant 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        description = "A crypto-trading desk on one machine. Paper trading is the default.",
        subcommands = {
            UpCommand.class,
            StatusCommand.class,
            PnlCommand.class,
            DigestCommand.class,
            AuditCommand.class,
            ArchiveCommand.class,
            DriftCommand.class,
            ExplainCommand.class,
            StrategyCommand.class,
            KillCommand.class,
            PauseCommand.class,
            ResumeCommand.class,
            RiskCommand.class,
            UnblockCommand.class,
            AcceptBalanceCommand.class,
            AdoptCommand.class,
            ReconcileCommand.class,
            OrdersCommand.class,
            PlansCommand.class,
            PositionsCommand.class,
            BalancesCommand.class,
            IndicatorsCommand.class,
            ScoreCommand.class,
            ArbCommand.class,
            CapturesCommand.class,
            LintCommand.class,
            SimCommand.class,
            ModelCommand.class,
            ConfigCommand.class,
            DoctorCommand.class,
            HelpCommand.class
        },
        footer = {"", "Exit codes: 0 ok, 1 a check failed, 2 wrong usage. Start with: sextant up"})
public final class Sextant {

    static final int OK = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;

    private Sextant() {}

    public static void main(String[] arguments) {
        // Standard output is the command's; `up` sends its log into a file.
        System.setProperty("sextant.log.to", "STDERR");
        System.exit(run(arguments));
    }

    /** Runs one command and gives its exit code. */
    static int run(String... arguments) {
        CommandLine line = new CommandLine(new Sextant());
        line.setExecutionExceptionHandler(Sextant::explain);
        if (arguments.length == 0) {
            line.usage(System.out);
            return USAGE;
        }
        return line.execute(arguments);
    }

    /** Whatever a command could not handle is told in one line; the log has the rest. */
    private static int explain(Exception failure, CommandLine line, CommandLine.ParseResult parsed) {
        PrintWriter err = line.getErr();
        if (failure instanceof UserError error) {
            err.println("sextant: " + error.getMessage());
            return error.exitCode();
        }
        err.println("sextant: " + failure.getClass().getSimpleName() + ": " + failure.getMessage());
        if (System.getenv("SEXTANT_TRACE") != null) {
            failure.printStackTrace(err);
        } else {
            err.println("  (this is a defect; SEXTANT_TRACE=1 shows where)");
        }
        return FAILED;
    }
}
