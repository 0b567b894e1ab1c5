package dev.sextant.local.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sextant.local.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sextant doctor}: checks whether the desk can run here. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Checks the machine, the build, the state folder and the files the desk starts with.")
final class DoctorCommand implements Callable<Integer> {

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    @Override
    public Integer call() {
        Settings settings = ConfigCommand.resolve(Map.of());
        List<Checkup.Finding> findings = new Checkup(DeskHome.folder(), DeskHome.state(), settings).run();
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Checkup.Finding finding : findings) {
            array.addObject()
                    .put("check", finding.check())
                    .put("ok", finding.ok())
                    .put("detail", finding.detail());
            if (!json) {
                System.out.printf("%-4s %-14s %s%n", finding.ok() ? "ok" : "FAIL", finding.check(), finding.detail());
            }
        }
        if (json) {
            System.out.println(array);
        }
        return findings.stream().allMatch(Checkup.Finding::ok) ? Sextant.OK : Sextant.FAILED;
    }
}
