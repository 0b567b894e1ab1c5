package dev.sextant.local.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.signals.strategy.Strategy;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sextant lint}: checks strategy files. */
@Command(
        name = "lint",
        mixinStandardHelpOptions = true,
        description = "Checks strategy files: form, ranges, and whether they can fire at all.")
final class LintCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "strategy files")
    private List<Path> files = List.of();

    @Option(names = "--json", description = "one JSON line per file")
    private boolean json;

    @Override
    public Integer call() {
        int exit = Sextant.OK;
        for (Path file : files) {
            try {
                print(file, StrategyPaths.read(file));
            } catch (UserError e) {
                printRefused(file, String.valueOf(e.getMessage()));
                exit = Math.max(exit, e.exitCode());
            }
        }
        return exit;
    }

    private void print(Path file, Strategy strategy) {
        if (json) {
            ObjectNode line = JsonNodeFactory.instance.objectNode();
            line.put("file", file.toString()).put("ok", true).put("strategy_version", strategy.strategyVersion());
            line.put("threshold", strategy.threshold()).put("best_score", strategy.bestScore());
            line.put("best_score_without_readings", strategy.bestScoreWithoutReadings());
            System.out.println(line);
        } else {
            System.out.println(file + ": ok, " + strategy.strategyVersion() + ", fires from " + strategy.threshold()
                    + ", can reach " + strategy.bestScore() + " (" + strategy.bestScoreWithoutReadings()
                    + " without polled inputs)");
        }
    }

    private void printRefused(Path file, String message) {
        if (json) {
            System.out.println(JsonNodeFactory.instance
                    .objectNode()
                    .put("file", file.toString())
                    .put("ok", false)
                    .put("message", message));
        } else {
            System.err.println(message);
        }
    }
}
