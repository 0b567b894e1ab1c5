package dev.sextant.local.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sextant.direct.exam.Clocks;
import dev.sextant.local.desk.StateCheck;
import dev.sextant.local.doctor.Confirmation;
import dev.sextant.local.doctor.Examination;
import dev.sextant.local.doctor.Finding;
import dev.sextant.local.doctor.GroundChecks;
import dev.sextant.local.doctor.KrakenExamination;
import dev.sextant.local.doctor.Place;
import dev.sextant.local.settings.Key;
import dev.sextant.local.settings.Settings;
import dev.sextant.venues.binance.mode.TradingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sextant doctor}: checks whether the desk can run here, and trade where its mode says. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = {
            "Checks the machine, the build, the state folder and the files the desk starts with; for testnet and live also"
                    + " the exchange, the account there and what its key may do.",
            "Nothing is changed anywhere. The same checks are made at each start; only if all of them pass does it go on."
        })
final class DoctorCommand implements Callable<Integer> {

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            description = "paper, testnet or live (default: that of the settings)")
    private @Nullable String mode;

    @Option(
            names = "--kraken",
            description =
                    "looks at Kraken and the account there that triangles would be traded with; not beside a desk that"
                            + " uses the same key")
    private boolean kraken;

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = ConfigCommand.resolve(mode == null ? Map.of() : Map.of(Key.MODE, mode));
        List<Finding> findings = kraken
                ? KrakenExamination.of(settings, System.getenv(), DeskHome.folder(), Clocks.system())
                : findings(settings);
        boolean passed = findings.stream().allMatch(finding -> finding.verdict().passes());
        if (json) {
            System.out.println(json(findings));
        } else {
            findings.forEach(DoctorCommand::print);
            if (!kraken) {
                conclude(settings, passed);
            }
        }
        return passed ? Sextant.OK : Sextant.FAILED;
    }

    private static List<Finding> findings(Settings settings) throws InterruptedException {
        Checkup machine = new Checkup(DeskHome.folder(), settings);
        List<Finding> findings = new ArrayList<>(machine.run());
        if (Place.mode(settings) == TradingMode.PAPER) {
            findings.add(GroundChecks.disk(DeskHome.state()));
            findings.add(GroundChecks.strategies(settings.path(Key.STRATEGIES, DeskHome.folder())));
            findings.add(machine.capture());
        } else {
            findings.add(StateCheck.of(settings, DeskHome.state()));
            findings.addAll(Examination.of(settings, System.getenv(), DeskHome.folder(), DeskHome.state())
                    .findings());
        }
        return findings;
    }

    private static void print(Finding finding) {
        String verdict = finding.verdict().name().replace('_', ' ');
        System.out.printf("%-15s %-21s %s%n", verdict, finding.check(), finding.detail());
        if (!finding.mend().isEmpty()) {
            System.out.printf("%-37s -> %s%n", "", finding.mend());
        }
    }

    private static void conclude(Settings settings, boolean passed) {
        if (passed && Place.mode(settings) == TradingMode.LIVE) {
            System.out.println("every check passes. Real money is traded by: ./sextant up --mode live --confirm "
                    + Confirmation.expected(settings));
        }
    }

    private static ArrayNode json(List<Finding> findings) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Finding finding : findings) {
            array.addObject()
                    .put("check", finding.check())
                    .put("ok", finding.verdict().passes())
                    .put("verdict", finding.verdict().name())
                    .put("detail", finding.detail())
                    .put("mend", finding.mend());
        }
        return array;
    }
}
