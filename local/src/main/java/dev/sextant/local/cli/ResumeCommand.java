package dev.sextant.local.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sextant resume}: entries are allowed again, by a person with a name. */
@Command(
        name = "resume",
        mixinStandardHelpOptions = true,
        description = "Allows entries again after a kill, a halt or a pause.")
final class ResumeCommand implements Callable<Integer> {

    @Option(names = "--by", required = true, description = "the name of who resumes, for the audit log")
    private String by = "";

    @Option(names = "--reason", required = true, description = "why, for the audit log")
    private String reason = "";

    @Option(
            names = "--seen",
            paramLabel = "N",
            description = "the version of what stops entries that you saw (./sextant risk show): refused when something"
                    + " else stops them by now")
    private @Nullable Long seen;

    @Mixin
    private WhoseAccount whose = new WhoseAccount();

    @Override
    public Integer call() {
        ObjectNode command = whose.body(reason).put("by", by);
        if (seen != null) {
            command.put("version", seen);
        }
        return ControlReport.print(new RunningDesk(DeskHome.state()).order("/api/v1/risk/resume", command));
    }
}
