package dev.sextant.local.cli;

import picocli.CommandLine.Command;

/** {@code sextant captures}: what recorded market data holds and what is wrong with it. */
@Command(
        name = "captures",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(check PATH... | show FILE)",
        description = "Checks recorded market data and shows what it holds.",
        subcommands = {CapturesCheckCommand.class, CapturesShowCommand.class})
final class CapturesCommand {}
