package dev.sextant.local.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
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

    @Override
    public Integer call() {
        return ControlReport.print(new RunningDesk(DeskHome.state())
                .order(
                        "/api/v1/risk/resume",
                        JsonNodeFactory.instance.objectNode().put("by", by).put("reason", reason)));
    }
}
